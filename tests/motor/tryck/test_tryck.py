"""Print: what HTML becomes on paper, read back out of the PDF itself."""

import io
import re
from datetime import date

import pikepdf
import pytest

from planmotor.grund.problem import Stopped
from planmotor.tryck.avsnittsnummer import numrera
from planmotor.tryck.bredd import is_wide, widths
from planmotor.tryck.delar import RUN_ON, Tryckdel, rundas
from planmotor.tryck.dokument import dokument
from planmotor.tryck.lankade import länka
from planmotor.tryck.offentligt import Faktum, Remissuppgifter, Uppgifter, av_html, till_pdf
from planmotor.tryck.skrift import NBSP, string, together
from planmotor.tryck.svg import shapes
from tests.hjalp.verapdf import faults

SPRITE = (
    '<svg class="sprite"><defs><g id="s-ring"><circle cx="8" cy="8" r="6" stroke="currentColor"/></g></defs>'
    '<symbol id="s-pagar" viewBox="0 0 16 16"><use href="#s-ring"/></symbol></svg>'
)
PAGE = """<html lang="sv"><body><nav>menyn</nav><article>
<h1 id="en">Första sidan</h1>
<p>Text med <strong>fet</strong>, <em>kursiv</em>, <code>kod</code>, <span lang="sma">Åarjelsaemien</span>,
"citat" och \\ # $ * _ [ ] @ &lt; &gt; ~ ` = - + /.</p>
<p>Läs <a href="../b/#mal">målet</a>, <a href="https://exempel.se/lag">lagen</a> och
<a href="../borta/">sidan som inte är med</a>.
<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>
<p class="verktyg">verktyget</p><form><label>rutan <input></label></form>
<h2 id="lika">Lika <ins>nytt</ins> <del>gammalt</del></h2>
<h2 class="ej-tryck">Bara på skärm</h2><p>skärmtext</p>
<h2>Tabellen</h2>
<table><caption>Läget</caption><thead><tr><th scope="col">Vad</th><th scope="col">Status</th></tr></thead>
<tbody><tr class="aktivitet"><th scope="rowgroup" colspan="2">Gruppen</th></tr>
<tr><th scope="row">Rad ett</th><td><span class="status" data-status="pagar"><svg aria-hidden="true">
<use href="#s-pagar"/></svg> pågår</span></td></tr>
<tr><th scope="row">Rad två</th><td><a href="https://exempel.se/lag">lagen</a></td></tr></tbody></table>
<div class="rulla"><table><caption>Bred</caption>
<thead><tr><th>a</th><th>b</th><th>c</th><th>d</th><th>e</th></tr>
</thead><tbody>@RADER@</tbody></table></div>
<details><summary>Frågan</summary><p>Svaret</p></details>
<dl class="fakta"><div><dt>Läge</dt><dd>utkast</dd></div></dl>
<ol start="3"><li>tre</li></ol><blockquote><p>Citat</p></blockquote><pre><code>x = 1</code></pre>
<svg role="img" aria-label="En ring" viewBox="0 0 16 16">
<circle cx="8" cy="8" r="6"/></svg>
<div class="footnote"><hr><ol><li id="fn:1"><p>Noten.</p></li></ol></div>
</article></body></html>""".replace("@RADER@", f"<tr>{'<td>1</td>' * 5}</tr>" * 7)
OTHER = '<html lang="sv"><body><article><h1>Andra sidan</h1><p id="mal">Målet.</p></article></body></html>'
DAY = date(2026, 11, 22)
REMISS = Remissuppgifter("D 1/26", date(2027, 1, 31), ("Organet",), ("Räcker det?",))


def pages():
    return [av_html(PAGE, "a"), av_html(OTHER, "b")]


def facts(remiss=None):
    state = (Faktum("Läge", "pågår", "pagar"),)
    return Uppgifter("Planen", DAY, fakta=state, notis="Utkast.", remiss=remiss, former=shapes(SPRITE))


@pytest.fixture(scope="module")
def made():
    return till_pdf(pages(), facts())


@pytest.fixture(scope="module")
def source():
    return dokument(pages(), facts()).typst.rpartition("#show: dokument")[2]


def opened(pdf):
    return pikepdf.open(io.BytesIO(pdf))


def structure(pdf, *kinds):
    """Return kind and scope of every element of these kinds."""
    with opened(pdf) as file:
        found = [
            one for one in file.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one and "/P" in one
        ]
        return sorted((str(one.S)[1:], scope(one)) for one in found if str(one.S)[1:] in kinds)


