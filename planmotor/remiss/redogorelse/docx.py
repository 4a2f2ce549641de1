"""The account of a consultation as an accessible Word document."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as Made
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt, RGBColor

from planmotor.office.skriv import word
from planmotor.office.skriv.packning import LONG_AGO, fixed
from planmotor.remiss.redogorelse.redogorelse import HEADS, Redogörelse, Redovisad, Redovisningsgrupp

INK = RGBColor(0x11, 0x2B, 0x3C)
# How wide the columns of the counts are, in centimetres; together the width between the margins.
COUNT_WIDTHS = (3.8, 1.9, 1.1, 2.1, 2.1, 2.1, 1.8, 2.1)
# What XML can't hold at all.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def docx(made: Redogörelse) -> bytes:
    """Return the account as a .docx: the same bytes for the same remarks."""
    document = Document()
    _set_up(document, made)
    document.add_heading(made.titel, 1)
    _counts(document, made)
    body: Any = document.element.body
    last = body[-1]  # the section's own properties
    for paragraph in list(parse_xml(f"<w:body {nsdecls('w')}>{''.join(_all(made))}</w:body>")):
        last.addprevious(paragraph)
    raw = io.BytesIO()
    document.save(raw)
    return fixed(raw.getvalue())


def _all(made: Redogörelse) -> Iterator[str]:
    for title, groups in (
        ("Svar på frågorna", made.frågor),
        ("Synpunkter avsnitt för avsnitt", made.avsnitt),
    ):
        if groups:
            yield _paragraph("Heading2", title)
        for group in groups:
            yield from _group(group)


def _set_up(document: Made, made: Redogörelse) -> None:
    word.language(document, "sv-SE")
    core = document.core_properties
    core.title, core.language, core.author = made.titel, "sv-SE", made.plan
    core.comments, core.revision, core.last_modified_by = "", 1, made.plan
    core.created = core.modified = datetime(*LONG_AGO, tzinfo=UTC)
    body = document.styles["Normal"]
    body.font.name, body.font.size = "Calibri", Pt(11)
    for level, size in ((1, 20), (2, 15), (3, 12), (4, 11)):
        heading = document.styles[f"Heading {level}"]
        heading.font.color.rgb, heading.font.size = INK, Pt(size)
    paper = document.sections[0]
    paper.page_width, paper.page_height = Cm(21), Cm(29.7)
    paper.left_margin = paper.right_margin = paper.top_margin = paper.bottom_margin = Cm(2)
    foot = paper.footer.paragraphs[0]
    foot.add_run(f"{made.titel} · Sida ")
    word.field(foot, "PAGE")
    foot.add_run(" av ")
    word.field(foot, "NUMPAGES")


def _counts(document: Made, made: Redogörelse) -> None:
    """Add how much was said, by whom and what became of it."""
    document.add_heading("I korthet", 2)
    document.add_paragraph(made.totalt_i_ord)
    if made.utan_svar:
        document.add_paragraph(f"Inget svar är inläst från {', '.join(made.utan_svar)}.")
    document.add_paragraph("Antal synpunkter och svar från varje remissinstans, och våra ställningstaganden:")
    rows = [*made.instanser, made.totalt]
    table = document.add_table(len(rows) + 1, len(HEADS), style="Table Grid")
    table.autofit = False
    word.described(table, "Antal", "En rad för varje remissinstans, sist summan.")
    word.repeated(table.rows[0])
    cells = [list(HEADS), *([str(value) for value in row.rad] for row in rows)]
    for row, texts in zip(table.rows, cells, strict=True):
        word.keep_together(row)
        for cell, text, width in zip(row.cells, texts, COUNT_WIDTHS, strict=True):
            cell.width = Cm(width)
            run = cell.paragraphs[0].add_run(text)
            run.font.size, run.bold = Pt(8.5), row._tr is table.rows[0]._tr


def _group(group: Redovisningsgrupp) -> Iterator[str]:
    yield _paragraph("Heading3", group.rubrik)
    for post in group.poster:
        yield from _post(post)


def _post(post: Redovisad) -> Iterator[str]:
    yield _paragraph("Heading4", f"{post.nummer}. {post.från}")
    for label, text in (*post.fält, ("Ställningstagande", post.ställningstagande), *post.vårt):
        yield _paragraph("", text, f"{label}: ")


def _paragraph(style: str, text: str, label: str = "") -> str:
    """Return a paragraph as XML. python-docx takes much longer to add one, and there are thousands."""
    form = f'<w:pStyle w:val="{style}"/>' if style else '<w:spacing w:after="60"/>'
    bold = f"<w:r><w:rPr><w:b/></w:rPr>{_text(label)}</w:r>" if label else ""
    return f"<w:p><w:pPr>{form}</w:pPr>{bold}<w:r>{_text(text)}</w:r></w:p>"


def _text(text: str) -> str:
    lines = escape(_clean(text)).split("\n")
    return "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)


def _clean(text: str) -> str:
    return FORBIDDEN.sub("\ufffd", text)
