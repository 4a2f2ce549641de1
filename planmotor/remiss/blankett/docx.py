"""The reply form as an accessible Word document."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.document import Document as Made
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table

from planmotor.office.skriv import word
from planmotor.office.skriv.packning import LONG_AGO, fixed
from planmotor.remiss.blankett.blankett import KOLUMNER, SKRIV, VÄLJ, Blankett, anvisningar, var_svara

ROWS = 15
# How wide the columns of a remark are, in centimetres; together the width between the margins of a lying A4.
WIDTHS = (4.6, 1.5, 1.5, 6.8, 6.2, 5.1)
MARGIN = Cm(2)
INK, GREY = RGBColor(0x11, 0x2B, 0x3C), "E7ECEF"


def docx(form: Blankett) -> bytes:
    """Return the form as a .docx: the same bytes for the same form."""
    made = Document()
    _set_up(made, form)
    made.add_heading(form.titel, 1)
    for label, value in form.uppgifter:
        paragraph = made.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.add_run(f"{label}: ").bold = True
        paragraph.add_run(value)
    made.add_heading("Så fyller du i", 2)
    for step in anvisningar(form, växer=True):
        made.add_paragraph(step, "List Number")
    made.add_heading("Skicka in svaret", 2)
    made.add_paragraph(var_svara(form))
    _questions(made, form)
    _remarks(made, form)
    raw = io.BytesIO()
    made.save(raw)
    return fixed(raw.getvalue())


def _set_up(made: Made, form: Blankett) -> None:
    """Set what the whole document has: paper, language, title, type and the properties that name the form."""
    word.language(made, "sv-SE")
    word.custom_properties(made, form.egenskaper)
    core = made.core_properties
    core.title, core.language, core.author = form.dokumenttitel, "sv-SE", form.plan
    core.subject, core.comments, core.revision = form.märke, "", 1
    core.created = core.modified = datetime(*LONG_AGO, tzinfo=UTC)
    core.last_modified_by = form.plan
    body = made.styles["Normal"]
    body.font.name, body.font.size = "Calibri", Pt(11)
    for level, size in ((1, 20), (2, 15), (3, 12)):
        heading = made.styles[f"Heading {level}"]
        heading.font.color.rgb, heading.font.size = INK, Pt(size)
    _paper(made.sections[0])
    foot = made.sections[0].footer.paragraphs[0]
    foot.add_run(f"{form.märke} · Sida ")
    word.field(foot, "PAGE")
    foot.add_run(" av ")
    word.field(foot, "NUMPAGES")


def _paper(section: Section) -> None:
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN


def _questions(made: Made, form: Blankett) -> None:
    """Add each question as a heading with a field for its answer."""
    if not form.frågor:
        return
    made.add_heading("Frågor", 2)
    for fråga in form.frågor:
        made.add_heading(fråga.fråga, 3)
        if fråga.hjälp:
            made.add_paragraph(fråga.hjälp)
        field = word.text_control(f"svar:{fråga.id}", f"Svar på frågan: {fråga.fråga}", SKRIV)
        made.element.body.insert(len(made.element.body) - 1, field)


def _remarks(made: Made, form: Blankett) -> None:
    """Add the table of remarks on lying paper, with a list to choose the section from in each row."""
    lying = made.add_section(WD_SECTION.NEW_PAGE)
    lying.orientation, lying.page_width, lying.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    made.add_heading("Synpunkter", 2)
    made.add_paragraph("En synpunkt på varje rad. Välj avsnitt i listan i den första kolumnen.")
    table = made.add_table(rows=ROWS + 1, cols=len(KOLUMNER), style="Table Grid")
    table.autofit = False
    what = ", ".join(name for _key, name in KOLUMNER)
    word.described(table, "Synpunkter", f"En rad för varje synpunkt. Kolumner: {what}.")
    _head(table)
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Cm(width)
    choices = [(section.titel, section.id) for section in form.avsnitt]
    for number, row in enumerate(table.rows):
        word.keep_together(row)
        for cell, width in zip(row.cells, WIDTHS, strict=True):
            cell.width = Cm(width)
        if number:
            row.height = Cm(1.4)
            chooser = word.drop_down(f"avsnitt:{number}", f"Avsnitt, rad {number}", VÄLJ, choices)
            row.cells[0].paragraphs[0]._p.append(chooser)


def _head(table: Table) -> None:
    head = table.rows[0]
    word.repeated(head)
    for cell, (_key, name) in zip(head.cells, KOLUMNER, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
        shade: Any = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), GREY)
        cell._tc.get_or_add_tcPr().append(shade)
