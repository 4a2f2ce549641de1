"""A form for the secretary: what has to be told of a decision, as a workbook to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from planmotor.office.skriv.excel import (
    BOLD,
    BOX,
    GREY,
    LIGHT,
    OPEN,
    TEXT,
    about,
    as_bytes,
    begun,
    finish,
    fit,
    put,
)
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.types import in_words
from planmotor.plan.remisslage import svarstid

MARK, VERSION = "Beslutsblankett", "1"
SHEET, CHOICES = "Beslut", "Val"
WIDTHS = (28, 52, 60)


class Fråga(NamedTuple):
    """A line of the form: the name it goes by, what it asks and how to answer."""

    fält: str
    fråga: str
    hjälp: str
    krävs: bool = True


FRÅGOR = (
    Fråga("handlingsplan", "Vilken plan", "Välj i listan."),
    Fråga("organ", "Vem som beslutade", "Välj i listan. Flera parter: en blankett för varje."),
    Fråga("datum", "Dagen för beslutet", "År, månad och dag: 2026-12-01."),
    Fråga("beslut", "Vad som beslutades", "En mening, så som det står i protokollet. Inga namn på personer."),
    Fråga("gäller_från", "Gäller från", "Bara om det är en annan dag än beslutets.", krävs=False),
    Fråga("dokument", "Protokoll eller dokument", "Välj i listan, om dokumentet finns där.", krävs=False),
    Fråga("avsnitt", "Paragraf eller avsnitt", "Till exempel § 112.", krävs=False),
)


def val(plan: Plan) -> dict[str, Mapping[str, str]]:
    """Return what each question lets one choose among: what is shown, by id."""
    documents = plan.källor.dokument if plan.källor else ()
    return {
        "handlingsplan": {one.id: one.namn for one in plan.handlingsplaner},
        "organ": {one.id: one.namn for one in plan.organ} | {one.id: one.namn for one in plan.kommuner},
        "dokument": {one.id: one.namn for one in documents},
    }


def workbook(plan: Plan) -> bytes:
    """Return the form as an .xlsx: the same bytes for the same plan."""
    book, sheet = begun(SHEET)
    lists = val(plan)
    columns = _choices(book.create_sheet(CHOICES), lists)
    for number, text in enumerate(_head(plan), 1):
        cell = put(sheet, number, 1, text)
        sheet.merge_cells(start_row=number, start_column=1, end_row=number, end_column=3)
        fit(sheet, number, [text], [sum(WIDTHS)])
        if number == 1:
            cell.font = BOLD
    first = sheet.max_row + 2
    for number, fråga in enumerate(FRÅGOR, first):
        _line(sheet, number, fråga)
        if fråga.fält in columns:
            _choose(sheet, number, columns[fråga.fält])
    for letter, width in zip("ABC", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    finish(sheet, landscape=True)
    about(book, f"Beslut om {plan.uppgifter.namn}", plan.uppgifter.namn, {MARK: VERSION})
    return as_bytes(book)


def _head(plan: Plan) -> Iterator[str]:
    yield f"Beslut om {plan.uppgifter.namn}"
    yield "Fyll i de vita rutorna när beslutet är fattat. Skicka filen till den som sköter planens data."
    for remiss in plan.remisser:
        found, closes = plan.remissens_synpunkter(remiss.id), svarstid(plan, remiss).stänger
        left = len(list(found.utan_ställningstagande())) if found else 0
        if left and closes:
            yield f"Remissen som stängde {in_words(closes)} har {left} synpunkter utan ställningstagande."


def _line(sheet: Worksheet, number: int, fråga: Fråga) -> None:
    mark = "" if fråga.krävs else " (om det behövs)"
    name, answer, help = (put(sheet, number, column, "") for column in (1, 2, 3))
    for cell, text in ((name, f"{fråga.fråga}{mark}"), (help, fråga.hjälp)):
        put(sheet, number, cell.column, text).border = BOX
    name.font, name.fill, help.fill = BOLD, GREY, LIGHT
    answer.border, answer.protection, answer.number_format = BOX, OPEN, TEXT
    fit(sheet, number, [f"{fråga.fråga}{mark}", "", fråga.hjälp], WIDTHS)


def _choices(sheet: Worksheet, lists: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Write what can be chosen, a column for each question; return where each column lies."""
    places = {}
    for column, (field, known) in enumerate(((f, k) for f, k in lists.items() if k), 1):
        for row, name in enumerate(known.values(), 1):
            put(sheet, row, column, name)
        letter = "ABCDEFG"[column - 1]
        places[field] = f"{CHOICES}!${letter}$1:${letter}${len(known)}"
        sheet.column_dimensions[letter].width = 60
    finish(sheet, landscape=False)
    return places


def _choose(sheet: Worksheet, number: int, place: str) -> None:
    rule = DataValidation(type="list", formula1=place, allow_blank=True)
    rule.errorTitle, rule.error = "Finns inte i listan", "Välj i listan, eller töm rutan."
    rule.showErrorMessage = True
    rule.add(f"B{number}")
    sheet.add_data_validation(rule)
