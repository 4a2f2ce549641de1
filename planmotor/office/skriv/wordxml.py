"""What stands in a Word document, piece by piece, as XML: runs, paragraphs, tables and fields to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape
from zlib import crc32

from planmotor.grund.text import visible

QUIET, GREY, HINT = "4A5860", "E7ECEF", "595959"
CENTIMETRE = 1440 / 2.54  # twentieths of a point
LOOK = (
    '<w:tblLook w:firstColumn="1" w:firstRow="1" w:lastColumn="0" w:lastRow="0" w:noHBand="0" '
    'w:noVBand="1" w:val="04A0"/>'
)
WORDS = '<w:t xml:space="preserve">'  # which may begin or end with a space
BREAK, TAB = f"</w:t><w:br/>{WORDS}", f"</w:t><w:tab/>{WORDS}"
BOLD = "<w:b/>"
# How much room there is below a paragraph: two points, or none.
CLOSE, TIGHT = '<w:spacing w:after="40"/>', '<w:spacing w:after="0"/>'
SHADE = f'<w:shd w:val="clear" w:fill="{GREY}"/>'


def twips(centimetres: float) -> int:
    """Return a length as Word counts it."""
    return round(centimetres * CENTIMETRE)


def run(text: str, looks: str = "") -> str:
    """Return words with one look; a line break in them is one in the document too."""
    said = escape(visible(text))
    if "\n" in said or "\t" in said:
        said = said.replace("\n", BREAK).replace("\t", TAB)
    return f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{WORDS}{said}</w:t></w:r>"


def attribute(text: str) -> str:
    """Return a text as the value of an attribute."""
    return escape(visible(text), {'"': "&quot;"})


def paragraph(runs: str, looks: str = "") -> str:
    """Return a paragraph; ``looks`` are its properties."""
    return f"<w:p>{f'<w:pPr>{looks}</w:pPr>' if looks else ''}{runs}</w:p>"


def styled(style: str, runs: str, looks: str = "") -> str:
    """Return a paragraph in one of the document's own styles."""
    return paragraph(runs, f'<w:pStyle w:val="{style}"/>{looks}')


def heading(text: str, level: int) -> str:
    """Return a heading."""
    return styled(f"Heading{level}", run(text))


def fact(name: str, value: str) -> str:
    """Return what something is called and what it is, close to the one below."""
    return paragraph(run(f"{name}: ", BOLD) + run(value), CLOSE)


def row(cells: Iterable[str], widths: Sequence[float], *, head: bool = False, height: float = 0) -> str:
    """Return a row that no page break divides; the head is repeated on each page and read as one.

    A cell is paragraphs. ``height``, like the widths, is in centimetres.
    """
    marks = "<w:cantSplit/>" + (f'<w:trHeight w:val="{twips(height)}"/>' if height else "")
    shade = SHADE if head else ""
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{twips(width)}"/>{shade}</w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{marks}{'<w:tblHeader/>' if head else ''}</w:trPr>{made}</w:tr>"


def table(rows: Iterable[str], widths: Sequence[float], title: str, text: str) -> str:
    """Return a table with lines round its cells; title and text tell of it to those who don't see it."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:type="auto" w:w="0"/>'
        f'<w:tblLayout w:type="fixed"/>{LOOK}<w:tblCaption w:val="{attribute(title)}"/>'
        f'<w:tblDescription w:val="{attribute(text)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def text_control(tag: str, title: str, hint: str) -> str:
    """Return a field for text of any length, as a block of its own with a line round it."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="6" w:space="6" w:color="6B7780"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return (
        f'<w:sdt>{_properties(tag, title)}<w:showingPlcHdr/><w:text w:multiLine="1"/></w:sdtPr>'
        f"<w:sdtContent>{paragraph(_hint(hint), f'<w:pBdr>{sides}</w:pBdr>')}</w:sdtContent></w:sdt>"
    )


def drop_down(tag: str, title: str, hint: str, choices: Sequence[tuple[str, str]]) -> str:
    """Return a list to choose from, to stand in a paragraph; a choice is what is shown and its value."""
    items = "".join(
        f'<w:listItem w:displayText="{attribute(shown)}" w:value="{attribute(value)}"/>'
        for shown, value in [(hint, ""), *choices]
    )
    return (
        f"<w:sdt>{_properties(tag, title)}"
        f"<w:showingPlcHdr/><w:dropDownList>{items}</w:dropDownList></w:sdtPr>"
        f"<w:sdtContent>{_hint(hint)}</w:sdtContent></w:sdt>"
    )


def _properties(tag: str, title: str) -> str:
    """Return the start of a control's properties: what it is called, by people and by programs."""
    return (
        f'<w:sdtPr><w:alias w:val="{attribute(title[:64])}"/><w:tag w:val="{attribute(tag)}"/>'
        f'<w:id w:val="{crc32(tag.encode()) & 0x7FFFFFFF}"/>'
    )


def _hint(text: str) -> str:
    return run(text, f'<w:color w:val="{HINT}"/>')
