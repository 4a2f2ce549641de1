"""The file and the row of what print can't set: whoever wrote the page knows it by those."""

from __future__ import annotations

from pathlib import Path

from planmotor.grund.problem import Invalid, shown_path
from planmotor.grund.text import text_of
from planmotor.prosa.lasning.rubriker import rubriker
from planmotor.prosa.lasning.sida import Sida
from planmotor.prosa.sidkarta import adress
from planmotor.tryck.felsok import Felställe, Otryckbar


def med_plats(failed: Otryckbar, docs: Path) -> str:
    """Return what the failure says, with the file and the row of each place that it names above it."""
    places = dict.fromkeys(_place(one, docs) for one in failed.ställen)
    told = [f"{place}: Sidan går inte att göra som PDF." for place in places if place]
    return "\n".join([*told, str(failed)])


def _place(where: Felställe, docs: Path) -> str:
    """Return the page's file and the row of the section; what a macro has made stands below its call."""
    wanted = f"{where.adress}/" if where.adress else ""
    for file in sorted(docs.rglob("*.md")):
        if adress(file.relative_to(docs).as_posix()) == wanted:
            return f"{shown_path(file)}:{_row(file, where.avsnitt)}"
    return ""


def _row(file: Path, section: str) -> int:
    try:
        page = Sida(file.name, text_of(file))
    except (Invalid, OSError):
        return 1
    headings = rubriker(page)
    rows = [one.rad for one in headings if one.text == section]
    calls = [call.rad for call in page.anrop[0]] if section and not rows else []
    return next(iter([*rows, *calls, *(one.rad for one in headings)]), 1)
