"""The form as an accessible Excel workbook."""

from __future__ import annotations

from datetime import date
from itertools import chain
from pathlib import Path

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from planmotor.grund.problem import Stopped, shown_path
from planmotor.grund.skrivning import write_all
from planmotor.grund.sprak import antal
from planmotor.office.skriv.excel import (
    BODY,
    BOX,
    H1,
    H2,
    LIGHT,
    OPEN,
    TEXT,
    about,
    as_bytes,
    begun,
    finish,
    fit,
    head,
    paragraphs,
    prompt,
    put,
)
from planmotor.plan.falttyp import Värdeslag
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.types import in_words
from planmotor.uppfoljning.statusblankett.blanketter import Blankettval
from planmotor.uppfoljning.statusblankett.falt import (
    ABOUT_SHEET,
    COLUMNS,
    FRÅGAS,
    HELP_SHEET,
    ID,
    MARK,
    NAMN,
    ROWS_SHEET,
    RUBRIK,
    STATUSES,
    TIDIGARE,
    VERSION,
    fingerprint,
    one_line,
    values,
)
from planmotor.uppfoljning.statusblankett.hjalptext import FOR, HEADINGS, HELP, HOLDS, PLAN
from planmotor.uppfoljning.statusblankett.radtext import row_texts

HELP_WIDTH = 76
WIDE = {Värdeslag.STATUS: 16, Värdeslag.DATUM: 15}  # characters; texts take more
TEXT_WIDE = 38
WIDE_ABOUT = {Värdeslag.STATUS: 20, Värdeslag.DATUM: 14}
WIDTHS = (20, 15, 26, 38, 16, *(WIDE.get(k.slag, TEXT_WIDE) for k in FRÅGAS), *[12] * len(FRÅGAS))
OPEN_FROM = COLUMNS.index(RUBRIK[0]) + 1
HIDDEN_FROM = COLUMNS.index(TIDIGARE[0]) + 1
WRONG = "Ordet finns inte\nVälj ett av orden i listan, eller töm rutan."
PROMPTS = {
    Värdeslag.STATUS: "Välj ett ord i listan. Alt och nedpil öppnar den.",
    Värdeslag.DATUM: "Skriv en dag, en månad eller ett år: 2025-06-30.",
    Värdeslag.KOMMENTAR: "Skriv det som ordet inte säger. Inga namn på personer.",
    Värdeslag.TEXT: "Skriv inga namn på personer.",
}


def workbook(plan: Plan, urval: Blankettval, day: date) -> bytes:
    """Return the form as an .xlsx: the same bytes for the same plan and day."""
    book, help = begun(HELP_SHEET)
    facts = {
        MARK: VERSION,
        "Organ": urval.id,
        "Planens avtryck": fingerprint(plan),
        "Gjord": day.isoformat(),
    }
    _help(help, plan, urval, day)
    _rows(book.create_sheet(ROWS_SHEET), plan, urval)
    _about(book.create_sheet(ABOUT_SHEET), urval, facts)
    about(book, f"{FOR}{urval.namn}: {plan.uppgifter.namn}", plan.uppgifter.namn, facts)
    return as_bytes(book)


def write_forms(plan: Plan, forms: list[Blankettval], folder: Path, day: date) -> list[Path]:
    """Write the forms as ``<id>.xlsx`` into a folder: all of them or none. Return the files.

    Raises Stopped when another file stands in the way: it may be a form that somebody has filled in.
    """
    made = {folder / f"{urval.id}.xlsx": workbook(plan, urval, day) for urval in forms}
    for path, content in made.items():
        if path.exists() and path.read_bytes() != content:
            raise Stopped(
                f"{shown_path(path)} finns redan och kan vara ifylld. "
                "Flytta den, eller välj en annan mapp med --till."
            )
    write_all(made, folder, {path: made[path] if path.exists() else None for path in made})
    return list(made)


def _help(sheet: Worksheet, plan: Plan, urval: Blankettval, day: date) -> None:
    count = antal(len(urval.rader), "rad", "rader")
    lines = chain(
        [(f"{FOR}{urval.namn}", H1), (f"{PLAN}{plan.uppgifter.namn}", BODY)],
        [(f"{HOLDS}{count} och visar planen som den var {in_words(day)}.", BODY)],
        ((text, H2 if text in HEADINGS else BODY) for text in HELP),
    )
    paragraphs(sheet, lines, HELP_WIDTH)
    finish(sheet, landscape=False)


def _rows(sheet: Worksheet, plan: Plan, urval: Blankettval) -> None:
    head(sheet, COLUMNS, WIDTHS)
    for number, rad in enumerate(urval.rader, 2):
        texts = row_texts(plan, rad)
        for column, text in enumerate(texts, 1):
            cell = put(sheet, number, column, text)
            cell.border = BOX
            if OPEN_FROM <= column < HIDDEN_FROM:
                cell.protection, cell.number_format = OPEN, TEXT
            else:
                cell.fill = LIGHT
        fit(sheet, number, texts[: HIDDEN_FROM - 1], WIDTHS)
    for column in range(HIDDEN_FROM, len(COLUMNS) + 1):
        sheet.column_dimensions[get_column_letter(column)].hidden = True
    last = len(urval.rader) + 1
    table = Table(displayName=ROWS_SHEET, ref=f"A1:{get_column_letter(len(COLUMNS))}{last}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)
    sheet.print_area = f"A1:{get_column_letter(HIDDEN_FROM - 1)}{last}"
    _prompts(sheet, last)
    sheet.freeze_panes = "B2"
    finish(sheet, landscape=True)


def _prompts(sheet: Worksheet, last: int) -> None:
    """Tell what to write; only the status is held to a list, for dates are read however they are written."""
    for kolumn in FRÅGAS:
        letter = get_column_letter(COLUMNS.index(kolumn.etikett) + 1)
        words = f'"{",".join(STATUSES)}"' if kolumn.slag is Värdeslag.STATUS else ""
        area, told = f"{letter}2:{letter}{last}", PROMPTS[kolumn.slag]
        prompt(sheet, area, kolumn.etikett, told, words, WRONG if words else "")


def _about(sheet: Worksheet, urval: Blankettval, facts: dict[str, str]) -> None:
    """Hold, hidden, what the form is and every row as it was: sorting columns apart can't mix those up."""
    for number, (name, value) in enumerate(facts.items(), 1):
        put(sheet, number, 1, name)
        put(sheet, number, 2, value)
    top = len(facts) + 2
    lines = [(ID, NAMN, *RUBRIK)]
    lines += [(rad.aktivitet.id, one_line(rad.aktivitet.namn), *values(rad.aktivitet)) for rad in urval.rader]
    for row, line in enumerate(lines, top):
        for column, text in enumerate(line, 1):
            put(sheet, row, column, text)
    widths = (30, 50, *(WIDE_ABOUT.get(kolumn.slag, 50) for kolumn in FRÅGAS))
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.sheet_state = "hidden"
    finish(sheet, landscape=False)
