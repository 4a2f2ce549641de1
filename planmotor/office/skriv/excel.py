"""What the workbooks that we make have in common: looks, paper, protection, and the same bytes."""

from __future__ import annotations

import io
import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.protection import SheetProtection
from openpyxl.worksheet.worksheet import Worksheet

from planmotor.grund.text import visible
from planmotor.office.skriv.celltext import cell_text, is_risky
from planmotor.office.skriv.packning import LONG_AGO, fixed

A4, BODY, H1, H2, LINE_HEIGHT = 9, 11, 16, 13, 15  # paper, and sizes in points
LIGHT = PatternFill("solid", fgColor="F4F6F7")
GREY = PatternFill("solid", fgColor="E7ECEF")
TOP = Alignment(wrap_text=True, vertical="top")
LINE = Side(style="thin", color="6B7780")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
OPEN = Protection(locked=False)
TEXT = "@"
PLAIN, BOLD = (Font(name="Calibri", size=BODY, bold=bold) for bold in (None, True))
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_SAVED = f"{datetime(*LONG_AGO):%Y-%m-%dT%H:%M:%SZ}".encode()


def begun(title: str) -> tuple[Workbook, Worksheet]:
    """Return a new workbook and its first sheet, with that title."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101 (a new workbook has one)
    sheet.title = title
    return book, sheet


def put(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """Write a text into a cell: a text even when it begins like a formula. Returns the cell."""
    cell: Any = sheet.cell(row, column)
    _write(cell, text)
    cell.alignment, cell.font = TOP, PLAIN
    return cell  # type: ignore[no-any-return]


def _write(cell: Any, value: str | int, rest: str = "") -> None:
    cell.value = (cell_text(value, rest) or None) if isinstance(value, str) else value
    if isinstance(value, str) and cell.value:
        cell.data_type = "s"  # whatever it looks like
        if is_risky(value):
            cell.quotePrefix = True  # and when somebody edits it


def paragraphs(sheet: Worksheet, lines: Iterable[tuple[str, int]], width: int) -> None:
    """Write texts with their sizes in points below one another in the first column, as wide as that.

    Rows get the height that their words need: programs differ in whether they work it out themselves.
    """
    for number, (text, size) in enumerate(lines, 1):
        cell = put(sheet, number, 1, text)
        cell.font = Font(name="Calibri", size=size, bold=size > BODY)
        fit(sheet, number, [text], [width * BODY / size])
        sheet.row_dimensions[number].height *= size / BODY
    sheet.column_dimensions["A"].width = width


def fit(sheet: Worksheet, row: int, texts: Sequence[str], widths: Sequence[float]) -> None:
    """Give a row the height that its texts need in columns of these widths."""
    pairs = zip(texts, widths, strict=False)
    most = max((len(textwrap.wrap(text, max(int(width), 1))) for text, width in pairs), default=1)
    sheet.row_dimensions[row].height = 3 + LINE_HEIGHT * max(most, 1)


def head(sheet: Worksheet, names: Sequence[str], widths: Sequence[float]) -> None:
    """Write the header row, keep it in view and repeat it on each printed page."""
    for number, (name, width) in enumerate(zip(names, widths, strict=True), 1):
        cell = put(sheet, 1, number, name)
        cell.font, cell.fill, cell.border = BOLD, GREY, BOX
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"


def table(
    sheet: Worksheet,
    names: Sequence[str],
    widths: Sequence[float],
    rows: Iterable[Sequence[str | int]],
    rest: str = "",
) -> None:
    """Write a whole sheet of rows to sort and filter; ``rest`` is how a text ends that a cell can't hold."""
    head(sheet, names, widths)
    model: Any = put(sheet, 2, 1, "")
    looks, last = copy(model._style), 1  # setting the looks cell by cell takes longer than all the rest
    for last, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            if value != "":
                cell: Any = sheet.cell(last, column)
                cell._style = copy(looks)
                _write(cell, value, rest)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(names))}{last}"
    paper(sheet, landscape=True)


def prompt(
    sheet: Worksheet, area: str, title: str, text: str, choices: str = "", error: str = "", warn: bool = False
) -> None:
    """Tell what to write in the cells of an area; ``choices`` is the formula of a list to choose from.

    ``error`` is a title and a text, on a line each, for what isn't in the list; ``warn`` lets it stay.
    """
    rule = DataValidation(type="list" if choices else None, formula1=choices or None, allow_blank=True)
    rule.errorStyle = "warning" if warn else None
    rule.promptTitle, rule.prompt = title, text
    if error:
        rule.errorTitle, rule.error = error.split("\n")
    rule.showInputMessage = rule.showErrorMessage = True
    rule.add(area)
    sheet.add_data_validation(rule)


def paper(sheet: Worksheet, *, landscape: bool) -> None:
    """Set paper, margins and footer: the columns fit on a page."""
    setup = sheet.page_setup
    setup.paperSize, setup.orientation = A4, "landscape" if landscape else "portrait"
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.page_margins = PageMargins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("Sida &P av &N"))


def finish(sheet: Worksheet, *, landscape: bool, sortable: bool = False) -> None:
    """Set paper and protection: only open cells can be written in, and there is no password.

    ``sortable`` is for a sheet whose rows are open all over: elsewhere Excel would sort the open cells alone,
    away from the ids that they belong to.
    """
    paper(sheet, landscape=landscape)
    sheet.protection = SheetProtection(  # False leaves a thing allowed
        sheet=True,
        autoFilter=False,
        formatCells=False,
        formatColumns=False,
        formatRows=False,
        sort=not sortable,
    )


def about(book: Workbook, title: str, author: str, facts: Mapping[str, str], subject: str = "") -> None:
    """Give the workbook its title, language and author, and facts of our own as document properties."""
    known = book.properties
    known.title, known.language = visible(title), "sv-SE"
    known.creator = known.lastModifiedBy = visible(author)
    known.created, known.subject = datetime(*LONG_AGO), subject or None
    own: Any = book.custom_doc_props  # type: ignore[attr-defined]
    for name, value in facts.items():
        own.append(StringProperty(name=name, value=value))


def as_bytes(book: Workbook) -> bytes:
    """Return the workbook as a file: the same bytes for the same contents, whatever the clock says."""
    raw = io.BytesIO()
    book.save(raw)
    # openpyxl writes the clock's time as it saves.
    return fixed(raw.getvalue(), {"docProps/core.xml": lambda xml: _MODIFIED.sub(rb"\g<1>" + _SAVED, xml)})
