"""The cells of a workbook, read on the XML level from an archive that has been found safe.

One pass tells what openpyxl needs two for: a formula and the value that it last had. Whatever program and
language the workbook was saved in, names of elements and numbers of formats are the same (ISO/IEC 29500-1).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from planmotor.office.las.paket import DAMAGED, Avvisad, Paket

MAX_CELLS = 500_000
SERIAL = range(30_000, 80_000)  # the numbers of the days from 1982 to 2119
# A number format that shows a date in the language of the program: it stands in no list of formats.
LOCAL_DATES = {*range(27, 37), *range(50, 59)}
REFERENCE = re.compile(r"([A-Za-z]{1,3})(\d{1,7})")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows, as text; a date is written 2025-06-30. ``fel`` says why there is nothing to read.

    ``dag`` is the day that a plain number would mean, where it could be a day's serial number.
    """

    text: str
    fel: str = ""
    dag: str = ""


@dataclass(slots=True)
class Blad:
    """A sheet: cells by row and column, both from 1, the areas that are merged, and whether it is hidden."""

    namn: str
    dolt: bool = False
    rader: dict[int, dict[int, Cell]] = field(default_factory=dict)
    sammanslagna: list[tuple[int, int, int, int]] = field(default_factory=list)

    def text(self, row: int, column: int) -> str:
        """Return what a cell shows; nothing when it is empty."""
        cell = self.rader.get(row, {}).get(column)
        return cell.text if cell else ""


def address(row: int, column: int) -> str:
    """Return a cell's address as Excel shows it: F7."""
    return f"{get_column_letter(column)}{row}"


def read_book(paket: Paket) -> list[Blad]:
    """Return every sheet of the workbook, also the hidden ones; raise Avvisad when it can't be read."""
    try:
        return list(_Book(paket).sheets())
    except (ValueError, IndexError, OverflowError, TypeError):  # a cell or a range that is none
        raise DAMAGED from None


class _Book:
    """What the sheets share: texts, number formats and the day that dates are counted from."""

    def __init__(self, paket: Paket) -> None:
        self.paket = paket
        self.root = paket.xml(paket.main)
        self.parts = paket.related(paket.main)
        by_kind = dict(self.parts.values())
        self.texts = [_rich(item) for item in self._part(by_kind.get("sharedStrings", ""))]
        self.dates = _date_styles(self._part(by_kind.get("styles", "")))
        settings = _child(self.root, "workbookPr")
        mac = settings is not None and _get(settings, "date1904") in {"1", "true", "on"}
        self.epoch = CALENDAR_MAC_1904 if mac else CALENDAR_WINDOWS_1900
        self.cells = 0

    def _part(self, part: str) -> Any:
        return self.paket.xml(part) if part in self.paket.names else ()

    def sheets(self) -> Iterator[Blad]:
        for sheet in _children(_child(self.root, "sheets")):
            kind, part = self.parts.get(_get(sheet, "id"), ("", ""))
            if kind == "worksheet" and part in self.paket.names:
                yield self._sheet(
                    Blad(_get(sheet, "name"), _get(sheet, "state") not in {"", "visible"}), part
                )

    def _sheet(self, blad: Blad, part: str) -> Blad:
        root = self.paket.xml(part)
        at = 0
        for row in _children(_child(root, "sheetData")):
            at = int(_get(row, "r") or at + 1)
            cells = dict(self._row(row))
            if cells:
                blad.rader[at] = cells
        for area in _children(_child(root, "mergeCells")):
            first, _, last = _get(area, "ref").partition(":")
            blad.sammanslagna.append((*_place(first), *_place(last or first)))
        return blad

    def _row(self, row: Any) -> Iterator[tuple[int, Cell]]:
        column = 0
        for cell in row:
            where = _get(cell, "r")
            column = _place(where)[1] if where else column + 1
            found = self._cell(cell)
            self.cells += 1
            if self.cells > MAX_CELLS:
                raise Avvisad(
                    "Arbetsboken har orimligt många celler.", "Ta bort allt som inte hör till blanketten."
                )
            if found.text or found.fel:
                yield column, found

    def _cell(self, cell: Any) -> Cell:
        kind, value, formula = _get(cell, "t"), _child(cell, "v"), _child(cell, "f")
        text = (value.text or "") if value is not None else ""
        if kind == "s":
            return Cell(self.texts[int(text)] if text else "")
        if kind == "inlineStr":
            return Cell(_rich(_child(cell, "is")))
        if kind == "e":
            return Cell(text, f"Formeln ger felet {text}.")
        if formula is not None and not text and kind != "str":
            return Cell("", "Cellen har en formel utan uträknat värde.")
        if kind == "b":
            return Cell("ja" if text == "1" else "nej")
        return Cell(text) if kind in {"str", "d"} else self._number(text, _get(cell, "s"))

    def _number(self, text: str, style: str) -> Cell:
        if not text:
            return Cell("")
        number = float(text)
        if style.isdigit() and int(style) in self.dates:
            return Cell(self.day(number))
        text = str(int(number)) if number.is_integer() else text
        return Cell(text, dag=self.day(number) if number in SERIAL else "")

    def day(self, number: float) -> str:
        """Return the day that a serial number means; the number itself when it means none."""
        found = from_excel(number, self.epoch)
        return f"{found:%Y-%m-%d}" if isinstance(found, datetime) else str(number)


def _rich(element: Any) -> str:
    """Return a text that may be divided into runs; how it is pronounced isn't part of it."""
    if element is None:
        return ""
    texts = (t for t in element.iter() if _name(t) == "t" and _name(t.getparent()) != "rPh")
    return "".join(t.text or "" for t in texts)


def _date_styles(root: Any) -> set[int]:
    """Return the numbers of the cell styles that show a date."""
    if not len(root):
        return set()
    own = {_get(f, "numFmtId"): _get(f, "formatCode") for f in _children(_child(root, "numFmts"))}
    return {
        number
        for number, style in enumerate(_children(_child(root, "cellXfs")))
        if _is_date(_get(style, "numFmtId"), own)
    }


def _is_date(id: str, own: dict[str, str]) -> bool:
    number = int(id) if id.isdigit() else 0
    code = own.get(id) or BUILTIN_FORMATS.get(number, "")
    return number in LOCAL_DATES or bool(code and is_date_format(code))


def _place(reference: str) -> tuple[int, int]:
    match = REFERENCE.fullmatch(reference.replace("$", ""))
    if not match:
        raise ValueError(reference)
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def _children(element: Any) -> Iterable[Any]:
    return element if element is not None else ()


def _child(element: Any, name: str) -> Any:
    return next((child for child in element if _name(child) == name), None)


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _get(element: Any, name: str) -> str:
    """Return an attribute by its local name, whatever namespace the program has put it in."""
    found = element.get(name)
    if found is not None:
        return str(found)
    return next((str(v) for key, v in element.attrib.items() if str(key).rpartition("}")[2] == name), "")
