"""A workbook as a document: each sheet is a table, and after it comes what stands beside its cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from planmotor.office.las.arbetsbok import Arbetsbok, Blad
from planmotor.office.las.innehall import Incell, Innehåll, Inrad, Instycke, Intabell, tidy
from planmotor.office.las.paket import DAMAGED, Avvisad

MAX_ROWS, MAX_COLUMNS, MAX_MERGED = 20_000, 200, 200_000
Texts = dict[int, dict[int, str]]


def as_content(book: Arbetsbok) -> Innehåll:
    """Return all that a workbook says, in reading order."""
    found: list[Instycke | Intabell] = []
    for blad in book.blad:
        place = f"blad {tidy(blad.namn)}"
        found.append(Intabell(place, tuple(_rows(_texts(blad), *_merged(blad)))))
        found += [Instycke(f"{place}, {where}", text, för_sig=True) for where, text in blad.bredvid]
    return Innehåll(found, book.egenskaper, book.bilder)


def _texts(blad: Blad) -> Texts:
    found: Texts = defaultdict(dict)
    for row, cells in blad.rader.items():
        for column, cell in cells.items():
            if text := tidy(cell.skrivet):
                found[row][column] = text
    return found


def _merged(blad: Blad) -> tuple[dict[tuple[int, int], int], dict[int, set[int]]]:
    """Return how wide each merged cell is, and by row the cells that go on from a merged one above."""
    wide: dict[tuple[int, int], int] = {}
    below: dict[int, set[int]] = defaultdict(set)
    for top, left, bottom, right in blad.sammanslagna:
        for row in range(top, min(bottom, top + MAX_ROWS) + 1):
            wide[row, left] = min(right - left + 1, MAX_COLUMNS)
            if row > top:
                below[row].add(left)
        if len(wide) > MAX_MERGED:
            raise Avvisad(*DAMAGED)
    return wide, below


def _rows(texts: Texts, wide: dict[tuple[int, int], int], below: dict[int, set[int]]) -> Iterator[Inrad]:
    for number in sorted(texts):
        row, beneath, cells, column = texts[number], below.get(number, set()), [], 1
        for at in sorted({*row, *beneath}):
            if at < column:  # beneath a merged cell: kept all the same
                cells.append(Incell(row.get(at, "")))
                continue
            if at > column:
                cells.extend([Incell("")] * (at - column) if at - column <= MAX_COLUMNS else [])
            width = wide.get((number, at), 1)
            cells.append(Incell(row.get(at, ""), width, at in beneath))
            column = at + width
        yield Inrad(number, tuple(cells))
