"""A document in every format: the same words in each, and nothing in them taken for anything but words."""

import io
import zipfile
from datetime import date

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from lxml import html
from openpyxl.utils.escape import unescape

from planmotor.office.dokument.docx import som_docx
from planmotor.office.dokument.html import som_delar, som_html
from planmotor.office.dokument.markdown import som_markdown
from planmotor.office.dokument.text import som_text
from planmotor.office.dokument.typer import (
    Del,
    Dokument,
    Lista,
    Ord,
    Punkt,
    Stycke,
    Tabell,
    lista,
    notis,
    text,
)
from planmotor.office.skriv.celltext import MAX_CELL, cell_text, is_risky
from planmotor.office.skriv.excel import as_bytes, begun, table

HOSTILE = "<!--0--> <w:p/> ]]> &amp; \"citat\" 'apostrof' \x0b\x00\ufffe\ud800slut"
# How often ``document`` says its words: in title, facts, headings, paragraphs, lists and a table.
TIMES = 1 + 2 + 2 + 3 + 4 + 3
SHOWN = "<!--0--> <w:p/> ]]> &amp; \"citat\" 'apostrof' slut"
WORDS = (
    Ord("fet", "fet"),
    Ord(" lika "),
    Ord("borta", "borttaget"),
    Ord("ny", "tillagt"),
    Ord(" tyst", "tyst"),
)


def document(words=HOSTILE):
    below = Del("c", words, (lista([words, text(words)]),))
    every = Del(
        "b",
        words,
        (
            Stycke(WORDS),
            Stycke(text(words), "räknat"),
            Stycke(text(words), "uppgift"),
            notis(words),
            Lista((Punkt(text(words), (text(words),)),)),
            Tabell(
                words, ("Namn", words), ((text(words), text("1")),), (text("Summa"), text("1")), siffror=True
            ),
        ),
        (below,),
    )
    return Dokument("Slag", words, ((words, words),), (every,), date(2026, 11, 22), words)


def in_word(made):
    return docx.Document(io.BytesIO(som_docx(made)))


def test_word_holds_every_word_and_nothing_in_it_is_markup():
    made = in_word(document())
    whole = "\n".join(node.text or "" for node in made.element.body.iter(qn("w:t")))
    assert whole.count(SHOWN) == TIMES
    assert made.core_properties.title == f"Slag: {SHOWN}"
    for name in ("fet", " lika ", "[borttaget: borta]", "[tillagt: ny]", " tyst", "Obs! "):
        assert name in whole


def test_looks_of_words_in_word():
    runs = {run.text: run for p in in_word(document("x")).paragraphs for run in p.runs}
    assert runs["fet"].bold
    assert runs["[borttaget: borta]"].font.strike
    assert runs["[tillagt: ny]"].font.underline
    assert runs[" tyst"].font.color.rgb is not None
    assert not runs[" lika "].bold


def test_word_has_line_breaks_tabs_and_spaces_where_the_words_have_them():
    made = in_word(Dokument("a", "b", (), (Del("", "r", (Stycke(text(" ett\ntvå\ttre ")),)),)))
    assert made.paragraphs[-1].text == " ett\ntvå\ttre "


def test_a_crowded_table_gets_narrower_columns_and_smaller_words():
    names = tuple(f"Kolumnnamn{number}" for number in range(12))
    rows = (tuple(text("1") for _ in names),)
    sizes = []
    for columns in (names[:3], names):
        kept = Tabell("t", columns, (rows[0][: len(columns)],), siffror=True)
        (grid,) = in_word(Dokument("a", "b", (), (Del("", "r", (kept,)),))).tables
        assert sum(column.width.cm for column in grid.columns) == pytest.approx(17, abs=0.05)
        sizes.append(grid.cell(0, 0).paragraphs[0].runs[0].font.size.pt)
    assert sizes == [9.5, 8.5]


def test_every_format_says_the_same_words():
    made = document("ord")
    page = html.document_fromstring(som_html(made)).find(".//article").text_content()
    whole = "\n".join(node.text or "" for node in in_word(made).element.body.iter(qn("w:t")))
    assert [text.count("ord") for text in (som_text(made), som_markdown(made), page, whole)] == [TIMES] * 4


def test_words_are_linked_by_the_one_who_knows_where():
    made = Dokument("a", "b", (), (Del("d", "r", (Stycke((Ord("hit", till="x"), Ord("inte"))),)),))
    assert '<a href="/sida#x">hit</a>inte' in som_delar(made, lambda till: f"/sida#{till}")
    assert "<a" not in som_delar(made)


def test_the_same_document_is_the_same_bytes():
    assert som_docx(document()) == som_docx(document())
    with zipfile.ZipFile(io.BytesIO(som_docx(document()))) as made:
        assert {info.date_time for info in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("text", ["=1+1", " =1", "-", "@a", "\ta", "＝1", "#N/A", "TRUE", "1", "_x000D_"])
def test_a_cell_holds_a_text_whatever_it_looks_like(text):
    book, sheet = begun("Blad")
    table(sheet, ("Namn",), (10,), [[text]])
    cell = openpyxl.load_workbook(io.BytesIO(as_bytes(book)))["Blad"]["A2"]
    assert (unescape(cell.value), cell.data_type, cell.quotePrefix) == (text, "s", is_risky(text))


def test_a_text_that_is_too_long_says_where_the_rest_stands():
    held = cell_text("a" * (MAX_CELL + 1), " … (resten)")
    assert len(held) == MAX_CELL
    assert held.endswith("a … (resten)")
