"""What python-docx has no words for, and Word files that are the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

LONG_AGO = (1980, 1, 1, 0, 0, 0)


def language(made: Document, code: str) -> None:
    """Set the language of all text, also where the template says another."""
    styles: Any = made.styles.element
    for mark in styles.iter(qn("w:lang")):
        for side in ("val", "eastAsia"):
            mark.set(qn(f"w:{side}"), code)
    settings: Any = made.settings.element
    for mark in settings.iter(qn("w:themeFontLang")):
        mark.set(qn("w:val"), code)


def field(paragraph: Paragraph, code: str) -> None:
    """Add a field such as PAGE, with its value to be filled in by the word processor."""
    paragraph._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )


def repeated(row: _Row) -> None:
    """Mark the row as the table's header, which is repeated on each page and read as one."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def keep_together(row: _Row) -> None:
    """Keep the row from being broken over two pages."""
    row._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))


def described(table: Table, title: str, text: str) -> None:
    """Give the table a title and a description for those who don't see it."""
    properties: Any = table._tbl.tblPr
    for name, value in (("w:tblCaption", title), ("w:tblDescription", text)):
        mark: Any = OxmlElement(name)
        mark.set(qn("w:val"), value)
        properties.append(mark)


def shaded(cell: Any, colour: str) -> None:
    """Give a cell a background, named by six hexadecimal digits."""
    mark: Any = OxmlElement("w:shd")
    mark.set(qn("w:val"), "clear")
    mark.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(mark)


def saved(made: Document) -> bytes:
    """Return the document as a .docx: the same bytes for the same content."""
    raw = io.BytesIO()
    made.save(raw)
    return fixed(raw.getvalue())


def fixed(raw: bytes) -> bytes:
    """Return a zip archive, such as a Word or Excel file, with the same time on every part."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            new.writestr(info, old.read(name))
    return made.getvalue()
