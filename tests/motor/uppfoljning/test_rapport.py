"""The paper for a meeting: examples with their whole answer, every format of the real plan, what stops it.

An example is a folder in ``tests/exempel/rapport`` with ``fore.yaml``, ``efter.yaml``, ``val.yaml`` (the day,
what the earlier version is called, perhaps a body) and the answer ``svar.md``. New ones are picked up by
themselves. To write the answers anew: ``SKRIV_FACIT=1 pytest tests/motor/uppfoljning/test_rapport.py``; then
read them.
"""

import io
import re
import zipfile
from datetime import date
from itertools import pairwise

import docx
import pytest
import yaml
from docx.oxml.ns import qn
from lxml import html

from planmotor.__main__ import main
from planmotor.grund import git
from planmotor.jamfora.diff import jämför
from planmotor.office.dokument.typer import alla
from planmotor.plan.versions import utgåva
from planmotor.uppfoljning.lage.datum import passed
from planmotor.uppfoljning.rapport import FORMAT, Underlag, rapport, sedan_besluten, sedan_dagen
from planmotor.uppfoljning.rapport.sedan import Jämförd
from tests.hjalp.facit import same
from tests.hjalp.forrad import WHO, put, run, save
from tests.hjalp.liten import PLAN
from tests.hjalp.planer import MINIMAL, ROOT
from tests.hjalp.verapdf import faults

EXAMPLES = ROOT / "tests/exempel/rapport"
NAMES = sorted(path.name for path in EXAMPLES.iterdir())
DAY = date(2026, 11, 22)


def example(name):
    chosen = yaml.safe_load((EXAMPLES / name / "val.yaml").read_text(encoding="utf-8"))
    before, after = (utgåva(str(EXAMPLES / name / f"{one}.yaml")) for one in ("fore", "efter"))
    basis = Underlag(
        chosen["sedan"], (Jämförd(f"Sedan {chosen['sedan']}", before.plan, jämför(before, after)),)
    )
    organ = {organ.id: organ for organ in after.plan.organ}.get(chosen.get("organ"))
    return rapport(after.plan, chosen["dag"], basis, organ)


@pytest.fixture(scope="module")
def real(plan):
    return rapport(plan, DAY, sedan_besluten(plan, DAY))


@pytest.fixture(scope="module")
def word(real):
    return FORMAT["docx"](real)


@pytest.mark.parametrize("name", NAMES)
def test_an_example_gets_its_whole_answer(name):
    found = FORMAT["markdown"](example(name)).decode()
    same(EXAMPLES / name / "svar.md", found)
    assert "%" not in found


