"""Any character can be printed: what a font has as it is, the rest so that it is seen, with a reminder."""

import io
import os
import pickle
import subprocess
from datetime import date

import pikepdf
import pytest

from planmotor.__main__ import main
from planmotor.grund.problem import Stopped
from planmotor.tryck.dokument import Källa
from planmotor.tryck.offentligt import Uppgifter, av_html, till_pdf
from planmotor.tryck.otryckbart import otryckbart
from planmotor.tryck.satt import sätt
from planmotor.tryck.tecken import LIST, printable, unprintable
from tests.hjalp.planer import MINIMAL, ROOT, write
from tests.hjalp.verapdf import faults

VALID = ROOT / "tests/exempel/giltiga"
FACTS = Uppgifter("Titel 中 ✅", date(2026, 11, 22), underrubrik="Under 文", villkor="©", avsändare="가")


def printed(body, tmp_path, facts=FACTS):
    """Return the text of a page's PDF, without line breaks, and how far to the right it goes."""
    file = tmp_path / "a.pdf"
    file.write_bytes(till_pdf([av_html(f"<article><h1>Rubrik</h1>{body}</article>", "a")], facts))
    text = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, check=True).stdout.decode()
    return text.replace("\n", "").rpartition("Rubrik")[2]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Klart 👍", "Klart 👍"),
        ("✅ ⚠ 🗓 ☎ ✓ ✗ ☐ ☑", "✅ ⚠ 🗓 ☎ ✓ ✗ ☐ ☑"),
        ("Ođđa čuokkis ŋ š ŧ ž á", "Ođđa čuokkis ŋ š ŧ ž á"),
        ("αβγ Ω → ⇒ ≤ ≥ ≠ ∑ √ ∞ ½", "αβγ Ω → ⇒ ≤ ≥ ≠ ∑ √ ∞ ½"),
        ("中", "[U+4E2D]"),
        ("中文 och 가", "[U+4E2D U+6587] och [U+AC00]"),
        ("\uf0b7 punkt, \uf0a7 ruta, \uf0fc klar, \uf0e0", "• punkt, ▪ ruta, ✓ klar, →"),
        ("\ue000 okänt", "[U+E000] okänt"),
        ("12 ㎡ ＡＢ", "12 m2 AB"),
        ("1\ufe0f\u20e3 👍🏻 ✅\ufe0f", "1 👍 ✅"),
        ("⁃ streck", "• streck"),
        ("中㎡文", "[U+4E2D]m2[U+6587]"),
    ],
)
def test_what_is_written_is_shown(written, shown, tmp_path):
    assert printable(written) == shown
    said = printed(f"<p>{written}</p><pre>{written}</pre><p><code>{written}</code></p>", tmp_path)
    assert said.count(shown) == 3


def test_marks_upon_a_letter_that_no_font_can_join_are_shown_beside_it(tmp_path):
    assert "x[U+1AB0] y" in printed("<p>x\u1ab0 y</p>", tmp_path)
    källa = Källa('#set document(title: "x")\n#"x\u1ab0 y \u5b57"', 0, [])
    assert pikepdf.open(io.BytesIO(sätt(källa))).pages


def test_everything_on_the_list_can_be_set_and_is_archive_copy(tmp_path):
    runs = [[int(end, 16) for end in line.split("-")] for line in LIST.read_text(encoding="ascii").split()]
    every = [chr(code) for run in runs for code in range(run[0], run[-1] + 1)]
    assert len(every) > 7_500
    assert not unprintable("".join(every))
    file = tmp_path / "a.pdf"
    words = "".join(f"<p>x{char} {char}</p>" for char in every if char not in "<&")
    file.write_bytes(till_pdf([av_html(f"<article><h1>Allt</h1>{words}</article>", "a")], FACTS))
    assert faults(file) == {}
    with pikepdf.open(file) as pdf:
        fonts = {
            str(one.BaseFont)[8:]
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one
        }
    assert {"NotoEmoji-Regular", "NotoSansSymbols2-Regular"} <= fonts


def test_addresses_keep_their_characters(tmp_path):
    written = (
        '<p><a href="https://exempel.se/中?x=1">sidan</a> och <a href="#中">hit</a></p><h2 id="中">Här</h2>'
    )
    file = tmp_path / "a.pdf"
    file.write_bytes(till_pdf([av_html(f"<article><h1>R</h1>{written}</article>", "a")], FACTS))
    with pikepdf.open(file) as pdf:
        found = (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary))
        links = [one.URI for one in found if "/URI" in one] + [
            one.A.URI for page in pdf.pages for one in page.get("/Annots", []) if "/URI" in one.get("/A", {})
        ]
    assert "https://exempel.se/中?x=1" in {bytes(link).decode() for link in links}


