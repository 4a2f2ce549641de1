"""The reply form as an accessible Excel workbook."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

from planmotor.office.skriv.excel import (
    BODY,
    BOX,
    H1,
    H2,
    OPEN,
    TEXT,
    TOP,
    about,
    as_bytes,
    begun,
    finish,
    head,
    paragraphs,
    prompt,
    put,
)
from planmotor.remiss.blankett.blankett import KOLUMNER, LIST_HEADS, Blankett, anvisningar, var_svara

ROWS = 300
HELP, QUESTIONS, REMARKS, SECTIONS = "Så fyller du i", "Frågor", "Synpunkter", "Avsnitt"
# How wide the first sheet and the columns of a remark are, in characters.
HELP_WIDTH = 72
WIDTHS = (34, 7, 7, 46, 42, 34)


def xlsx(form: Blankett) -> bytes:
    """Return the form as an .xlsx: the same bytes for the same form."""
    book, help = begun(HELP)
    _help(help, form)
    _questions(book.create_sheet(QUESTIONS), form)
    remarks = book.create_sheet(REMARKS)
    _sections(book.create_sheet(SECTIONS), form)
    _remarks(remarks, len(form.avsnitt))
    about(book, form.dokumenttitel, form.plan, form.egenskaper, form.märke)
    return as_bytes(book)


def _help(sheet: Worksheet, form: Blankett) -> None:
    """Say what the form is about, how to fill it in and where to send it: one cell after the other."""
    lines = [(form.titel, H1)]
    lines += [(f"{label}: {value}", BODY) for label, value in form.uppgifter]
    lines += [
        (HELP, H2),
        *((f"{n}. {step}", BODY) for n, step in enumerate(anvisningar(form, växer=False), 1)),
    ]
    lines += [
        (f"Frågorna finns i bladet {QUESTIONS} och synpunkterna skrivs i bladet {REMARKS}.", BODY),
        ("Skicka in svaret", H2),
        (var_svara(form), BODY),
        (form.märke, BODY),
    ]
    paragraphs(sheet, lines, HELP_WIDTH)
    finish(sheet, landscape=False)


def _questions(sheet: Worksheet, form: Blankett) -> None:
    """List the questions, each with a cell for its answer and its permanent id."""
    head(sheet, ("Fråga", "Svar", "Frågans id"), (50, 90, 20))
    for number, fråga in enumerate(form.frågor, 2):
        text = f"{fråga.fråga}\n{fråga.hjälp}" if fråga.hjälp else fråga.fråga
        for column, value in enumerate((text, "", fråga.id), 1):
            put(sheet, number, column, value).border = BOX
        sheet.cell(number, 2).protection = OPEN
        sheet.row_dimensions[number].height = 120
    if not form.frågor:
        put(sheet, 2, 1, "Remissen har inga frågor. Skriv era synpunkter i nästa blad.")
    finish(sheet, landscape=True)


def _sections(sheet: Worksheet, form: Blankett) -> None:
    """Hold the list that the first column chooses from, with the permanent id of each section."""
    head(sheet, LIST_HEADS, (70, 70))
    for number, section in enumerate(form.avsnitt, 2):
        put(sheet, number, 1, section.titel)
        put(sheet, number, 2, section.id)
    sheet.sheet_state = "hidden"
    finish(sheet, landscape=False)


def _remarks(sheet: Worksheet, sections: int) -> None:
    """Make rows for remarks, with a list of sections in the first column."""
    head(sheet, tuple(name for _key, name in KOLUMNER), WIDTHS)
    for row in sheet.iter_rows(min_row=2, max_row=ROWS + 1, max_col=len(KOLUMNER)):
        for cell in row:
            cell.alignment, cell.protection = TOP, OPEN
            cell.number_format = TEXT
    prompt(
        sheet,
        f"A2:A{ROWS + 1}",
        "Avsnitt",
        "Välj avsnitt i listan.",
        f"={SECTIONS}!$A$2:$A${sections + 1}",
        "Avsnittet finns inte i listan\nVill du behålla det du skrev?",
        warn=True,
    )
    sheet.print_options.gridLines = True
    finish(sheet, landscape=True, sortable=True)
