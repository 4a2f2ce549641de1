"""The reply form as an accessible Excel workbook."""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.protection import SheetProtection
from openpyxl.worksheet.worksheet import Worksheet

from planmotor.remiss.arkivfil import LONG_AGO, fixed
from planmotor.remiss.blankett import KOLUMNER, LIST_HEADS, Blankett, anvisningar, var_svara

ROWS = 300
# How many characters fit on a line of the first sheet, and how high a line is, in points.
LINE_LENGTH, LINE_HEIGHT, BODY = 64, 1.4, 11
HELP, QUESTIONS, REMARKS, SECTIONS = "Så fyller du i", "Frågor", "Synpunkter", "Avsnitt"
# How wide the columns of a remark are, in characters.
WIDTHS = (34, 7, 7, 46, 42, 34)
GREY = PatternFill("solid", fgColor="E7ECEF")
TOP = Alignment(wrap_text=True, vertical="top")
LINE = Side(style="thin", color="6B7780")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
OPEN = Protection(locked=False)
MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
SAVED = f"{datetime(*LONG_AGO):%Y-%m-%dT%H:%M:%SZ}".encode()


def xlsx(form: Blankett) -> bytes:
    """Return the form as an .xlsx: the same bytes for the same form."""
    book = Workbook()
    help = book.active
    assert isinstance(help, Worksheet)  # noqa: S101 (a new workbook has one)
    help.title = HELP
    _help(help, form)
    _questions(book.create_sheet(QUESTIONS), form)
    remarks = book.create_sheet(REMARKS)
    _sections(book.create_sheet(SECTIONS), form)
    _remarks(remarks, len(form.avsnitt))
    _properties(book, form)
    raw = io.BytesIO()
    book.save(raw)
    # openpyxl writes the clock's time as it saves.
    return fixed(raw.getvalue(), {"docProps/core.xml": lambda xml: MODIFIED.sub(rb"\g<1>" + SAVED, xml)})


def _properties(book: Workbook, form: Blankett) -> None:
    about = book.properties
    about.title, about.language, about.creator = form.dokumenttitel, "sv-SE", form.plan
    about.subject, about.created = form.märke, datetime(*LONG_AGO)
    about.lastModifiedBy = form.plan
    own: Any = book.custom_doc_props  # type: ignore[attr-defined]
    for name, value in form.egenskaper.items():
        own.append(StringProperty(name=name, value=value))


def _help(sheet: Worksheet, form: Blankett) -> None:
    """Say what the form is about, how to fill it in and where to send it: one cell after the other."""
    lines = [(form.titel, 16)]
    lines += [(f"{label}: {value}", BODY) for label, value in form.uppgifter]
    lines += [
        (HELP, 13),
        *((f"{n}. {step}", BODY) for n, step in enumerate(anvisningar(form, växer=False), 1)),
    ]
    lines += [
        (f"Frågorna finns i bladet {QUESTIONS} och synpunkterna skrivs i bladet {REMARKS}.", BODY),
        ("Skicka in svaret", 13),
        (var_svara(form), BODY),
        (form.märke, BODY),
    ]
    for number, (text, size) in enumerate(lines, 1):
        cell = sheet.cell(number, 1, text)
        cell.alignment, cell.font = TOP, Font(name="Calibri", size=size, bold=size > BODY)
        lines_needed = -(-len(text) * size // (LINE_LENGTH * BODY))
        sheet.row_dimensions[number].height = LINE_HEIGHT * size * lines_needed
    sheet.column_dimensions["A"].width = 72
    _finish(sheet, landscape=False)


def _questions(sheet: Worksheet, form: Blankett) -> None:
    """List the questions, each with a cell for its answer and its permanent id."""
    _head(sheet, ("Fråga", "Svar", "Frågans id"), (50, 90, 20))
    for number, fråga in enumerate(form.frågor, 2):
        text = f"{fråga.fråga}\n{fråga.hjälp}" if fråga.hjälp else fråga.fråga
        for column, value in enumerate((text, None, fråga.id), 1):
            cell = sheet.cell(number, column, value)
            cell.alignment, cell.border = TOP, BOX
        sheet.cell(number, 2).protection = OPEN
        sheet.row_dimensions[number].height = 120
    if not form.frågor:
        sheet.cell(2, 1, "Remissen har inga frågor. Skriv era synpunkter i nästa blad.").alignment = TOP
    _finish(sheet, landscape=True)


def _sections(sheet: Worksheet, form: Blankett) -> None:
    """Hold the list that the first column chooses from, with the permanent id of each section."""
    _head(sheet, LIST_HEADS, (70, 70))
    for number, section in enumerate(form.avsnitt, 2):
        sheet.cell(number, 1, section.titel)
        sheet.cell(number, 2, section.id)
    sheet.sheet_state = "hidden"
    _finish(sheet, landscape=False)


def _remarks(sheet: Worksheet, sections: int) -> None:
    """Make rows for remarks, with a list of sections in the first column."""
    _head(sheet, tuple(name for _key, name in KOLUMNER), WIDTHS)
    for row in sheet.iter_rows(min_row=2, max_row=ROWS + 1, max_col=len(KOLUMNER)):
        for cell in row:
            cell.alignment, cell.protection = TOP, OPEN
            cell.number_format = "@"
    choice = DataValidation(
        type="list", formula1=f"={SECTIONS}!$A$2:$A${sections + 1}", allow_blank=True, errorStyle="warning"
    )
    choice.promptTitle, choice.prompt = "Avsnitt", "Välj avsnitt i listan."
    choice.errorTitle, choice.error = "Avsnittet finns inte i listan", "Vill du behålla det du skrev?"
    choice.showInputMessage = choice.showErrorMessage = True
    choice.add(f"A2:A{ROWS + 1}")
    sheet.add_data_validation(choice)
    sheet.print_title_rows = "1:1"
    _finish(sheet, landscape=True)


def _head(sheet: Worksheet, names: tuple[str, ...], widths: tuple[int, ...]) -> None:
    """Write the header row and keep it in view."""
    for number, (name, width) in enumerate(zip(names, widths, strict=True), 1):
        cell = sheet.cell(1, number, name)
        cell.font, cell.fill, cell.alignment, cell.border = Font(name="Calibri", bold=True), GREY, TOP, BOX
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"


def _finish(sheet: Worksheet, landscape: bool) -> None:
    """Set the paper, the footer and the protection: only cells to answer in can be written, no password."""
    setup = sheet.page_setup
    setup.paperSize, setup.orientation = 9, "landscape" if landscape else "portrait"
    setup.fitToWidth, setup.fitToHeight = 1, 0
    sheet.print_options.gridLines = landscape
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("Sida &P av &N"))
    sheet.protection = SheetProtection(sheet=True, formatColumns=False, formatRows=False, sort=False)
