"""Word's older form fields: what somebody chose or ticked stands in the field's settings and not as text."""

from __future__ import annotations

import re
from typing import Any

from planmotor.office.las.cellvarde import LONG
from planmotor.office.las.paket import Avvisad
from planmotor.office.las.xml import child, get, name

FETCHES = re.compile(r"^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE)\b", re.I)
NO = {"0", "false", "off"}
TICKED, EMPTY = "☒", "☐"


def chosen(field: Any) -> str:
    """Return what a field shows that has no text of its own: a list's choice, or whether a box is ticked."""
    settings = child(field, "ffData")
    if settings is None:
        return ""
    for one in settings:
        if name(one) == "ddList":
            return _choice(one)
        if name(one) == "checkBox":
            return TICKED if _ticked(one) else EMPTY
    return ""


def _choice(listed: Any) -> str:
    entries = [get(entry, "val") for entry in listed if name(entry) == "listEntry"]
    for kind in ("result", "default"):
        number = child(listed, kind)
        if number is not None:
            at = get(number, "val")
            return entries[int(at)] if len(at) < LONG and at.isdecimal() and int(at) < len(entries) else ""
    return entries[0] if entries else ""


def _ticked(box: Any) -> bool:
    for kind in ("checked", "default"):
        mark = child(box, kind)
        if mark is not None:
            return get(mark, "val") not in NO
    return False


def hold_inside(code: str) -> None:
    """Raise Avvisad when a field's code fetches something from outside the file."""
    if FETCHES.match(code):
        raise Avvisad(
            "Filen innehåller ett fält som hämtar något utanför filen och läses därför inte.",
            "Ta bort fältet eller gör om det till text (Ctrl+Skift+F9) och spara på nytt.",
        )
