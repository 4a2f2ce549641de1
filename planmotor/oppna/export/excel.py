"""A data file as an Excel workbook: texts only, so that nothing in it can run. Same rows, same bytes."""

from __future__ import annotations

from collections.abc import Sequence

from planmotor.office.skriv.excel import about, as_bytes, begun, table
from planmotor.oppna.export.documents import texts
from planmotor.oppna.export.fields import LICENSE, Datafil
from planmotor.plan.model.plan import Plan

WIDEST, NARROWEST = 60, 12  # characters
SAMPLE = 200  # rows that decide the widths
COLUMNS = ("Fält", "Typ", "Förklaring")


def as_xlsx(file: Datafil, plan: Plan, base: str = "/") -> bytes:
    """Return a workbook with the rows in its first sheet and what each field means in its second."""
    book, sheet = begun(file.titel)
    rows = texts(file, plan, base)
    table(sheet, file.kolumner, _widths(file.kolumner, rows), rows)
    explained = [[fält.namn, fält.slag.words, fält.hjälp] for fält in file.fält]
    table(book.create_sheet("Förklaringar"), COLUMNS, _widths(COLUMNS, explained), explained)
    about(book, f"{file.titel} – {plan.uppgifter.namn}", plan.uppgifter.region, {})
    book.properties.description = f"{file.hjälp} Licens: CC0, {LICENSE}"
    return as_bytes(book)


def _widths(names: Sequence[str], rows: list[list[str]]) -> list[int]:
    longest = (
        max(len(name) + 3, *(len(row[number]) for row in rows[:SAMPLE]), NARROWEST)
        for number, name in enumerate(names)
    )
    return [min(width, WIDEST) for width in longest]
