"""``planmotor remiss sammanställ``: every remark exactly once, in every format."""

import io
import re
import shutil
import subprocess
from collections import Counter
from datetime import date

import docx
import openpyxl
import pytest
from lxml import html
from openpyxl.utils.escape import unescape

from planmotor.__main__ import main
from planmotor.plan.load import load
from planmotor.remiss.avsnitt import avsnitt
from planmotor.remiss.redogorelse.docx import docx as to_docx
from planmotor.remiss.redogorelse.html import article
from planmotor.remiss.redogorelse.publicera import on_the_site, plats, print_on_the_site
from planmotor.remiss.redogorelse.redogorelse import UNANSWERED, redogörelse
from planmotor.remiss.redogorelse.xlsx import COLUMNS
from planmotor.remiss.redogorelse.xlsx import xlsx as to_xlsx
from tests.hjalp.planer import ROOT
from tests.hjalp.verapdf import faults

HERE = ROOT / "tests/exempel/remissvar"
WHERE = ("--data", "plan/data", "--docs", "plan/docs", "--remiss", "2026")


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """The example's plan with every reply read in, one of them answered."""
    folder = tmp_path_factory.mktemp("remiss")
    shutil.copytree(HERE / "plan", folder / "plan")
    with pytest.MonkeyPatch.context() as here:
        here.chdir(folder)
        assert main(["remiss", "läs-in", str(HERE / "svar"), *WHERE]) == 0
    file = folder / "plan/data/remisser/2026/synpunkter.yaml"
    text = file.read_text(encoding="utf-8")
    answer = "    ställningstagande: tillgodoses delvis\n    motivering: Målet gäller nu alla.\n"
    answer += "    ändring: plan\n"
    said = "    skäl: Lättare att mäta.\n"
    file.write_text(text.replace(said, said + answer, 1), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def made(home):
    plan = load(home / "plan/data/aktiviteter.yaml")
    remiss = plan.remiss("2026")
    titles = {section.id: section.titel for section in avsnitt(plan, home / "plan/docs")}
    return redogörelse(plan, remiss, plan.remissens_synpunkter("2026"), titles), plan.remissens_synpunkter(
        "2026"
    )


def said(post):
    """What a remark or an answer says, as one text: its words, without line breaks."""
    own = (getattr(post, name, None) for name in ("synpunkt", "svar", "föreslagen_lydelse", "skäl"))
    return " ".join(" ".join(filter(None, own)).split())


def everything(fil):
    return Counter(said(post) for post in fil.alla)


def without_labels(texts):
    labels = ("Svar", "Synpunkt", "Föreslagen lydelse", "Skäl")
    return [text.split(": ", 1)[1] for text in texts if text.split(": ", 1)[0] in labels]


def test_every_remark_is_numbered_once(made):
    account, fil = made
    assert [post.nummer for post in account.poster] == list(range(1, len(fil.alla) + 1))
    assert Counter(post.id for post in account.poster) == Counter(post.id for post in fil.alla)


def test_every_remark_is_in_word_once(made):
    account, fil = made
    found, current = [], []
    for paragraph in docx.Document(io.BytesIO(to_docx(account))).paragraphs:
        if paragraph.style.name == "Heading 4":
            current = []
            found.append(current)
        elif paragraph.style.name == "Normal" and found:
            current += without_labels([paragraph.text])
    assert Counter(" ".join(" ".join(texts).split()) for texts in found) == everything(fil)


def test_every_remark_is_in_excel_once(made):
    account, fil = made
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(account)))["Synpunkter och svar"]
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in sheet.iter_rows(min_row=2, values_only=True)]
    names = ("Synpunkt", "Svar", "Föreslagen lydelse", "Skäl")
    texts = [" ".join(" ".join(unescape(row[name] or "") for name in names).split()) for row in rows]
    assert Counter(texts) == everything(fil)
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_every_remark_is_on_the_page_once(made):
    account, fil = made
    tree = html.fromstring(article(account))
    rows = {row.get("id"): row for row in tree.iterfind(".//tr[@id]")}
    assert Counter(row.get("id") for row in tree.iterfind(".//tr[@id]")) == Counter(p.id for p in fil.alla)
    for post in fil.alla:
        cell = " ".join(" ".join(rows[post.id][1].itertext()).split())
        assert all(word in cell for word in said(post).split())
    assert not tree.xpath("//script")


