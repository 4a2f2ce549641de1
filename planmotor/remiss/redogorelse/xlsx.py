"""The account of a consultation as an Excel workbook, to sort and filter."""

from __future__ import annotations

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from planmotor.office.skriv.excel import GREY, MAX_CELL, TOP, about, as_bytes
from planmotor.remiss.redogorelse.docx import FORBIDDEN
from planmotor.remiss.redogorelse.redogorelse import HEADS, Redogörelse, Redovisad

SAID = ("Svar", "Avsnitt i svaret", "Ställe", "Synpunkt", "Föreslagen lydelse", "Skäl")
COLUMNS = (
    "Nummer",
    "Id",
    "Remissinstans",
    "Fråga eller avsnitt",
    *SAID,
    "Ställningstagande",
    "Motivering",
    "Ändring",
)
WIDTHS = (9, 17, 26, 36, 40, 24, 16, 60, 50, 45, 20, 50, 30)


def xlsx(made: Redogörelse) -> bytes:
    """Return the account as an .xlsx: the same bytes for the same remarks. No text becomes a formula."""
    book = Workbook()
    remarks = book.active
    assert isinstance(remarks, Worksheet)  # noqa: S101 (a new workbook has one)
    remarks.title = "Synpunkter och svar"
    rows = [_row(post) for post in made.poster]
    _sheet(remarks, COLUMNS, WIDTHS, rows)
    counts = [list(row.rad) for row in (*made.instanser, made.totalt)]
    _sheet(book.create_sheet("Antal"), HEADS, (40, *[20] * (len(HEADS) - 1)), counts)
    about(book, made.titel, made.plan, {})
    return as_bytes(book)


def _row(post: Redovisad) -> list[str | int]:
    said = dict(post.fält)
    own = (post.ställningstagande, post.motivering, post.ändring)
    return [post.nummer, post.id, post.från, post.avsnitt, *(said.get(name, "") for name in SAID), *own]


def _sheet(
    sheet: Worksheet, heads: tuple[str, ...], widths: tuple[int, ...], rows: list[list[str | int]]
) -> None:
    for number, (name, width) in enumerate(zip(heads, widths, strict=True), 1):
        cell = sheet.cell(1, number, name)
        cell.font, cell.fill, cell.alignment = Font(bold=True), GREY, TOP
        sheet.column_dimensions[get_column_letter(number)].width = width
    for at, row in enumerate(rows, 2):
        for number, value in enumerate(row, 1):
            if value == "":
                continue
            made = sheet.cell(at, number, _clean(value) if isinstance(value, str) else value)
            if isinstance(value, str):
                made.data_type = "s"  # whatever it begins with
            made.alignment = TOP
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{len(rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.paperSize, sheet.page_setup.orientation = 9, "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _clean(text: str) -> str:
    """Return a text that a cell can hold; one that is too long says where the rest stands."""
    text = FORBIDDEN.sub("\ufffd", text)
    end = " … (resten står i Word-filen)"
    return text if len(text) <= MAX_CELL else text[: MAX_CELL - len(end)] + end
