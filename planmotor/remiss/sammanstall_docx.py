"""The account of a consultation as an accessible Word document."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as Made
from docx.shared import Cm, Pt, RGBColor

from planmotor.arkivfil import LONG_AGO, fixed
from planmotor.remiss import word
from planmotor.remiss.sammanstall import HEADS, Grupp, Post, Redogörelse

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
    for title, groups in (("Svar på frågorna", made.frågor), ("Synpunkter avsnitt för avsnitt", made.avsnitt)):
        if groups:
            document.add_heading(title, 2)
        for group in groups:
            _group(document, group)
    raw = io.BytesIO()
    document.save(raw)
    return fixed(raw.getvalue())


def _set_up(document: Made, made: Redogörelse) -> None:
    word.language(document, "sv-SE")
    core = document.core_properties
    core.title, core.language, core.author = made.titel, "sv-SE", made.plan
    core.comments, core.revision, core.last_modified_by = "", 1, made.plan
    core.created = core.modified = datetime(*LONG_AGO, tzinfo=UTC)
    body = document.styles["Normal"]
    body.font.name, body.font.size = "Calibri", Pt(11)  # type: ignore[attr-defined]
    for level, size in ((1, 20), (2, 15), (3, 12), (4, 11)):
        heading = document.styles[f"Heading {level}"]
        heading.font.color.rgb, heading.font.size = INK, Pt(size)  # type: ignore[attr-defined]
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


def _group(document: Made, group: Grupp) -> None:
    document.add_heading(_clean(group.rubrik), 3)
    for post in group.poster:
        _post(document, post)


def _post(document: Made, post: Post) -> None:
    document.add_heading(f"{post.nummer}. {post.från}", 4)
    for label, text in post.fält:
        _labelled(document, label, text)
    _labelled(document, "Ställningstagande", post.ställningstagande)
    for label, text in post.vårt:
        _labelled(document, label, text)


def _labelled(document: Made, label: str, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(3)
    paragraph.add_run(f"{label}: ").bold = True
    paragraph.add_run(_clean(text))


def _clean(text: str) -> str:
    return FORBIDDEN.sub("\ufffd", text)