def test_every_remark_is_in_the_pdf(home, made, monkeypatch):
    account, _fil = made
    monkeypatch.chdir(home)
    assert main(["remiss", "sammanstall", *WHERE, "--till", "ut"]) == 0
    files = sorted(path.name for path in (home / "ut").iterdir())
    assert files == [f"samradsredogorelse-2026.{ending}" for ending in ("docx", "pdf", "xlsx")]
    pdf = home / "ut/samradsredogorelse-2026.pdf"
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
    numbers = Counter(re.findall(r"^ *(\d+)\. ", text, re.MULTILINE))
    assert numbers == Counter(str(post.nummer) for post in account.poster)


def test_the_answer_and_the_change_stand_with_the_remark(made):
    account, _fil = made
    answered = [post for post in account.poster if post.ställningstagande != UNANSWERED]
    assert [(p.ställningstagande, p.motivering, p.ändring) for p in answered] == [
        ("tillgodoses delvis", "Målet gäller nu alla.", "Om planen")
    ]
    assert "Målet gäller nu alla." in article(account)


def test_the_counts_add_up(made):
    account, fil = made
    assert sum(a.synpunkter for a in account.instanser) == account.totalt.synpunkter == len(fil.synpunkter)
    assert sum(a.svar for a in account.instanser) == account.totalt.svar == len(fil.svar)
    assert sum(account.totalt.ställning.values()) == len(fil.alla)
    assert account.totalt.ställning["tillgodoses delvis"] == 1


def test_the_same_remarks_make_the_same_bytes(made):
    account, _fil = made
    assert (to_docx(account), to_xlsx(account)) == (to_docx(account), to_xlsx(account))


def test_the_pdf_is_pdf_ua_and_pdf_a_and_linked_when_it_is_there(home, made, tmp_path):
    account, _fil = made
    page = tmp_path / "remiss/redogorelse/index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f"<p>Word{plats(account)}</p>", encoding="utf-8")
    plan, docs = load(home / "plan/data/aktiviteter.yaml"), home / "plan/docs"
    offered = on_the_site(plan, docs, tmp_path)
    assert [path.suffix for path in offered] == [".docx", ".xlsx"]
    (file,) = print_on_the_site(plan, docs, tmp_path, date(2026, 11, 22))
    assert faults(file) == {}
    (link,) = re.findall('href="([^"]+)"', page.read_text(encoding="utf-8"))
    assert page.parent / link == file


def test_a_section_that_is_gone_is_told(home, tmp_path, monkeypatch, capsys):
    shutil.copytree(home / "plan", tmp_path / "plan")
    (tmp_path / "plan/docs/strategier/okad-kontinuitet.md").unlink()
    monkeypatch.chdir(tmp_path)
    assert main(["remiss", "sammanställ", *WHERE]) == 0
    assert "Planen har inte längre strategier/okad-kontinuitet" in capsys.readouterr().err


def test_without_replies_there_is_nothing_to_compile(tmp_path, monkeypatch, capsys):
    shutil.copytree(HERE / "plan", tmp_path / "plan")
    monkeypatch.chdir(tmp_path)
    assert main(["remiss", "sammanställ", *WHERE]) == 2
    assert "Läs in dem: planmotor remiss läs-in" in capsys.readouterr().err
    assert not (tmp_path / "redogorelse").exists()


def test_personal_data_stop_the_account(home, tmp_path, monkeypatch, capsys):
    shutil.copytree(home / "plan", tmp_path / "plan")
    file = tmp_path / "plan/data/remisser/2026/synpunkter.yaml"
    text = file.read_text(encoding="utf-8").replace("Bra och läsbar plan.", "Ring 060-12 34 56.", 1)
    file.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["remiss", "sammanställ", *WHERE]) == 1
    said = capsys.readouterr().err
    assert said.startswith("plan/data/remisser/2026/synpunkter.yaml:")
    assert "telefonnummer" in said and "får_publiceras" in said
    assert not (tmp_path / "redogorelse").exists()
