"""Excel: every word that stands in a workbook, as it is shown in its cells, and beside them.

Read on the XML level: a formula that Excel could not make sense of is somebody's words that begin with an
equals sign or a dash, and a page that Excel took for a date is written as people write dates.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
from openpyxl.utils.datetime import from_excel

from planmotor.office.las.innehall import Cell, Innehåll, Rad, Stycke, Tabell, tidy
from planmotor.office.las.paket import DAMAGED, Paket
from planmotor.office.las.xml import child, get, inside, name, properties
from planmotor.remiss.blankett.blankett import LIST_HEADS

MAX_ROWS, MAX_COLUMNS, MAX_MERGED = 20_000, 200, 200_000
SECTION = re.compile(r"[a-z0-9/_-]+(?:#[\w-]+)?")
Grid = dict[int, dict[int, str]]


def read_xlsx(paket: Paket) -> Innehåll:
    """Return all that a workbook says, sheet by sheet."""
    book = _Book(paket)
    found: list[Stycke | Tabell] = []
    parts = paket.related(paket.main)
    for sheet in inside(paket.xml(paket.main), "sheets"):
        kind, part = parts.get(get(sheet, "id"), ("", ""))
        if kind == "worksheet" and part in paket.names:
            try:
                found += book.sheet(f"blad {tidy(get(sheet, 'name'))}", part)
            except (ValueError, IndexError, OverflowError):  # a cell or a range that is none
                raise DAMAGED from None
    media = [n for n in paket.names if "/media/" in n]
    return Innehåll(found, properties(paket), len(media), book.choices)


class _Book:
    """What the sheets share: texts and number formats."""

    def __init__(self, paket: Paket) -> None:
        self.paket = paket
        by_kind = dict(paket.related(paket.main).values())
        self.texts = [_rich(item) for item in self._root(by_kind.get("sharedStrings", ""))]
        self.dates = _date_styles(self._root(by_kind.get("styles", "")))
        self.choices: dict[str, str] = {}

    def _root(self, part: str) -> Any:
        return self.paket.xml(part) if part in self.paket.names else ()

    def sheet(self, place: str, part: str) -> Iterator[Stycke | Tabell]:
        """Yield the sheet as a table, and after it what stands beside its cells."""
        root = self.paket.xml(part)
        grid: Grid = defaultdict(dict)
        for cell in (c for row in inside(root, "sheetData") for c in row if len(c)):
            text = tidy(self._value(cell))
            row, column = coordinate_to_tuple(get(cell, "r"))
            if text and row <= MAX_ROWS * 100 and column <= MAX_COLUMNS * 100:
                grid[row][column] = text
        self.choices |= _take_choices(grid)
        wide, below = _merged(child(root, "mergeCells"))
        yield Tabell(place, tuple(_rows(grid, wide, below)))
        for edge in inside(root, "headerFooter"):
            yield from _edge(place, edge)
        for kind, other in sorted(self.paket.related(part).values()):
            if other in self.paket.names:
                yield from self._beside(place, kind, self.paket.xml(other) if other.endswith(".xml") else ())

    def _beside(self, place: str, kind: str, root: Any) -> Iterator[Stycke]:
        if kind == "comments":
            for note in inside(root, "commentList"):
                text = tidy(_rich(child(note, "text")))
                if text:
                    yield Stycke(f"{place}, kommentar vid {get(note, 'ref')}", text, för_sig=True)
        elif kind == "threadedComment":
            for note in root:
                text = tidy(_rich(note))
                if text:
                    yield Stycke(f"{place}, kommentar vid {get(note, 'ref')}", text, för_sig=True)
        elif kind == "drawing":
            for shape in (s for s in root.iter() if name(s) == "txBody"):
                text = tidy("\n".join(_rich(p) for p in shape if name(p) == "p"))
                if text:
                    yield Stycke(f"{place}, textruta", text, för_sig=True)

    def _value(self, cell: Any) -> str:
        kind, value, formula = get(cell, "t"), child(cell, "v"), child(cell, "f")
        text = (value.text or "") if value is not None else ""
        if kind == "s":
            number = int(text) if text.isdigit() else -1
            return self.texts[number] if 0 <= number < len(self.texts) else ""
        if kind == "inlineStr":
            return _rich(child(cell, "is"))
        if formula is not None and (kind == "e" or not text):
            return f"={formula.text or ''}"
        if kind == "b":
            return "ja" if text == "1" else "nej"
        return self._number(cell, text) if kind in {"", "n"} else text

    def _number(self, cell: Any, text: str) -> str:
        style = get(cell, "s")
        try:
            number = float(text)
        except ValueError:
            return text
        if style.isdigit() and int(style) in self.dates:
            try:
                return str(from_excel(number)).removesuffix(" 00:00:00")
            except (ValueError, OverflowError, TypeError):
                return text
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else text  # noqa: PLR2004


def _take_choices(grid: Grid) -> dict[str, str]:
    """Take the form's own list of sections out of its sheet, and return the id of each by what it shows."""
    if tuple(grid.get(1, {}).values()) != LIST_HEADS:
        return {}
    found = {}
    for number, row in list(grid.items()):
        if number > 1 and set(row) == {1, 2} and SECTION.fullmatch(row[2]):
            found[row[1]] = row[2]
            del grid[number]
    return found


