"""The answer to a question: a table for a terminal, or the same CSV and JSON as the open data."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from planmotor.oppna.export import documents
from planmotor.oppna.export.aktiviteter import AKTIVITETER
from planmotor.oppna.export.fields import Datafil
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad
from planmotor.plan.status import NOT_STATED

HEAD = ("Vad", "Status", "Ansvarig", "Tid", "Id")
SHARES = (36, 14, 20, 12, 18)  # of a hundred
NARROWEST, WIDEST = 80, 160


def as_table(plan: Plan, rows: Sequence[Rad], width: int | None = None) -> str:
    """Return the rows as a table with wrapped cells, as wide as the terminal."""
    room = min(max(width or shutil.get_terminal_size((100, 24)).columns, NARROWEST), WIDEST) - 8
    widths = [room * share // 100 for share in SHARES]
    lines = [*_lines(HEAD, widths), "  ".join("-" * width for width in widths)]
    for rad in rows:
        lines += _lines(_cells(plan, rad), widths)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _cells(plan: Plan, rad: Rad) -> tuple[str, ...]:
    akt = rad.aktivitet
    tid = rad.tid
    dates = [text for text in (tid.från, tid.klart_senast) if text] if tid else []
    when = "–".join(dates) or (tid.text if tid else "") or ""
    return (akt.namn, akt.status or NOT_STATED, ", ".join(map(plan.namn, rad.ansvariga)), when, akt.id)


def _lines(cells: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [textwrap.wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for parts in zip_longest(*wrapped, fillvalue=""):
        yield "  ".join(part.ljust(width) for part, width in zip(parts, widths, strict=True))


def as_csv(plan: Plan, rows: Sequence[Rad]) -> bytes:
    """Return the rows as CSV with the columns of the open data."""
    return documents.as_csv(_only(rows), plan)


def as_json(plan: Plan, rows: Sequence[Rad]) -> bytes:
    """Return the rows as JSON in the form of the open data."""
    return documents.as_json(_only(rows), plan)


def _only(rows: Sequence[Rad]) -> Datafil:
    ids = {rad.aktivitet.id for rad in rows}
    every = AKTIVITETER.rader
    return replace(
        AKTIVITETER, rader=lambda plan, base: [row for row in every(plan, base) if row["id"] in ids]
    )