def dictionaries(file):
    return [one for one in file.objects if isinstance(one, pikepdf.Dictionary)]


def scope(element):
    attributes = element.get("/A", [])
    held = [attributes] if isinstance(attributes, pikepdf.Dictionary) else list(attributes)
    return next((str(one.Scope)[1:] for one in held if "/Scope" in one), "")


@pytest.mark.parametrize("remiss", [None, Remissuppgifter(), REMISS])
def test_it_is_pdf_ua_and_pdf_a(tmp_path, remiss):
    (tmp_path / "a.pdf").write_bytes(till_pdf(pages(), facts(remiss)))
    assert faults(tmp_path / "a.pdf") == {}


def test_the_validator_finds_what_is_wrong(tmp_path, made):
    with opened(made) as file:
        del file.Root.Lang
        file.Root.ViewerPreferences.DisplayDocTitle = False
        file.Root.AA = pikepdf.Dictionary()
        file.save(tmp_path / "a.pdf")
    broken = faults(tmp_path / "a.pdf").keys()
    assert "ua1 7.1-10" in broken
    assert "2a 6.5.2-1" in broken


def test_the_same_bytes_twice(made):
    assert till_pdf(pages(), facts()) == made


def test_title_language_bookmarks_and_fonts(made):
    with opened(made) as file:
        assert str(file.Root.Lang) == "sv"
        assert file.open_metadata()["dc:title"] == "Planen"
        with file.open_outline() as outline:
            assert [str(item.title) for item in outline.root] == ["1 Första sidan", "2 Andra sidan"]
            assert [str(item.title) for item in outline.root[0].children] == [
                "1.1 Lika [+nytt+] [−gammalt−]",
                "1.2 Tabellen",
            ]
        fonts = {
            str(one.BaseFont)
            for one in file.objects
            if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one
        }
        assert all(re.match(r"/[A-Z]{6}\+", font) for font in fonts)
        assert all("SourceSans3" in font or "DejaVuSansMono" in font for font in fonts)


def test_numbers_of_sections_are_those_of_the_bookmarks():
    assert numrera(pages()) == {"a": "1", "a#lika": "1.1", "b": "2"}


def test_row_headers_and_groups_have_a_scope(made):
    headers = [scope for _, scope in structure(made, "TH")]
    assert headers.count("Row") == 2
    assert headers.count("Column") == 2 + 1 + 5
    assert len(structure(made, "Table")) == 2


def test_every_table_is_marked_up_after_its_own_cells():
    with pytest.raises(Stopped, match="märka upp"):
        till = dokument(pages(), facts())
        from planmotor.tryck.satt import sätt  # noqa: PLC0415

        sätt(till._replace(tabeller=till.tabeller[:1]))


def test_what_only_a_screen_can_use_is_left_out(source):
    for word in ("menyn", "verktyget", "rutan", "Bara på skärm", "skärmtext"):
        assert word not in source
    assert "Tabellen" in source


def test_a_footnote_stands_at_its_foot_alone(source):
    assert source.count("Noten.") == 1
    assert '#footnote[#"Noten.";]' in source


def test_links_go_to_pages_to_addresses_and_to_nothing(source):
    assert '#hit("b#mal", sidnr: true)[#"målet";]' in source
    assert source.count("#footnote[#link(") == 1
    assert "sidan som inte är med" in source
    assert "borta" not in source


def test_a_site_with_an_address_leads_out():
    whole = Uppgifter("Planen", DAY, adress="https://exempel.se/plan/")
    assert "https://exempel.se/plan/borta/" in dokument(pages(), whole).typst


def test_wide_tables_lie_on_their_side(source, made):
    assert source.count("#liggande[") == 1
    with opened(made) as file:
        boxes = [[float(n) for n in page.mediabox] for page in file.pages]
    assert [box[2] > box[3] for box in boxes].count(True) == 1


def test_only_a_consultation_numbers_its_rows_and_lines(source):
    said = dokument(pages(), facts(REMISS)).typst
    assert re.findall(r'#radnr\("(.+?)"\)', said) == [f"R{number}" for number in range(1, 10)]
    assert "radnummer: true" in said
    assert "#radnr(" not in source
    assert all(word in said for word in ("D 1/26", "31\u00a0januari\u00a02027", "Organet", "Räcker det?"))