def _rich(element: Any) -> str:
    """Return a text that may be divided into runs; how it is pronounced isn't part of it."""
    if element is None:
        return ""
    pieces = (t for t in element.iter() if name(t) in {"t", "text", "br"})
    return "".join("\n" if name(t) == "br" else t.text or "" for t in pieces if name(t.getparent()) != "rPh")


def _date_styles(root: Any) -> set[int]:
    """Return the numbers of the cell styles that show a date."""
    if not len(root):
        return set()
    own = {get(f, "numFmtId"): get(f, "formatCode") for f in inside(root, "numFmts")}
    found = set()
    for number, style in enumerate(inside(root, "cellXfs")):
        id = get(style, "numFmtId")
        code = own.get(id) or (BUILTIN_FORMATS.get(int(id), "") if id.isdigit() else "")
        if code and is_date_format(code):
            found.add(number)
    return found


def _merged(element: Any) -> tuple[dict[tuple[int, int], int], dict[int, set[int]]]:
    """Return how wide each merged cell is, and by row the cells that go on from a merged one above."""
    wide: dict[tuple[int, int], int] = {}
    below: dict[int, set[int]] = defaultdict(set)
    for area in element if element is not None else ():
        left, top, right, bottom = (int(edge or 1) for edge in range_boundaries(get(area, "ref")))
        for row in range(top, min(bottom, top + MAX_ROWS) + 1):
            wide[row, left] = min(right - left + 1, MAX_COLUMNS)
            if row > top:
                below[row].add(left)
        if len(wide) > MAX_MERGED:
            raise DAMAGED
    return wide, below


def _rows(grid: Grid, wide: dict[tuple[int, int], int], below: dict[int, set[int]]) -> Iterator[Rad]:
    for number in sorted(grid):
        row, beneath, cells, column = grid[number], below.get(number, set()), [], 1
        for at in sorted({*row, *beneath}):
            if at < column:  # beneath a merged cell: kept all the same
                cells.append(Cell(row.get(at, "")))
                continue
            if at > column:
                cells.extend([Cell("")] * (at - column) if at - column <= MAX_COLUMNS else [])
            width = wide.get((number, at), 1)
            cells.append(Cell(row.get(at, ""), width, at in beneath))
            column = at + width
        yield Rad(number, tuple(cells))


def _edge(place: str, element: Any) -> Iterator[Stycke]:
    """Yield the words of a sheet's header or footer, without the codes for page number, font and side."""
    text = tidy(re.sub(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d+|[A-Z])', "\n", element.text or ""))
    if text:
        where = "sidhuvud" if "Header" in name(element) else "sidfot"
        yield Stycke(f"{place}, {where}", text, för_sig=True)
