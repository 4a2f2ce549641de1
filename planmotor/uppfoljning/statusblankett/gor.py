"""The form as an accessible Excel workbook."""

from __future__ import annotations

from datetime import date
from itertools import chain
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from planmotor.andra.write.save import write_all
from planmotor.grund.problem import Stopped, shown_path
from planmotor.jamfora.diff.tid import i_ord
from planmotor.office.skriv.excel import (
    BODY,
    BOX,
    LIGHT,
    OPEN,
    TEXT,
    about,
    as_bytes,
    finish,
    fit,
    head,
    paragraphs,
    put,
)
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad
from planmotor.plan.model.types import in_words
from planmotor.uppfoljning.statusblankett.blanketter import Blankettval
from planmotor.uppfoljning.statusblankett.falt import (
    ABOUT_SHEET,
    COLUMNS,
    HELP_SHEET,
    ID,
    MARK,
    MEANING,
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

HELP_WIDTH = 76
WIDTHS = (20, 15, 26, 38, 16, 16, 15, 38, 12, 12, 12)  # characters
H1, H2 = 16, 13  # points
OPEN_FROM = COLUMNS.index(RUBRIK.status) + 1
HIDDEN_FROM = COLUMNS.index(TIDIGARE.status) + 1


def workbook(plan: Plan, urval: Blankettval, day: date) -> bytes:
    """Return the form as an .xlsx: the same bytes for the same plan and day."""
    book = Workbook()
    help = book.active
    assert isinstance(help, Worksheet)  # noqa: S101 (a new workbook has one)
    help.title = HELP_SHEET
    facts = {
        MARK: VERSION,
        "Organ": urval.id,
        "Planens avtryck": fingerprint(plan),
        "Gjord": day.isoformat(),
    }
    _help(help, plan, urval, day)
    _rows(book.create_sheet(ROWS_SHEET), plan, urval)
    _about(book.create_sheet(ABOUT_SHEET), urval, facts)
    about(book, f"Status för {urval.namn}: {plan.uppgifter.namn}", plan.uppgifter.namn, facts)
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
    write_all(made)
    return list(made)


def _help(sheet: Worksheet, plan: Plan, urval: Blankettval, day: date) -> None:
    count = f"{len(urval.rader)} {'rad' if len(urval.rader) == 1 else 'rader'}"
    steps = (
        f"Gå till bladet {ROWS_SHEET}. Där är en rad för varje aktivitet.",
        f"Välj ett ord i kolumnen {RUBRIK.status}. Listan öppnas med Alt och nedpil.",
        f"Skriv i {RUBRIK.klart_senast} när det ska vara klart: en dag (2025-06-30), en månad (2025-06) "
        "eller ett år (2025).",
        f"Skriv i {RUBRIK.kommentar} det som ordet inte säger: vad som är gjort, vad som återstår och vad "
        "det gav. Kommentaren blir offentlig. Skriv inga namn på personer.",
        "Har inget ändrats rör du inte raden. Tömmer du en ruta tas uppgiften bort ur planen.",
        "Spara filen och skicka den till den som bad dig om den. Där får du också veta när svaret ska vara "
        "inne.",
    )
    lines = chain(
        [(f"Status för {urval.namn}", H1), (f"Plan: {plan.uppgifter.namn}", BODY)],
        [(f"Blanketten har {count} och visar planen som den var {in_words(day)}.", BODY)],
        [("Gör så här", H2)],
        ((f"{number}. {step}", BODY) for number, step in enumerate(steps, 1)),
        [("Orden betyder", H2)],
        ((f"{word[0].upper()}{word[1:]}: {meaning}", BODY) for word, meaning in MEANING.items()),
        [("Tom ruta: planen säger inget om läget.", BODY), ("Bra att veta", H2)],
        [("Du kan filtrera raderna och ändra kolumnernas bredd.", BODY)],
        [
            (
                "De grå rutorna är låsta. Vill du sortera tar du bort bladets skydd. Det har inget lösenord.",
                BODY,
            )
        ],
    )
    paragraphs(sheet, lines, HELP_WIDTH)
    finish(sheet, landscape=False)


def _rows(sheet: Worksheet, plan: Plan, urval: Blankettval) -> None:
    head(sheet, COLUMNS, WIDTHS)
    for number, rad in enumerate(urval.rader, 2):
        texts = _texts(plan, rad)
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
    for rule in (_choice(last), _date(last), _comment(last)):
        sheet.add_data_validation(rule)
    sheet.freeze_panes = "B2"
    finish(sheet, landscape=True)


def _texts(plan: Plan, rad: Rad) -> tuple[str, ...]:
    now = values(rad.aktivitet)
    name = one_line(rad.aktivitet.namn)
    above = f": {one_line(rad.överordnad.namn)}" if rad.överordnad else ""
    places = (plan.kort(rad.handlingsplan.id), f"{rad.område.namn}{above}")
    return (rad.aktivitet.id, *places, name, _time(rad), *now, *now)


def _time(rad: Rad) -> str:
    """Return when the row is to be done, as the plan says it: a time in words, or the years of priority."""
    above = rad.överordnad
    years = rad.aktivitet.prioritet or (above.prioritet if above else None)
    return i_ord(rad.aktivitet.tid or (above.tid if above else None)) or years or "ej angiven"


def _choice(last: int) -> DataValidation:
    rule = DataValidation(type="list", formula1=f'"{",".join(STATUSES)}"', allow_blank=True)
    rule.errorTitle, rule.error = "Ordet finns inte", "Välj ett av orden i listan, eller töm rutan."
    return _told(rule, RUBRIK.status, "Välj ett ord i listan. Alt och nedpil öppnar den.", last)


def _date(last: int) -> DataValidation:
    """Show how to write a date. Nothing is refused: other ways of writing one are read too."""
    rule = DataValidation(allow_blank=True)
    return _told(rule, RUBRIK.klart_senast, "Skriv en dag, en månad eller ett år: 2025-06-30.", last)


def _comment(last: int) -> DataValidation:
    rule = DataValidation(allow_blank=True)
    return _told(rule, RUBRIK.kommentar, "Skriv det som ordet inte säger. Inga namn på personer.", last)


def _told(rule: DataValidation, column: str, prompt: str, last: int) -> DataValidation:
    rule.promptTitle, rule.prompt = column, prompt
    rule.showInputMessage = rule.showErrorMessage = True
    letter = get_column_letter(COLUMNS.index(column) + 1)
    rule.add(f"{letter}2:{letter}{last}")
    return rule


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
    for letter, width in zip("ABCDE", (30, 50, 20, 14, 50), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.sheet_state = "hidden"
    finish(sheet, landscape=False)
