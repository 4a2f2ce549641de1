"""A text as YAML writes it: plain where every reader reads the same, within quotation marks elsewhere."""

from __future__ import annotations

import json
import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import Any, get_args

from pydantic.fields import FieldInfo

from planmotor.grund.nearest import quoted
from planmotor.grund.text import HIDDEN, ODD
from planmotor.plan.model.types import Datum, Period

# What a reader of YAML 1.1 or 1.2 takes for something else than a text.
AMBIGUOUS = re.compile(
    r"~|null|Null|NULL|=|<<"
    r"|y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF"
    r"|[-+]?(0b[01_]+|0o?[0-7_]+|0x[\da-fA-F_]+)"
    r"|[-+]?(\d[\d_]*)?(\.[\d_]*)?([eE][-+]?\d+)?"
    r"|[-+]?\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
    r"|\d{4}-\d\d?-\d\d?([Tt \t].*)?",
    re.ASCII,
)
FIGURES = re.compile(r"[\d.,:+_-]+", re.ASCII)  # 9.1.2 is read as text, but looks like what isn't
UNSAFE = re.compile(
    rf"^[\s{ODD}]|[\s{ODD}]$|[\t\n]|:[\s{ODD}]|:$|\s#|^[-?:](\s|$)|^[,\[\]{{}}#&*!|>'\"%@`]|^(---|\.\.\.)"
)
UNSAFE_IN_FLOW = re.compile(r"[,\[\]{}:?]|^-")  # readers differ about a ? in a flow collection
ESCAPED = re.compile(f"[{HIDDEN}]")

DATA, NUMBER, TEXT, UNKNOWN = "data", "number", "text", "unknown"


def scalar(value: Any, kind: str = TEXT, *, flow: bool = False, style: str = "") -> str:
    """Return a value as it is written on one line, in a flow collection or outside one.

    ``kind`` is what ``kind_of`` says of its field. Of an unknown field nobody can tell whether 2025 is a
    number: the ``style`` it was written in decides.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = unicodedata.normalize("NFC", str(value))
    if "\n" in text or "\t" in text or ESCAPED.search(text):
        return _escaped(text)
    unsafe = UNSAFE.search(text) or (flow and UNSAFE_IN_FLOW.search(text))
    return quoted(text) if unsafe or _misread(text, kind, style) else text


def _misread(text: str, kind: str, style: str) -> bool:
    looks_odd = AMBIGUOUS.fullmatch(text) or (kind == TEXT and FIGURES.fullmatch(text))
    if kind == UNKNOWN:
        return style in ("'", '"')
    if not looks_odd or (kind == DATA and text not in ("", "~")):
        return not text
    return not (kind == NUMBER and _is_exact(text))


def _is_exact(text: str) -> bool:
    """Tell whether a number comes out as it went in: +20 and 0114 don't."""
    try:
        return str(Decimal(text)) == text
    except InvalidOperation:
        return False


def _escaped(text: str) -> str:
    written = json.dumps(text, ensure_ascii=False)
    return ESCAPED.sub(lambda hidden: f"\\u{ord(hidden[0]):04x}", written)


def kind_of(field: FieldInfo | None) -> str:
    """Return what a field's values are: data (dates, years, whole numbers, yes or no), numbers or texts."""
    if field is None:
        return UNKNOWN
    inside = set(_parts(field.annotation))
    if inside & {int, bool, Datum, Period}:
        return DATA
    schemas = [
        part for part in (*inside_of(field.annotation), *field.metadata) if hasattr(part, "json_schema")
    ]
    numbers = any("number" in _types(part.json_schema) for part in schemas)
    return NUMBER if numbers else TEXT


def _types(schema: dict[str, Any] | None) -> list[str]:
    found = (schema or {}).get("type", [])
    return [found] if isinstance(found, str) else list(found)


def _parts(annotation: Any) -> list[Any]:
    inner = [part for argument in get_args(annotation) for part in _parts(argument)]
    return [annotation, *inner] if isinstance(annotation, type) else inner


def inside_of(annotation: Any) -> list[Any]:
    """Return every argument inside an annotation, at any depth: types and what they are annotated with."""
    return [part for argument in get_args(annotation) for part in (argument, *inside_of(argument))]
