"""The ledger: every word of a file is placed, the form's own or told of, whatever the file.

The pieces come of a walk that knows nothing of the readers. So a reader that forgets a place fails here, also
for the examples that nobody thought of when the reader was written.
"""

import io
import random
import re
from collections import Counter

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook
from openpyxl.comments import Comment

from planmotor.office.las import arbetsbok, word, wordtext
from planmotor.office.las.arbetsbok import read_book
from planmotor.office.las.bitar import STRUCK
from planmotor.office.las.bladtext import as_content
from planmotor.office.las.fil import JSON, Fil, open_file
from planmotor.office.las.kodning import text_of
from planmotor.office.las.liggare import ledger, words
from planmotor.office.las.paket import EXCEL, Avvisad, Paket
from planmotor.office.las.word import read_docx
from planmotor.plan.load import load
from planmotor.remiss.lasning import tolka
from planmotor.remiss.lasning.fil import read_reply
from planmotor.remiss.lasning.json import read_json
from planmotor.remiss.lasning.underlag import underlag
from planmotor.uppfoljning.statusblankett.falt import COLUMNS, STATUSES
from planmotor.uppfoljning.statusblankett.las_fil import read_file
from tests.hjalp.gor_remissvar import at_end, box, run_xml
from tests.hjalp.planer import ROOT

REPLIES = ROOT / "tests/exempel/remissvar"
FORMS = ROOT / "tests/exempel/statussvar/svar"


def content(fil):
    if fil.slag == JSON:
        return read_json(fil.raw)
    return as_content(read_book(fil.paket)) if fil.slag == EXCEL else read_docx(fil.paket)


def readable(folder):
    """Yield the files of a folder that are Word, Excel or the web form's, and fit to be read."""
    for path in sorted(folder.iterdir()):
        try:
            fil = open_file(path, {})
            if fil.paket or fil.slag == JSON:
                content(fil)
                yield path
        except Avvisad:
            continue


ALL = [*readable(REPLIES / "svar"), *readable(FORMS)]
NAMES = [path.name for path in sorted((REPLIES / "svar").iterdir())]
TEXTS = sorted(path for path in FORMS.iterdir() if path.suffix in {".csv", ".txt"})


def lines(path):
    fil = open_file(path, {})
    return ledger(fil, content(fil))


@pytest.fixture(scope="module")
def against():
    plan = load(REPLIES / "plan/data/aktiviteter.yaml")
    return underlag(plan, plan.remiss("2026"), REPLIES / "plan/docs")


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_no_piece_of_a_file_is_missed_by_its_reader(path):
    found = lines(path)
    assert [line.bit for line in found if line.saknas] == []
    assert any(line.plats and not line.skäl for line in found) or path.name.startswith("word-allt-doljs")


@pytest.mark.parametrize("name", NAMES)
def test_no_piece_of_a_reply_is_without_a_fate(name, against):
    ledger_of = read_reply(REPLIES / "svar" / name, against).liggare
    assert list(ledger_of.saknade) == []
    assert all(line.plats or line.skäl for line in ledger_of.rader)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_no_word_of_a_text_file_is_missed(path):
    try:
        [blad] = read_file(path)
    except Avvisad:
        return
    text = text_of(path.read_bytes(), (*COLUMNS, *STATUSES))
    cells = "\n".join(cell.text for row in blad.rader.values() for cell in row.values())
    assert words(text.removeprefix("sep=|")) == words(cells)


@pytest.mark.parametrize(
    ("module", "name", "value", "file"),
    [
        (word, "NOTES", {}, "word-kommentarer.docx"),
        (word, "NOTES", {}, "word-sidhuvud-och-fotnot.docx"),
        (word, "EDGES", {}, "word-sidhuvud-och-fotnot.docx"),
        (wordtext, "GONE", {*wordtext.GONE, "ins"}, "word-sparade-andringar.docx"),
        (wordtext.Stycketext, "_alternative", lambda *_: (), "word-textruta.docx"),
        (wordtext, "GONE", {*wordtext.GONE, "fldSimple"}, "word-gammalt-textfalt.docx"),
        (arbetsbok, "BESIDE", set(), "excel-kommentarer.xlsx"),
        (arbetsbok, "MAX_CELLS", None, "excel-ifylld.xlsx"),
        (arbetsbok, "_edges", lambda _root: (), "excel-text-utanfor.xlsx"),
    ],
)
def test_a_reader_that_forgets_a_place_is_found_out(module, name, value, file, monkeypatch):
    if name == "MAX_CELLS":  # a reader that stops half-way
        filled = arbetsbok._Reader._filled
        module, name = arbetsbok._Reader, "_filled"
        value = lambda self, root: list(filled(self, root))[:-1]  # noqa: E731
    monkeypatch.setattr(module, name, value)
    assert any(line.saknas for line in lines(REPLIES / "svar" / file))


@pytest.mark.parametrize("name", ["loose", "remark", "answer"])
def test_an_interpreter_that_forgets_a_post_is_found_out(name, against, monkeypatch):
    monkeypatch.setattr(tolka._Interpreter, name, lambda *_arguments, **_named: None)
    missed = [read_reply(REPLIES / "svar" / file, against).liggare.saknade for file in NAMES[-12:]]
    assert any(missed)


