"""A data file as an Excel workbook: texts only, so that nothing in it can run.

The same rows give the same bytes: the archive's times are set, and so is the day in the document's facts.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from planmotor.oppna.export.documents import defused, texts
from planmotor.oppna.export.fields import LICENSE, Datafil
from planmotor.plan.model.plan import Plan

WIDEST, NARROWEST = 60, 12  # characters
SAMPLE = 200  # rows that decide the widths
MOST = 32_767  # characters in a cell
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
ZIP_DAY = (1980, 1, 1, 0, 0, 0)
MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def as_xlsx(file: Datafil, plan: Plan, base: str = "/") -> bytes:
    """Return a workbook with the rows in its first sheet and what each field means in its second."""
    book = Workbook(write_only=True)
    book.properties.title = f"{file.titel} – {plan.uppgifter.namn}"
    book.properties.description = f"{file.hjälp} Licens: CC0, {LICENSE}"
    book.properties.language = "sv-SE"
    book.properties.creator = plan.uppgifter.region
    _sheet(book, file.titel, file.kolumner, texts(file, plan, base))
    explained = [[fält.namn, fält.slag.words, fält.hjälp] for fält in file.fält]
    _sheet(book, "Förklaringar", ("Fält", "Typ", "Förklaring"), explained)
    out = io.BytesIO()
    book.save(out)
    return _same_bytes(out)


def _sheet(book: Workbook, title: str, columns: Iterable[str], rows: list[list[str]]) -> None:
    sheet = book.create_sheet(title)
    names = list(columns)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(names))}{len(rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for number, name in enumerate(names):
        longest = max(len(name) + 3, *(len(row[number]) for row in rows[:SAMPLE]), NARROWEST)
        sheet.column_dimensions[get_column_letter(number + 1)].width = min(longest, WIDEST)
    sheet.append([_head(sheet, name) for name in names])
    for row in rows:
        sheet.append([_cell(sheet, text) for text in row])


def _head(sheet: Any, name: str) -> Any:
    cell = WriteOnlyCell(sheet, name)
    cell.font = Font(name="Calibri", size=11, bold=True)
    cell.alignment = Alignment(vertical="top")
    return cell


def _cell(sheet: Any, text: str) -> Any:
    """Return a text as a cell: one that could be taken for a formula is told to be a text, in two ways."""
    if not text:
        return None
    clean = CONTROL.sub("", text)[:MOST]
    if defused(clean) == clean:
        return clean
    cell = WriteOnlyCell(sheet, clean)
    cell.data_type = "s"
    cell.quotePrefix = True  # it stays a text when somebody edits it
    return cell


def _same_bytes(made: io.BytesIO) -> bytes:
    """Return the workbook without the moment when it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z", content)
            target.writestr(zipfile.ZipInfo(name, ZIP_DAY), content, zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()