def test_changes_are_told_by_more_than_colour(source):
    assert '#tillagt[#"nytt";]' in source
    assert '#borttaget[#"gammalt";]' in source


def test_the_cover_explains_the_signs_of_a_change_and_only_then():
    assert "är överstruket" in dokument(pages(), facts()).typst
    assert "är överstruket" not in dokument(pages()[1:], facts()).typst


def test_another_language_is_said(source):
    assert '#text(lang: "sma")[#"Åarjelsaemien";]' in source


@pytest.mark.parametrize(
    ("written", "set_"),
    [
        ("den 1 december 2023", f"den 1{NBSP}december{NBSP}2023"),
        ("5 kap. 7 § och 10 000 kr", f"5{NBSP}kap.{NBSP}7{NBSP}§ och 10{NBSP}000{NBSP}kr"),
        ("bilaga 1 på s. 4", f"bilaga{NBSP}1 på s.{NBSP}4"),
        ("för 2025 gick det", "för 2025 gick det"),
        ("65 procentigt", "65 procentigt"),
    ],
)
def test_numbers_stay_with_what_they_count(written, set_):
    assert together(written) == set_


def test_the_last_word_of_a_paragraph_stays_whole_but_not_in_a_narrow_column():
    page = av_html("<h1>x</h1><p>Det saknar länkadresserna.</p><table><tr><td>Ett ansvar</td></tr></table>")
    said = dokument([page], facts()).typst
    assert '#"Det saknar ";#hel[#"länkadresserna.";]' in said
    assert '#"Ett ansvar";' in said


def test_what_comes_last_runs_on_and_a_chapter_begins_a_page():
    said = dokument([av_html("<h1>x</h1>", name) for name in ("plan", *sorted(RUN_ON))], facts()).typst
    assert said.rpartition("#show: dokument")[2].count("#kapitel") == 1


def test_text_can_hold_anything(tmp_path):
    nasty = 'a"b\\c #let x = 1 $y$ `z` @q //k /* l */ \\u{41} [m] {n}'
    page = av_html(
        f"<h1>x</h1><p>{nasty}</p><ul><li>{nasty}</li></ul><table><tr><td>{nasty}</td></tr></table>"
    )
    assert string(nasty) in dokument([page], facts()).typst
    assert till_pdf([page], facts()).startswith(b"%PDF")


@pytest.mark.parametrize(
    "html", ["<p></p>", "<h1>x</h1>", "<h1>x</h1><table></table><ul></ul><ol></ol><dl></dl>"]
)
def test_pages_with_little_in_them(html):
    assert till_pdf([av_html(html)], facts()).startswith(b"%PDF")


def test_a_heading_that_comes_again_has_no_links():
    row = "<tr><th>Rad</th><td>1</td></tr>"
    page = av_html(
        '<h1>x</h1><table><thead><tr><th><a href="https://exempel.se/">Kolumn</a></th><th>b</th></tr></thead>'
        f'<tbody><tr><th colspan="2"><a href="https://a.se/">Grupp</a></th></tr>{row * 80}</tbody></table>'
    )
    pdf = till_pdf([page], facts())
    assert len(opened(pdf).pages) > 1


def test_widths():
    assert is_wide(5, [["a"] * 5] * 9)
    assert not is_wide(5, [["a"] * 5])
    assert is_wide(5, [["socialtjänstlagstiftning"] * 5])
    assert not is_wide(2, [["a", "b"]])
    assert widths(2, [["kort", "kort"]], wide=False) == ["auto", "auto"]
    one, two = (float(width[:-2]) for width in widths(2, [["kort", "ord " * 90]], wide=False))
    assert two > 5 * one > 0


def test_a_consultations_part_is_linked_in_its_own_place(tmp_path, made):
    page = tmp_path / "remiss/index.html"
    page.parent.mkdir()
    page.write_text("<article><ul><!--tryck:remiss-2027--></ul></article>", encoding="utf-8")
    part = rundas("remiss-2027", Tryckdel("hela", "Hela planen", (("plan", 0),), ("plan",)))
    assert part.sidor == (("plan", 0),)
    länka(tmp_path, {part: made})
    (link,) = re.findall(
        r'<ul><li><a href="([^"]+)">.*</li></ul></article>', page.read_text(encoding="utf-8")
    )
    assert (page.parent / link).resolve() == (tmp_path / "tryck" / part.fil).resolve()
