"""Two built sites held against each other: what differs is what a reader would meet otherwise."""

import re
import subprocess
from pathlib import Path

import pytest
from lxml import html

from planmotor.jamfora.granskning.byggen import Bygge, Sidbild, skillnad
from planmotor.prosa.sidkarta import adress
from planmotor.sajt import basbygge as bas
from planmotor.sajt.sidbild import lines, läs_bygge
from tests.hjalp.forrad import run
from tests.hjalp.liten import project
from tests.hjalp.webb import planmotor

PAGE = """<html lang="sv"><head><title>Sida – Plan</title><meta name="description" content="Om sidan.">
</head><body><aside class="utkast"><p>Utkast.</p></aside><nav>{meny}</nav>
<main><article><h1>Sida</h1>{text}</article>
</main></body></html>"""
TABLE = (
    "<table><tr><th>Namn</th><td>Ett <b>två</b></td></tr><tr><td><p>Tre</p></td><td>Fyra</td></tr></table>"
)


def test_text_is_cut_where_a_reader_sees_a_line_end():
    made = html.fromstring(
        f"<div>Först<p>Ett\n  <em>två</em>,<br>tre</p>{TABLE}<script>x</script> sist</div>"
    )
    assert [*lines(made)] == ["Först", "Ett två,", "tre", "Namn | Ett två", "Tre", "Fyra", "sist"]


def site(folder, **pages):
    for name, text in pages.items():
        file = folder / ("" if name == "start" else name) / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return läs_bygge(folder)


def test_how_a_page_is_written_and_its_menu_are_no_difference(tmp_path):
    one = site(tmp_path / "a", start=PAGE.format(meny="<a href='b/'>B</a>", text='<p id="p">Ett  ord</p>'))
    two = site(tmp_path / "b", start=PAGE.format(meny="<a href='c/'>C</a>", text='<p id="p"\n>Ett ord\n</p>'))
    assert skillnad(one, two).sidor == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('<p id="p"><a href="b/">Ett</a></p><p>Till</p>', "1 ny rad"),
        ('<p id="p"><a href="c/">Ett</a></p>', "1 ny länk och 1 länk borta"),
        ('<p id="q"><a href="b/">Ett</a></p>', "1 ställe borta"),
        ('<p id="p"><a href="b/">Två</a></p>', "1 ny rad, 1 rad borta, 1 ny länk och 1 länk borta"),
    ],
)
def test_what_has_come_and_gone_on_a_page_is_counted(tmp_path, text, told):
    start = PAGE.format(meny="", text='<p id="p"><a href="b/">Ett</a></p>')
    (found,) = skillnad(
        site(tmp_path / "a", start=start), site(tmp_path / "b", start=PAGE.format(meny="", text=text))
    ).sidor
    assert (found.adress, found.slag, found.i_ord) == ("", "ändrad", told)


def test_pages_files_and_what_stands_on_every_page():
    same = Sidbild("Sida", ("Ett",))
    before = Bygge({"a/": same, "b/": same}, {"data/a.csv": "1", "data/b.csv": "1"}, ("Utkast.", "Om"))
    after = Bygge({"a/": same, "c/": same}, {"data/a.csv": "2", "data/b.csv": "1"}, ("Beslutad.", "Om"))
    found = skillnad(before, after)
    assert [(page.adress, page.slag) for page in found.sidor] == [("b/", "borttagen"), ("c/", "ny")]
    assert found.filer == ("data/a.csv",)
    assert found.ram == (
        "Det här står inte längre på varje sida: ”Utkast.”",
        "Det här är nytt på varje sida: ”Beslutad.”",
    )


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory):
    """The small region as a repository, with a proposal that is committed on a branch of its own."""
    folder = project(tmp_path_factory.mktemp("bas") / "projekt")
    (folder / ".gitignore").write_text("site/\n.cache/\n__pycache__/\n", encoding="utf-8")
    run(folder, "init", "--quiet", "--initial-branch", "main")
    for part in ("add --all", "commit --quiet --message x", "checkout --quiet -b forslag"):
        run(folder, *part.split())
    return folder


def test_the_pages_that_are_told_are_those_that_a_reader_sees_changed(reviewed, monkeypatch):
    """A strategy gets another name in the data: every built page with the new name is told."""
    data = reviewed / "data/aktiviteter.yaml"
    text = data.read_text(encoding="utf-8")
    name = re.search(r"id: narhet\n +slag: strategi\n +namn: (.+)", text)[1]
    data.write_text(text.replace(f"namn: {name}\n", "namn: Mycket nära\n"), encoding="utf-8")
    said = planmotor("granska", "main", cwd=reviewed)
    assert said.returncode == 0, said.stdout + said.stderr
    again = planmotor("granska", "main", cwd=reviewed)
    assert again.stdout == said.stdout
    assert "förlagan var sparad" in again.stderr
    built = planmotor("bygg", "--utan-tryck", cwd=reviewed)
    assert built.returncode == 0, built.stderr
    shown = {
        file.relative_to(reviewed / "site").as_posix().removesuffix("index.html")
        for file in (reviewed / "site").rglob("index.html")
        if "Mycket nära" in " ".join(html.parse(str(file)).xpath("string(//main//article)").split())
    }
    told = {adress(path) for path in re.findall(r"^(\S+\.md)  \d", said.stdout, re.M)}
    assert "" in shown
    assert shown <= told
    assert len(told) < len(list((reviewed / "site").rglob("index.html")))
    data.write_text(text, encoding="utf-8")


def test_a_base_that_cannot_be_built_is_no_base(reviewed, monkeypatch):
    monkeypatch.chdir(reviewed)
    where = (reviewed, Path("data/aktiviteter.yaml"), Path("docs"), Path("mkdocs.yml"))
    monkeypatch.setattr(bas, "every_file", lambda *_: {"data/aktiviteter.yaml": b"plan: {}\n"})
    assert bas.basbygge("main", *where) == (None, False)


def test_every_kind_of_file_of_a_revision_is_read(reviewed):
    files = bas.every_file("main", reviewed, ("docs", "mkdocs.yml"))
    listed = subprocess.run(
        ["git", "ls-files", "-z", "docs", "mkdocs.yml"], cwd=reviewed, capture_output=True, check=True
    )
    assert sorted(files) == sorted(filter(None, listed.stdout.decode().split("\0")))
    assert all((reviewed / path).read_bytes() == raw for path, raw in files.items())
