"""Excel: every word that stands in a workbook, in its cells and beside them, sheet by sheet.

Read on the XML level from an archive that has been found safe. One pass tells what openpyxl needs two for:
a formula and the value that it last had.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils import get_column_letter

from planmotor.office.las.cellvarde import Bladcell, Cellvärden, rich
from planmotor.office.las.innehall import tidy
from planmotor.office.las.paket import DAMAGED, Avvisad, Paket
from planmotor.office.las.xml import get, inside, name, properties

MAX_CELLS = 500_000
MAX_SHEETS = 200
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384  # Excel's own
REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
BESIDE = {"comments", "threadedComment", "drawing"}  # kinds of parts with words in them
# The codes of a sheet's header and footer for page number, font and side.
EDGE_CODES = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|\d+|[A-Z])')


@dataclass(slots=True)
class Blad:
    """A sheet: cells by row and column, both from 1, the areas that are merged, and whether it is hidden.

    An area is its first row and column and its last. ``bredvid`` is what stands beside the cells: comments,
    text boxes, header and footer, each with where it stands.
    """

    namn: str
    dolt: bool = False
    rader: dict[int, dict[int, Bladcell]] = field(default_factory=dict)
    sammanslagna: list[tuple[int, int, int, int]] = field(default_factory=list)
    bredvid: list[tuple[str, str]] = field(default_factory=list)

    def text(self, row: int, column: int) -> str:
        """Return what a cell shows; nothing when it is empty."""
        cell = self.rader.get(row, {}).get(column)
        return cell.text if cell else ""


@dataclass(frozen=True, slots=True)
class Arbetsbok:
    """All sheets, also the hidden ones, the document's own properties and the number of pictures."""

    blad: list[Blad]
    egenskaper: dict[str, str]
    bilder: int


def address(row: int, column: int) -> str:
    """Return a cell's address as Excel shows it: F7. A file of text may have more columns than Excel."""
    if column > LAST_COLUMN:
        return f"{column} på rad {row}"
    return f"{get_column_letter(column)}{row}"


def read_book(paket: Paket) -> Arbetsbok:
    """Return all that a workbook says; raise Avvisad when it can't be read."""
    try:
        sheets = list(_Reader(paket).sheets())
    except (ValueError, IndexError):  # a cell, a text or an area that is none
        raise Avvisad(*DAMAGED) from None
    return Arbetsbok(sheets, properties(paket), paket.bilder)


class _Reader:
    def __init__(self, paket: Paket) -> None:
        self.paket = paket
        self.root = paket.xml(paket.main)
        self.parts = paket.related(paket.main)
        by_kind = dict(self.parts.values())
        shared = (self._root(by_kind.get(kind, "")) for kind in ("sharedStrings", "styles"))
        self.values = Cellvärden(self.root, *shared)
        self.cells = 0

    def _root(self, part: str) -> Any:
        return self.paket.xml(part) if part in self.paket.names else ()

    def sheets(self) -> Iterator[Blad]:
        for number, sheet in enumerate(inside(self.root, "sheets")):
            if number >= MAX_SHEETS:
                raise Avvisad(
                    "Arbetsboken har orimligt många blad.", "Be avsändaren om den ifyllda blanketten."
                )
            kind, part = self.parts.get(get(sheet, "id"), ("", ""))
            if kind == "worksheet" and part in self.paket.names:
                yield self._sheet(Blad(get(sheet, "name"), get(sheet, "state") not in {"", "visible"}), part)

    def _sheet(self, blad: Blad, part: str) -> Blad:
        root = self.paket.xml(part)
        for row, column, cell in self._filled(root):
            if cell.text or cell.fel or cell.formel:
                if column in blad.rader.setdefault(row, {}):
                    raise ValueError(address(row, column))  # two texts, and nobody knows which one is meant
                blad.rader[row][column] = cell
        for area in inside(root, "mergeCells"):
            first, _, last = get(area, "ref").partition(":")
            blad.sammanslagna.append((*_place(first), *_place(last or first)))
        blad.bredvid += _edges(root)
        for kind, other in sorted(self.paket.related(part).values()):
            if kind in BESIDE:
                blad.bredvid += _beside(kind, self._root(other))
        return blad

    def _filled(self, root: Any) -> Iterator[tuple[int, int, Bladcell]]:
        """Yield the cells that hold something; rows and cells without an address follow on those before."""
        at = 0
        for row in inside(root, "sheetData"):
            at, column = int(get(row, "r") or at + 1), 0
            for cell in row:
                where = get(cell, "r")
                at, column = _place(where) if where else (at, column + 1)
                if len(cell):
                    self._count()
                    yield at, column, self.values.of(cell)

    def _count(self) -> None:
        self.cells += 1
        if self.cells > MAX_CELLS:
            raise Avvisad(
                "Arbetsboken har orimligt många celler.", "Ta bort allt som inte hör till blanketten."
            )


def _edges(root: Any) -> Iterator[tuple[str, str]]:
    for edge in inside(root, "headerFooter"):
        if text := tidy(EDGE_CODES.sub("\n", edge.text or "")):
            yield "sidhuvud" if "Header" in name(edge) else "sidfot", text


def _beside(kind: str, root: Any) -> Iterator[tuple[str, str]]:
    """Yield the comments or the text boxes of a part that belongs to a sheet."""
    if kind == "drawing":
        boxes = root.iter("{*}txBody") if len(root) else ()
        said = (("textruta", "\n".join(rich(p) for p in box if name(p) == "p")) for box in boxes)
    else:
        notes = inside(root, "commentList") if kind == "comments" else root
        said = ((f"kommentar vid {get(note, 'ref')}", rich(note)) for note in notes)
    return ((where, text) for where, found in said if (text := tidy(found)))


def _place(reference: str) -> tuple[int, int]:
    """Return the row and column of an address; raise ValueError when it is none."""
    match = REFERENCE.fullmatch(reference)
    column = 0
    for letter in match[1].upper() if match else "":
        column = column * 26 + ord(letter) - ord("A") + 1
    if not match or not 0 < int(match[2]) <= LAST_ROW or column > LAST_COLUMN:
        raise ValueError(reference)
    return int(match[2]), column