def test_a_prompt_that_somebody_has_written_over_is_told_of(against, tmp_path):
    made = Document(REPLIES / "svar/word-ifylld.docx")
    at_end(made, "")
    made.element.body.insert(
        0,
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>"
            f"{run_xml('Vi avstyrker hela förslaget.')}</w:p></w:sdtContent></w:sdt>"
        ),
    )
    made.save(tmp_path / "svar.docx")
    [missed] = read_reply(tmp_path / "svar.docx", against).liggare.saknade
    assert missed.bit.text == "Vi avstyrker hela förslaget."


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Ja"/>'
    '<w:listEntry w:val="Nej"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Nej</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
WORDART = (
    '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textpath string="Avstyrks"/></v:shape>'
    "</w:pict></w:r>"
)


@pytest.mark.parametrize(
    ("inner", "read", "left"),
    [
        (FIELD, ["Nej"], []),
        (WORDART, [], [("text i en bild", "Avstyrks")]),
        ("<w:r><w:t>a_x000D_b</w:t></w:r>", ["a_x000D_b"], []),
    ],
    ids=["choice that is written as text too", "picture made of words", "what is an escape in Excel alone"],
)
def test_what_a_paragraph_says_is_read_once_or_told_of(inner, read, left, tmp_path):
    made = Document()
    made.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))
    made.save(tmp_path / "a.docx")
    fil = open_file(tmp_path / "a.docx", {})
    found = read_docx(fil.paket)
    assert [block.text for block in found.block] == read
    why = {"text i en bild", *([] if left else ["programmet har inte läst den"])}
    assert [(one.skäl, one.bit.text) for one in ledger(fil, found) if one.skäl in why] == left


# Files that are made by chance: every word in them is another, so each can be followed.


def some(seed):
    """Return a source of chance, and one of words that never come again."""
    numbers = iter(range(10_000))
    return random.Random(seed), lambda: f"ord{seed}x{next(numbers)}"


def paragraph(chance, word, hidden):
    """Return a paragraph of runs, some of which are inserted, struck or hidden."""
    made = ""
    for _run in range(chance.randint(1, 4)):
        one = word()
        kind = chance.choice(("seen", "seen", "ins", "del", "vanish", "link", "field"))
        if kind in {"del", "vanish"}:
            hidden[one] = kind
        run = run_xml(f"{one} ", "<w:vanish/>" if kind == "vanish" else "")
        made += {
            "ins": f"<w:ins w:id='1' w:author='A'>{run}</w:ins>",
            "del": f"<w:del w:id='2' w:author='A'>{run.replace('w:t', 'w:delText')}</w:del>",
            "link": f"<w:hyperlink>{run}</w:hyperlink>",
            "field": f"<w:fldSimple w:instr=' TITLE '>{run}</w:fldSimple>",
        }.get(kind, run)
    return made


def a_document(seed):
    chance, word = some(seed)
    hidden, made = {}, Document()
    for _block in range(chance.randint(3, 9)):
        kind = chance.choice(("p", "p", "table", "sdt", "box", "head", "note"))
        if kind == "table":
            grid = made.add_table(chance.randint(1, 3), chance.randint(1, 3))
            for cell in (cell for row in grid.rows for cell in row.cells):
                cell.text = word()
        elif kind == "box":
            made.add_paragraph(word())._p.append(box(word(), 7))
        elif kind == "head":
            made.sections[0].header.add_paragraph(word())
        elif kind == "note":
            run = made.add_paragraph().add_run(word())
            made.add_comment(run, text=word(), author="x", initials="x")
        else:
            at_end(made, paragraph(chance, word, hidden))
            last = made.element.body[-2]
            if kind == "sdt":
                control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
                last.addprevious(control)
                control[-1].append(last)
    return made, hidden


def a_book(seed):
    chance, word = some(seed)
    made = Workbook()
    for number in range(chance.randint(1, 3)):
        sheet = made.active if not number else made.create_sheet(f"Blad {number}")
        for _cell in range(chance.randint(1, 12)):
            cell = sheet.cell(chance.randint(1, 6), chance.randint(1, 6))
            cell.value = chance.choice((word(), word(), 0.1 + chance.randint(0, 9), f'="{word()}"'))
            if chance.random() < 0.2:
                cell.comment = Comment(word(), "x")
        sheet.oddHeader.center.text = word()
        sheet.sheet_state = chance.choice(("visible", "hidden")) if number else "visible"
    return made, {}


@pytest.mark.parametrize("make", [a_document, a_book])
@pytest.mark.parametrize("seed", range(12))
def test_every_word_of_a_file_made_by_chance_has_one_fate(make, seed):
    made, hidden = make(seed)
    raw = io.BytesIO()
    made.save(raw)
    paket = Paket(raw.getvalue())
    fil = Fil("svar", raw.getvalue(), paket.slag, paket)
    found = ledger(fil, content(fil))
    assert [line.bit for line in found if line.saknas] == []
    own = [line for line in found if "ord" in line.bit.text and line.plats]
    said = Counter(one for line in own for one in words(line.bit.text).elements() if one.startswith("ord"))
    why = {one: line.skäl for line in own for one in words(line.bit.text)}
    for one, kind in hidden.items():
        assert why[one] == (STRUCK if kind == "del" else wordtext.HIDDEN)
    assert all(not why[one] for one in said if one not in hidden)
    parts = (paket.raw(part).decode("utf-8", "replace") for part in paket.names if part.endswith(".xml"))
    assert set(said) == {one for part in parts for one in re.findall(rf"ord{seed}x\d+", part)}
