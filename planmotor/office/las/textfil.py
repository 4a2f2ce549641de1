"""A sheet that was saved as text: CSV from Excel, Numbers or LibreOffice, in any country's way.

What parts the cells is told by the headings, and a line break within a cell is part of its text: also those
that few programs write (U+2028, VT, FF). What can't be parted in one way only is refused.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from planmotor.office.las.arbetsbok import MAX_CELLS, Blad
from planmotor.office.las.cellvarde import Bladcell
from planmotor.office.las.innehall import LINE_BREAKS
from planmotor.office.las.kodning import SAVE_AS, text_of
from planmotor.office.las.paket import Avvisad

CSV_SHEET = "CSV"
DELIMITERS = ";\t,|"
HEAD = 4_000  # characters in which the headings stand
SAID = re.compile(r'"?sep=(.)"?\r?\n', re.I)  # by which Excel is told what parts the cells


def read_csv(raw: bytes, known: Iterable[str]) -> Blad:
    """Return the file as a sheet; ``known`` are headings and words of which some stand in it.

    Raises Avvisad when its characters, its columns or its quotes can't be made out.
    """
    known = tuple(known)
    text = text_of(raw, known)
    said = SAID.match(text)
    text = text[said.end() :] if said else text
    blad = Blad(CSV_SHEET)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text, said, known), strict=True)
    cells = 0
    try:
        for number, row in enumerate(rows, 1 + bool(said)):
            cells += len(row)
            if filled := {column: Bladcell(_tidy(value)) for column, value in enumerate(row, 1) if value}:
                blad.rader[number] = filled
            if cells > MAX_CELLS:
                raise Avvisad("Textfilen har orimligt många celler.", SAVE_AS)
    except csv.Error:
        raise Avvisad(
            f"Textfilen går inte att dela i rader och kolumner. Se citattecknen från rad {rows.line_num}.",
            SAVE_AS,
        ) from None
    return blad


def _delimiter(text: str, said: re.Match[str] | None, known: tuple[str, ...]) -> str:
    """Return what parts the cells: as the file says, or what gives most known headings, or stands most."""
    if said and said[1] in DELIMITERS:
        return said[1]
    start, heads = text[:HEAD], {one.casefold() for one in known}

    def likely(mark: str) -> tuple[int, int]:
        cells = (
            cell.strip(' "\ufeff').casefold() for line in start.splitlines() for cell in line.split(mark)
        )
        return sum(cell in heads for cell in cells), start.partition("\n")[0].count(mark)

    return max(DELIMITERS, key=likely)


def _tidy(value: str) -> str:
    return LINE_BREAKS.sub("\n", value)
