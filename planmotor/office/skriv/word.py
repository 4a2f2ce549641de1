"""What python-docx has no words for: content controls, custom properties, language and table headers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape
from zlib import crc32

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
# Word knows custom properties by this id, whatever they hold.
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
QUOTES = {'"': "&quot;"}


def custom_properties(made: Document, values: Mapping[str, str]) -> None:
    """Give the document custom properties, all texts."""
    properties = "".join(
        f'<property fmtid="{FORMAT_ID}" pid="{number}" name="{escape(name, QUOTES)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), 2)
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{office}/custom-properties" xmlns:vt="{office}/docPropsVTypes">{properties}'
        "</Properties>"
    )
    package = made.part.package
    part = Part(PackURI("/docProps/custom.xml"), CUSTOM, xml.encode(), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


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


def text_control(tag: str, title: str, hint: str) -> Any:
    """Return a field for text of any length, as a block of its own with a line round it."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="6" w:space="6" w:color="6B7780"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return parse_xml(
        f"<w:sdt {nsdecls('w')}>{_properties(tag, title)}"
        f'<w:showingPlcHdr/><w:text w:multiLine="1"/></w:sdtPr>'
        f"<w:sdtContent><w:p><w:pPr><w:pBdr>{sides}</w:pBdr></w:pPr>{_hint(hint)}</w:p></w:sdtContent></w:sdt>"
    )


def drop_down(tag: str, title: str, hint: str, choices: Sequence[tuple[str, str]]) -> Any:
    """Return a list to choose from, to stand in a paragraph; a choice is what is shown and its value."""
    items = "".join(
        f'<w:listItem w:displayText="{escape(shown, QUOTES)}" w:value="{escape(value, QUOTES)}"/>'
        for shown, value in [(hint, ""), *choices]
    )
    return parse_xml(
        f"<w:sdt {nsdecls('w')}>{_properties(tag, title)}"
        f"<w:showingPlcHdr/><w:dropDownList>{items}</w:dropDownList></w:sdtPr>"
        f"<w:sdtContent>{_hint(hint)}</w:sdtContent></w:sdt>"
    )


def _properties(tag: str, title: str) -> str:
    """Return the start of a control's properties: what it is called, by people and by programs."""
    return (
        f'<w:sdtPr><w:alias w:val="{escape(title[:64], QUOTES)}"/><w:tag w:val="{escape(tag, QUOTES)}"/>'
        f'<w:id w:val="{crc32(tag.encode()) & 0x7FFFFFFF}"/>'
    )


def _hint(text: str) -> str:
    return f'<w:r><w:rPr><w:color w:val="595959"/></w:rPr><w:t>{escape(text)}</w:t></w:r>'