LONG = {
    "code": f"<p><code>{'abc_def=' * 40}slut</code></p>",
    "pre": f"<pre>{'abc_def=' * 40}slut</pre>",
    "a word of letters": f"<p>{'abcdefghij' * 30}slut</p>",
    "a heading": f"<h2>{'Abcdefghij' * 12}slut</h2>",
    "an address": f"<p>https://exempel.se/{'a1b2c3d4e5_' * 30}slut</p>",
    "a cell": f"<table><tr><td>aaa aaa</td><td>b</td></tr><tr><td>{'for.efter' * 9}.slut</td></tr></table>",
    "a term": f"<dl><dt>{'Abc1' * 50}slut</dt><dd>{'x;y' * 60}slut</dd></dl>",
    "a footnote": f'<p><a href="https://exempel.se/{"abc_def=" * 40}slut">hit</a></p>',
}


@pytest.mark.parametrize("kind", LONG)
def test_no_word_is_too_long_for_the_paper(kind, tmp_path):
    said = printed(LONG[kind], tmp_path)
    assert "slut" in said.replace("-", "")
    boxes = subprocess.run(["pdftotext", "-bbox", tmp_path / "a.pdf", "-"], capture_output=True, check=True)
    ends = [float(part.split('"')[1]) for part in boxes.stdout.decode().split() if part.startswith("xMax")]
    assert max(ends) < 595 - 50


def test_a_reminder_says_file_row_and_character(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = MINIMAL.replace(
        "namn: Ta fram rutiner", "namn: Ta fram rutiner\n            kommentar: Klart 👍 中"
    ).replace("# Den minsta", "# 中 i en kommentar. Den minsta")
    data = write(tmp_path, text + '            mått: ["\\u6587", ok]\n')
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/sida.md").write_text(
        "# Sida\n\nText ✅\nmed 가 här\n&#x4e2d; &eacute;\n", encoding="utf-8"
    )
    told = [(one.path, one.line, one.rule) for one in otryckbart(data, tmp_path / "docs")]
    assert told == [
        ("aktiviteter.yaml", 20, "otryckbart-tecken"),
        ("aktiviteter.yaml", 21, "otryckbart-tecken"),
        ("docs/sida.md", 4, "otryckbart-tecken"),
        ("docs/sida.md", 5, "otryckbart-tecken"),
    ]


def test_a_reminder_stops_nothing(monkeypatch, capsys):
    monkeypatch.chdir(VALID)
    assert main(["kontrollera", "--data", "alla-tecken.yaml"]) == 0
    said = capsys.readouterr().err
    assert 'alla-tecken.yaml:21: PDF-filernas typsnitt saknar "中" (U+4E2D), "文" (U+6587).' in said
    assert "[U+4E2D U+6587]" in said or "[U+4E2D]" in said


@pytest.mark.parametrize(
    "body",
    [
        "<p>#{}</p>",
        '<p><span lang="samiska">x</span></p>',
        "<p>\\u{4e2d}</p>",
        "<h4>Djup rubrik</h4><h2>Grundare</h2><h6>Djupast</h6>",
    ],
)
def test_odd_pages_are_set(body, tmp_path):
    assert printed(body, tmp_path)


def test_what_cannot_be_set_is_told_in_swedish_with_page_and_section():
    body = (
        "<h1>Sidan</h1><h2>Först</h2><p>a</p><h2>Bilden</h2>"
        '<p><img alt="En karta" data-fil="finns-inte.png" src="finns-inte.png"></p><h2>Sist</h2>'
    )
    pages = [
        av_html(f"<article>{text}</article>", name) for name, text in (("a", "<h1>A</h1>"), ("b/c", body))
    ]
    with pytest.raises(Stopped, match=r'sidan "Sidan" \(b/c/\), avsnittet "Bilden"'):
        till_pdf(pages, FACTS)


class PanicException(BaseException):
    """As pyo3's, which no process can send to another."""

    def __reduce__(self):
        raise TypeError


def test_a_panic_of_the_typesetter_is_told_in_words(capfd, monkeypatch):
    def panics(*_, **__):
        os.write(2, b"thread panicked at grid/layouter.rs")
        raise PanicException("range start index 1 out of range")

    monkeypatch.setattr("typst.compile", panics)
    with pytest.raises(Stopped, match="ett fel i Typst") as told:
        sätt(Källa("", 0, []))
    assert pickle.loads(pickle.dumps(told.value)).args == told.value.args
    assert capfd.readouterr().err == ""
