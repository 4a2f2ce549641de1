"""A long document is set in pieces, and is one document all the same: valid, in order, counted and linked."""

import re
import subprocess
from collections import Counter
from datetime import date

import pikepdf
import pytest

from planmotor.grund.problem import Stopped
from planmotor.tryck import omgangar
from planmotor.tryck.delning import MOST, i_bitar, väger
from planmotor.tryck.dokument import dokument
from planmotor.tryck.offentligt import Uppgifter, av_html
from planmotor.tryck.omgangar import behöver_omgångar, sätt_i_omgångar
from planmotor.tryck.satt import sätt
from tests.hjalp.verapdf import faults

FACTS = Uppgifter("Redogörelse", date(2026, 1, 1), avsändare="Plan", framsida=False, numrerad=False)
ROWS = 40
FEW = 5_000  # letters: a table of forty rows needs two pieces


def table(name, rows=ROWS, columns=3):
    """A table in which every row says something of its own."""
    head = "".join(f'<th scope="col">Ställningstagandet {n}</th>' for n in range(columns))
    body = "".join(
        f'<tr><th scope="row">{name} {row}</th>' + f"<td><p>Sagt {row}.</p></td>" * (columns - 1) + "</tr>"
        for row in range(rows)
    )
    return f"<table><caption>Om {name}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


HTML = (
    f"<article><h1>Redogörelse</h1><h2>I korthet</h2><p>Mycket.</p>{table('antal', 1, 8)}<h2>Allt</h2>"
    + "".join(f"<h3>Avsnitt {name}</h3>{table(name, rows)}" for name, rows in (("a", 9), ("b", 95), ("c", 3)))
    + f"<h2>Sist</h2>{table('d', 60)}</article>"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The document in pieces and in one, as files."""
    folder = tmp_path_factory.mktemp("omgangar")
    (folder / "bitar.pdf").write_bytes(sätt_i_omgångar(av_html(HTML), FACTS, FEW))
    (folder / "hel.pdf").write_bytes(sätt(dokument([av_html(HTML)], FACTS)))
    return folder


def words(file):
    run = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, text=True, check=True)
    return run.stdout


def outline(file):
    """Return the title, the page and the depth of each item of the outline."""
    with pikepdf.open(file) as opened:
        pages = {page.obj.objgen: number for number, page in enumerate(opened.pages, 1)}

        def below(items, depth):
            for item in items:
                yield str(item.title), pages[item.destination[0].objgen], depth
                yield from below(item.children, depth + 1)

        with opened.open_outline() as found:
            return list(below(found.root, 1))


def test_a_document_in_pieces_is_pdf_ua_and_pdf_a(made):
    assert faults(made / "bitar.pdf") == {}


def test_every_word_is_there_as_often_as_in_a_document_set_at_once(made):
    rows = [Counter(re.findall(r"Sagt \d+", words(file))) for file in made.glob("*.pdf")]
    assert rows[0] == rows[1]
    assert sum(rows[0].values()) == 7 + 2 * (9 + 95 + 3 + 60)


def test_a_table_that_goes_on_says_so_and_tables_are_counted_through(made):
    found = re.findall(r"Tabell (\d+)\. Om (\w+)( \(fortsättning\))?", words(made / "bitar.pdf"))
    assert [int(number) for number, _, _ in found] == list(range(1, len(found) + 1))
    assert [name for _, name, goes_on in found if not goes_on] == ["antal", "a", "b", "c", "d"]
    assert {name for _, name, goes_on in found if goes_on} == {"b", "d"}


def test_outline_and_contents_lead_to_where_the_headings_stand(made):
    found = outline(made / "bitar.pdf")
    assert [(title, depth) for title, _, depth in found] == [
        (title, depth) for title, _, depth in outline(made / "hel.pdf")
    ]
    pages = words(made / "bitar.pdf").split("\f")
    for title, number, _ in found:
        assert title in pages[number - 1].split("\n"), title
        assert f"Sida {number} av {len(pages) - 1}" in pages[number - 1]
    with pikepdf.open(made / "bitar.pdf") as opened:
        numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages, 1)}
        links = [a for page in opened.pages for a in page.get("/Annots", [])]
        told = [(str(a.Contents), numbers[a.Dest[0].objgen]) for a in links]
    assert told == [(f" ”{title}” sida {number}", number) for title, number, _ in found]


def test_a_page_on_its_side_has_its_frame_on_its_side_too(made):
    with pikepdf.open(made / "bitar.pdf") as opened:
        lying = [n for n, page in enumerate(opened.pages) if page.mediabox[2] > page.mediabox[3]]
    assert lying
    for number in lying:
        assert f"Sida {number + 1} av" in words(made / "bitar.pdf").split("\f")[number]


def test_ids_of_header_cells_differ(made):
    with pikepdf.open(made / "bitar.pdf") as opened:
        names = [str(name) for name in list(opened.Root.StructTreeRoot.IDTree.Names)[::2]]
        cells = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/ID" in one]
    assert names == sorted(set(names))
    assert len(cells) == len(names)


def test_the_same_document_is_the_same_bytes(made):
    assert sätt_i_omgångar(av_html(HTML), FACTS, FEW) == (made / "bitar.pdf").read_bytes()


def test_no_heading_stands_last_in_a_piece_and_no_row_is_lost():
    pieces = i_bitar(av_html(HTML), FEW)
    assert len(pieces) > 3
    assert all(piece.artikel[-1].tag not in ("h1", "h2", "h3") for piece in pieces)
    assert sum(len(piece.artikel.xpath(".//tbody/tr")) for piece in pieces) == 1 + 9 + 95 + 3 + 60
    assert max(sum(map(väger, piece.artikel)) for piece in pieces) < 2 * FEW


@pytest.mark.parametrize("more", ['<p><a href="https://exempel.se/">Länk</a></p>', ""])
def test_only_a_long_document_without_links_is_set_in_pieces(more):
    row = f"<tr><td>{'ord ' * 1000}</td></tr>"
    body = f"<table><tbody>{row * (2 * MOST // 4000)}</tbody></table>"
    long, short = (av_html(f"<article><h1>R</h1>{more}{held}</article>") for held in (body, "<p>Kort.</p>"))
    assert behöver_omgångar([long], FACTS) == (not more)
    assert not behöver_omgångar([short], FACTS)
    assert not behöver_omgångar([long, short], FACTS)


def test_a_process_that_ends_is_told_in_words(monkeypatch):
    monkeypatch.setattr(omgangar, "_piece", _ends)
    with pytest.raises(Stopped, match="Tog minnet slut"):
        sätt_i_omgångar(av_html(HTML), FACTS, FEW)


def _ends(*_):
    import os  # noqa: PLC0415 (in a process of its own)

    os._exit(9)