def test_the_same_report_is_the_same_bytes(real, word, monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert FORMAT["docx"](real) == word
    assert FORMAT["pdf"](real) == FORMAT["pdf"](real)
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_word_has_headings_in_order_and_tables_with_headers(real, word):
    made = docx.Document(io.BytesIO(word))
    headings = [
        (int(p.style.name[-1]), p.text) for p in made.paragraphs if p.style.name.startswith("Heading")
    ]
    assert headings[0] == (1, real.titel)
    assert [text for _, text in headings[1:]] == [part.rubrik for part in alla(real.delar)]
    assert all(text.strip() for _, text in headings)
    assert all(after <= before + 1 for (before, _), (after, _) in pairwise(headings))
    assert len(made.tables) == 5
    for table in made.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert all(cell.text.strip() for row in table.rows for cell in row.cells)
        assert sum(column.width.cm for column in table.columns) <= 17.01
    assert made.core_properties.title == real.titel
    assert {lang.get(qn("w:val")) for lang in made.styles.element.iter(qn("w:lang"))} == {"sv-SE"}


def test_changed_words_are_told_in_words_in_word():
    made = docx.Document(io.BytesIO(FORMAT["docx"](example("mote"))))
    said = next(p for p in made.paragraphs if p.text.startswith("Omformulerad: Information"))
    assert (
        said.text
        == "Omformulerad: Information till [borttaget: berörda] [tillagt: invånare] om fast vårdkontakt"
    )
    assert [run.text for run in said.runs if run.font.strike] == ["[borttaget: berörda]"]


def test_the_pdf_follows_its_standards(real, tmp_path):
    file = tmp_path / "rapport.pdf"
    file.write_bytes(FORMAT["pdf"](real))
    assert faults(file) == {}


def test_the_page_of_its_own_holds_everything_and_trusts_no_name(real):
    tree = html.document_fromstring(FORMAT["html"](real))
    assert tree.get("lang") == "sv"
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert len(tree.xpath("//table[caption][thead//th[@scope='col']][tbody//th[@scope='row']]")) == 5
    hostile = html.document_fromstring(FORMAT["html"](example("lugnt")))
    assert not hostile.xpath("//script | //article//b | //article//a")
    assert "<b>Styr</b> | gruppen" in hostile.text_content()


def test_the_numbers_are_those_of_the_plan(plan, real):
    text = FORMAT["text"](real).decode()
    counted = sum(rad.räknas for rad in plan.rader)
    assert f"- {counted} rader: " in text
    overdue = passed(plan, DAY)
    assert f"Datumet har passerat: {len(overdue)} rader\n" in text
    assert all(len(line) <= 100 for line in text.splitlines())
    flat = " ".join(text.split())
    assert all(rad.aktivitet.namn.split()[0] in flat for rad in overdue)


def test_a_body_sees_its_own_rows_only(plan):
    owned = {organ.id: [r for r in plan.rader if organ.id in r.aktivitet.ansvarig] for organ in plan.organ}
    organ = max(plan.organ, key=lambda one: len(owned[one.id]))
    made = rapport(plan, DAY, sedan_besluten(plan, DAY), organ)
    named = {word.till for part in alla(made.delar) for word in _words(part) if word.till}
    assert named
    assert named <= {rad.aktivitet.id for rad in owned[organ.id]}
    assert not {"revidering", "lokala-planer", "remisser"} & {part.id for part in alla(made.delar)}


def _words(part):
    for block in part.block:
        for row in getattr(block, "rader", ()):
            yield from (word for cell in row for word in cell)
        for item in getattr(block, "punkter", ()):
            yield from item.text


def dated(monkeypatch, folder, day, text):
    monkeypatch.setitem(WHO, "GIT_COMMITTER_DATE", f"{day}T23:30:00+01:00")
    return save(folder, plan=text)


CHANGED = MINIMAL.replace("namn: ", "namn: Nytt ", 1)


def test_since_a_day_is_the_last_commit_of_that_day_on_the_plan_itself(repo, monkeypatch):
    first = dated(monkeypatch, repo, "2027-01-10", MINIMAL + "# ett\n")
    run(repo, "checkout", "--quiet", "-b", "gren")
    dated(monkeypatch, repo, "2027-01-11", CHANGED)
    run(repo, "checkout", "--quiet", "main")
    monkeypatch.setitem(WHO, "GIT_COMMITTER_DATE", "2027-01-20T12:00:00+01:00")
    run(repo, "merge", "--quiet", "--no-ff", "--message", "x", "gren")
    monkeypatch.chdir(repo)
    history = [line.split() for line in run(repo, "log", "--first-parent", "--format=%H %cs").splitlines()]
    assert git.commit_on(date(2027, 1, 15)) == (first, date(2027, 1, 10))
    assert git.commit_on(date(2027, 1, 20))[0] == history[0][0]
    data = repo / "data/aktiviteter.yaml"
    plan = utgåva(str(repo)).plan
    assert sedan_dagen(plan, date(2027, 1, 20), data).jämförda[0].jämförelse.lika
    basis = sedan_dagen(plan, date(2027, 1, 15), data)
    assert basis.sedan == f"15 januari 2027 (senast ändrad 10 januari 2027, version {first[:10]})"
    assert [change.slag for change in basis.jämförda[0].jämförelse.ändringar] == ["planuppgift"]


def told(capsys, *words):
    """Run the command and return its report and what it says beside it, with lines joined."""
    assert main(["rapport", *words]) == 0
    return [" ".join(text.split()) for text in capsys.readouterr()]


def test_a_history_that_is_too_short_is_told_on_the_paper(repo, monkeypatch, capsys):
    begins = run(repo, "log", "-1", "--format=%cs")
    paper, said = told(capsys, "--sedan", "2000-01-01")
    assert f"Historiken här börjar {begins} och går inte tillbaka till 2000-01-01." in paper
    assert "Välj den dagen eller en senare. Utan --sedan jämförs planen med de senaste besluten." in said
    assert "Status per område" in paper
    save(repo, plan=CHANGED)
    run(repo.parent, "clone", "--quiet", "--depth", "1", f"file://{repo}", "grund")
    monkeypatch.chdir(repo.parent / "grund")
    assert "Klonen är grund" in told(capsys, "--sedan", "2000-01-01")[0]


def test_without_git_and_with_a_faulty_past(repo, monkeypatch, tmp_path, capsys):
    put(tmp_path / "löst", plan=MINIMAL)
    monkeypatch.chdir(tmp_path / "löst")
    assert "ligger inte i ett Git-förråd" in told(capsys, "--sedan", "2020-01-01")[0]
    monkeypatch.chdir(repo)
    day = run(repo, "log", "-1", "--format=%cs")
    monkeypatch.setitem(WHO, "GIT_COMMITTER_DATE", f"{day}T12:00:00+00:00")
    save(repo, plan="plan: 3\n")
    put(repo, plan=MINIMAL)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4102444800")
    paper = told(capsys, "--sedan", day)[0]
    assert re.search(
        r"har \d+ fel och går inte att läsa\. Det första står i \w+:data/aktiviteter\.yaml, rad", paper
    )


def test_a_decided_day_is_compared_with_the_decision(plan):
    version = plan.arkiv.av(plan.handlingsplaner[-1].id)[-1]
    basis = sedan_dagen(plan, version.datum.första, PLAN)
    assert [one.handlingsplan for one in basis.jämförda] == [version.handlingsplan]
    assert len(basis.notiser) == len(plan.handlingsplaner) - 1
    assert all("beslutades inte" in said for said in basis.notiser)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--sedan", "i går"], '"i går" är inget datum. Skriv dagen så här: 20'),
        (["--sedan", "2026-02-30"], '"2026-02-30" är inget datum.'),
        (["--sedan", "9999-01-01"], "9999-01-01 har inte varit än."),
        (["--organ", "finns-inte"], 'Organet "finns-inte" finns inte.'),
        (["--format", "docx"], "--till rapport.docx"),
        (["--till", "rapport.odt"], "en ändelse som inte går. Välj bland: .txt, .md, .docx, .pdf, .html"),
        (["--till", "borta/rapport.txt"], "den finns inte"),
    ],
)
def test_what_stops_the_command(words, said, repo, capsys):
    assert main(["rapport", *words]) == 2
    printed, told = capsys.readouterr()
    assert said in told
    assert not printed
    assert sorted(path.name for path in repo.iterdir()) == [".git", "data", "docs"]


@pytest.mark.parametrize(("name", "start"), [("r.docx", b"PK"), ("r.PDF", b"%PDF"), ("r.html", b"<!DOCTYPE")])
def test_the_ending_of_the_file_decides_the_format(name, start, repo):
    (repo / name).write_bytes(b"gammalt")
    assert main(["rapport", "--till", name]) == 0
    assert (repo / name).read_bytes().startswith(start)
