"""What the Word documents that we make have in common: looks, paper, language, and the same bytes.

``wordxml`` has what stands in them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from docx import Document
from docx.document import Document as Made
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from lxml import etree

from planmotor.grund.text import visible
from planmotor.office.skriv.packning import LONG_AGO, fixed
from planmotor.office.skriv.wordxml import attribute

INK = RGBColor(0x11, 0x2B, 0x3C)
SWEDISH = "sv-SE"
SHORT, LONG, MARGIN = Cm(21), Cm(29.7), Cm(2)  # the sides of an A4
MAX_PROPERTY = 255  # characters
PLACE = re.compile(rb"<!--(\d+)-->")
HEADINGS = ((1, 20), (2, 15), (3, 12), (4, 11))  # level and size in points
CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
# Word knows custom properties by this id, whatever they hold.
FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


class Wordfil:
    """A document in the making, on standing paper, with a foot on each page before the page's number."""

    def __init__(
        self, title: str, foot: str, author: str = "", subject: str = "", day: date | None = None
    ) -> None:
        """Begin an empty document. ``day`` is when it was made; none for one that is always the same."""
        self.made = Document()
        self._pieces: list[str] = []
        _language(self.made)
        core = self.made.core_properties
        said = (visible(words)[:MAX_PROPERTY] for words in (title, subject, author, author))
        core.title, core.subject, core.author, core.last_modified_by = said
        core.language, core.comments = SWEDISH, ""
        core.created = core.modified = datetime.combine(day or date(*LONG_AGO[:3]), time(), UTC)
        core.revision = 1
        _looks(self.made)
        paper = self.made.sections[0]
        paper.page_width, paper.page_height = SHORT, LONG
        paper.left_margin = paper.right_margin = paper.top_margin = paper.bottom_margin = MARGIN
        _numbered(self.made, foot)

    def add(self, pieces: Iterable[str]) -> None:
        """Add paragraphs and tables, as XML, to the end of the document.

        A comment holds their place until the document is written: to make elements of thousands of pieces,
        only to write them as text again, takes longer than all the rest.
        """
        body: Any = self.made.element.body
        body[-1].addprevious(etree.Comment(str(len(self._pieces))))  # the last is the section's properties
        self._pieces.append("".join(pieces))

    def turn(self) -> None:
        """Begin a new page on lying paper."""
        lying = self.made.add_section(WD_SECTION.NEW_PAGE)
        lying.orientation, lying.page_width, lying.page_height = WD_ORIENT.LANDSCAPE, LONG, SHORT

    def as_bytes(self) -> bytes:
        """Return the document as a file: the same bytes for the same contents."""
        raw = io.BytesIO()
        self.made.save(raw)
        return fixed(raw.getvalue(), {"word/document.xml": self._whole})

    def _whole(self, xml: bytes) -> bytes:
        return PLACE.sub(lambda place: self._pieces[int(place[1])].encode(), xml)


def _looks(made: Made) -> None:
    body, caption = made.styles["Normal"], made.styles["Caption"]
    body.font.name, body.font.size = "Calibri", Pt(11)
    caption.font.color.rgb, caption.font.size = INK, Pt(10)
    for level, size in HEADINGS:
        font = made.styles[f"Heading {level}"].font
        font.color.rgb, font.size, font.italic = INK, Pt(size), False


def _language(made: Made) -> None:
    """Set the language of all text, also where the template says another."""
    styles: Any = made.styles.element
    for mark in styles.iter(qn("w:lang")):
        for side in ("val", "eastAsia"):
            mark.set(qn(f"w:{side}"), SWEDISH)
    settings: Any = made.settings.element
    for mark in settings.iter(qn("w:themeFontLang")):
        mark.set(qn("w:val"), SWEDISH)


def _numbered(made: Made, foot: str) -> None:
    """Write the foot with the page's number and how many there are, which the word processor fills in."""
    paragraph = made.sections[0].footer.paragraphs[0]
    for words, code in ((f"{foot} · Sida ", "PAGE"), (" av ", "NUMPAGES")):
        paragraph.add_run(visible(words))
        field = f'<w:fldSimple {nsdecls("w")} w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        paragraph._p.append(parse_xml(field))


def custom_properties(made: Made, values: Mapping[str, str]) -> None:
    """Give the document custom properties, all texts."""
    properties = "".join(
        f'<property fmtid="{FORMAT_ID}" pid="{number}" name="{attribute(name)}">'
        f"<vt:lpwstr>{attribute(value)}</vt:lpwstr></property>"
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
