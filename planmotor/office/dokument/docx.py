"""A report as an accessible Word document: real headings, lists and tables, and Swedish as its language."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.document import Document as Made
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from planmotor.grund.text import visible
from planmotor.office.dokument.typer import Avsnitt, Block, Lista, Ord, Rapport, Stycke, Tabell, Text, slät
from planmotor.office.skriv import word
from planmotor.office.skriv.packning import fixed

INK, QUIET, GREY = RGBColor(0x11, 0x2B, 0x3C), RGBColor(0x4A, 0x58, 0x60), "E7ECEF"
WIDTH, MARGIN = 17.0, 2.0  # centimetres: between the margins of a standing A4, and of the margins
CELL, LETTER, LEAST = 0.5, 0.23, 1.9  # centimetres: a cell's margins, a bold letter, the narrowest column
# Few screen readers tell of a line through or under words, so words tell it too.
SAID = {"borttaget": "[borttaget: {}]", "tillagt": "[tillagt: {}]"}


def som_docx(rapport: Rapport) -> bytes:
    """Return the report as a .docx: the same bytes for the same report."""
    made = Document()
    _set_up(made, rapport)
    made.add_heading(rapport.titel, 1)
    for name, value in rapport.uppgifter:
        paragraph = made.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        _add(paragraph, (Ord(f"{name}: ", "fet"), Ord(value)))
    for part in rapport.avsnitt:
        _part(made, part, 2)
    raw = io.BytesIO()
    made.save(raw)
    return fixed(raw.getvalue())


def _set_up(made: Made, rapport: Rapport) -> None:
    """Set what the whole document has: paper, language, title, dates and the foot of the pages."""
    word.language(made, "sv-SE")
    core = made.core_properties
    core.title, core.language, core.author, core.comments = rapport.titel, "sv-SE", "", ""
    core.created = core.modified = datetime(*rapport.dag.timetuple()[:3], tzinfo=UTC)
    core.last_modified_by, core.revision = "", 1
    body = made.styles["Normal"]
    body.font.name, body.font.size = "Calibri", Pt(11)
    for level, size in ((1, 20), (2, 15), (3, 12.5), (4, 11)):
        heading = made.styles[f"Heading {level}"]
        heading.font.color.rgb, heading.font.size, heading.font.italic = INK, Pt(size), False
    caption = made.styles["Caption"]
    caption.font.color.rgb, caption.font.size = INK, Pt(10)
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN)
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{rapport.slag} {rapport.dag.isoformat()} · Sida ")
    word.field(foot, "PAGE")
    foot.add_run(" av ")
    word.field(foot, "NUMPAGES")


def _part(made: Made, part: Avsnitt, level: int) -> None:
    made.add_heading(visible(part.rubrik), level)
    for block in part.block:
        _block(made, block)
    for below in part.delar:
        _part(made, below, level + 1)


def _block(made: Made, block: Block) -> None:
    if isinstance(block, Stycke):
        paragraph = made.add_paragraph()
        if block.slag == "notis":
            paragraph.add_run("Obs! ").bold = True
        _add(paragraph, block.text)
        if block.slag == "räknat":
            for run in paragraph.runs:
                run.font.size, run.font.color.rgb = Pt(9.5), QUIET
    elif isinstance(block, Lista):
        for item in block.punkter:
            _add(made.add_paragraph(style="List Bullet"), item.text)
            for below in item.under:
                _add(made.add_paragraph(style="List Bullet 2"), below)
    else:
        _table(made, block)


def _add(paragraph: Paragraph, words: Text) -> None:
    for piece in words:
        run = paragraph.add_run(SAID.get(piece.slag, "{}").format(visible(piece.text)))
        run.bold = True if piece.slag == "fet" else None
        run.font.strike = True if piece.slag == "borttaget" else None
        run.font.underline = True if piece.slag == "tillagt" else None
        if piece.slag == "tyst":
            run.font.color.rgb = QUIET


def _table(made: Made, table: Tabell) -> None:
    caption = made.add_paragraph(table.rubrik, "Caption")
    caption.paragraph_format.keep_with_next = True
    rows = [*table.rader, *filter(None, [table.summa])]
    grid = made.add_table(rows=len(rows) + 1, cols=len(table.kolumner), style="Table Grid")
    grid.autofit = False
    word.described(grid, table.rubrik, f"Kolumner: {', '.join(table.kolumner)}.")
    word.repeated(grid.rows[0])
    widths = [Cm(width) for width in _widths(table)]
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    heads = tuple((Ord(name, "fet"),) for name in table.kolumner)
    for number, (row, cells) in enumerate(zip(grid.rows, [heads, *rows], strict=True)):
        word.keep_together(row)
        last = bool(table.summa) and number == len(rows)
        for place, (cell, words, width) in enumerate(zip(row.cells, cells, widths, strict=True)):
            cell.width = width
            if number == 0:
                _shade(cell)
            _cell(cell.paragraphs[0], words, bold=last or place == 0, right=table.siffror and place > 0)
    made.add_paragraph().paragraph_format.space_after = Pt(2)


def _shade(cell: _Cell) -> None:
    mark: Any = OxmlElement("w:shd")
    mark.set(qn("w:val"), "clear")
    mark.set(qn("w:fill"), GREY)
    cell._tc.get_or_add_tcPr().append(mark)


def _cell(paragraph: Paragraph, words: Text, bold: bool, right: bool) -> None:
    _add(paragraph, words)
    paragraph.paragraph_format.space_after = Pt(0)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for run, piece in zip(paragraph.runs, words, strict=True):
        run.font.size = Pt(9.5)
        run.bold = run.bold or (bold and piece.slag != "tyst") or None


def _widths(table: Tabell) -> list[float]:
    """Return how wide columns are, in centimetres: as their longest word, and what is left to long texts."""
    texts = [[slät(cell) for cell in column] for column in zip(*table.rader, strict=True)] or [[""]]
    least = [
        max(
            LEAST,
            CELL + LETTER * max(len(word) for words in [name, *column] for word in words.split() or [""]),
        )
        for name, column in zip(table.kolumner, texts, strict=True)
    ]
    wants = (
        [max(map(len, column)) ** 0.7 for column in texts] if not table.siffror else [1, *[0] * len(least)]
    )
    spare, whole = max(0.0, WIDTH - sum(least)), sum(wants[: len(least)])
    return [(n + spare * w / whole) * min(1, WIDTH / sum(least)) for n, w in zip(least, wants, strict=False)]
