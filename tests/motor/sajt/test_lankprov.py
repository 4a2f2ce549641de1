"""Every link of a built site is followed: ``tests/exempel/lankar`` holds one with all that can be wrong.

``SKRIV_FACIT=1 pytest tests/motor/sajt/test_lankprov.py`` writes what is told of it anew.
"""

import re
import shutil
import time

import pikepdf
import pytest

from planmotor.grund.problem import Invalid
from planmotor.grund.report import as_text
from planmotor.sajt import build, flyttat
from planmotor.sajt.lankprov import döda_länkar
from planmotor.sajt.lankprov.kalla import DEAD
from tests.hjalp.facit import same
from tests.hjalp.liten import project
from tests.hjalp.planer import ROOT
from tests.hjalp.webb import planmotor

EXAMPLES = ROOT / "tests/exempel/lankar"
ADDRESS = "https://eklandet.se/plan/"


@pytest.fixture
def example(tmp_path, monkeypatch):
    """The example's pages and site, and a PDF file in it, in a folder to stand in."""
    shutil.copytree(EXAMPLES, tmp_path, dirs_exist_ok=True)
    (tmp_path / "site/tryck").mkdir()
    (tmp_path / "site/tryck/plan.pdf").write_bytes(_pdf(tmp_path / "plan.pdf"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _pdf(file):
    """Return a PDF file of one page: links to a name that is there, to two that aren't, and to two pages."""
    made = pikepdf.new()
    page = made.add_blank_page()
    place = pikepdf.Array([page.obj, pikepdf.Name.Fit])
    tree = pikepdf.NameTree.new(made)
    tree["plan#mal"] = place
    made.Root.Names = pikepdf.Dictionary(Dests=tree.obj)
    dead = pikepdf.Array([pikepdf.Dictionary(Type=pikepdf.Name.Page), pikepdf.Name.Fit])
    links = [
        {"Dest": pikepdf.String("plan#mal")},
        {"Dest": place},
        {"Dest": pikepdf.String("plan#borta")},
        {"Dest": made.make_indirect(dead)},
        {"A": pikepdf.Dictionary(S=pikepdf.Name.GoTo, D=pikepdf.String("inget"))},
        {"A": pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(f"{ADDRESS}plan/mal/#malet"))},
        {"A": pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(f"{ADDRESS}plan/sida-som-saknas/"))},
    ]
    notes = [pikepdf.Dictionary(Subtype=pikepdf.Name.Link, **link) for link in links]
    page.obj.Annots = pikepdf.Array([made.make_indirect(note) for note in notes])
    made.save(file)
    return file.read_bytes()


def test_all_that_is_told_of_the_example(example):
    told = as_text(döda_länkar(example / "site", ADDRESS, example / "docs"))
    same(EXAMPLES / "facit.txt", f"{told}\n")


def test_a_dead_link_stops_the_build_of_a_site(example):
    (example / "mkdocs.yml").write_text(f"site_name: Plan\nsite_url: {ADDRESS}\n", encoding="utf-8")
    with pytest.raises(Invalid) as stopped:
        build.follow_links(example / "site", example / "mkdocs.yml", lambda _: None)
    assert {problem.rule for problem in stopped.value.problems} == {DEAD}


def test_the_small_regions_site_has_no_dead_link_and_is_looked_through_at_once(site, source):
    begun = time.process_time()
    assert as_text(döda_länkar(site, "/", source / "docs")) == ""
    assert time.process_time() - begun < 5  # 0.2 s; a test machine may be slow


def renamed(folder, old, new, front=""):
    """Rename a page of a project and its row in the menu, and write more in its front matter."""
    page = folder / f"docs/{new}.md"
    (folder / f"docs/{old}.md").rename(page)
    page.write_text(page.read_text(encoding="utf-8").replace("---\n", f"---\n{front}", 1), encoding="utf-8")
    menu = folder / "mkdocs.yml"
    menu.write_text(menu.read_text(encoding="utf-8").replace(f"{old}.md", f"{new}.md"), encoding="utf-8")


def test_a_renamed_page_that_says_so_is_found_everywhere(tmp_path):
    """Its old address sends on, tables link to the new one, and what links to no page is words alone."""
    folder = project(tmp_path / "projekt")
    renamed(folder, "strategier/narhet", "strategier/nara-dig", "flyttat: [strategier/narhet]\n")
    renamed(folder, "uppfoljning/organ-och-ansvar", "uppfoljning/vem-gor-vad")
    for page in folder.rglob("docs/**/*.md"):
        text = page.read_text(encoding="utf-8").replace("narhet.md", "nara-dig.md")
        page.write_text(re.sub(r"\[([^\]]*)\]\([./a-z]*organ-och-ansvar\.md[^)]*\)", r"\1", text), "utf-8")
    done = planmotor("bygg", "--utan-tryck", cwd=folder)
    assert done.returncode == 0, done.stderr
    sent_on = (folder / "site/strategier/narhet/index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../nara-dig/"' in sent_on
    assert '<a href="../nara-dig/">' in sent_on
    assert 'href="nara-dig/"' in (folder / "site/strategier/index.html").read_text(encoding="utf-8")
    table = (folder / "site/handlingsplaner/gemensam/index.html").read_text(encoding="utf-8")
    assert "Styrgruppen" in table
    assert "organ-och-ansvar" not in table


def test_a_page_that_sends_on_is_a_page_with_a_language_a_title_and_a_link(tmp_path):
    docs, site = tmp_path / "docs", tmp_path / "site"
    (docs / "ny").mkdir(parents=True)
    front = "---\ntitle: A & <b>\nlang: en\nflyttat: [gammal/sida, /annan/]\n---\n"
    (docs / "ny/index.md").write_text(front, encoding="utf-8")
    flyttat.write(docs, site, "https://exempel.se/")
    made = (site / "gammal/sida/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://exempel.se/ny/">' in made
    assert '<a href="../../ny/" lang="en">A &amp; &lt;b&gt;</a>' in made
    assert "<script" not in made
    assert (site / "annan/index.html").exists()
