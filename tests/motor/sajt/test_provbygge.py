"""The trial build: a review says that a proposal can be published only when all of it could be made."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from planmotor.grund.problem import Stopped
from planmotor.grund.settings import settings
from planmotor.sajt import build, provbygge
from planmotor.sajt.felplats import med_plats
from planmotor.sajt.provbygge import provbygg
from planmotor.tryck.felsok import Felställe, Otryckbar
from tests.hjalp.liten import project


@pytest.fixture(scope="module")
def here(tmp_path_factory):
    return project(tmp_path_factory.mktemp("prov") / "projekt")


@pytest.fixture
def quick(monkeypatch):
    """The steps that were taken, without what each of them takes time for."""
    taken = []
    for step in ("make_pages", "add_files", "make_print"):
        monkeypatch.setattr(provbygge, step, lambda *given, step=step: taken.append((step, given)))
    return taken


def tried(folder, config=None):
    return provbygg(folder / "data/aktiviteter.yaml", folder / "docs", config or folder / "mkdocs.yml")


def test_all_of_a_sound_plan_can_be_made_and_nothing_is_left(here):
    """In a process of its own, as the command runs: print has processes that a test worker cannot fork."""
    before = sorted(path for path in here.iterdir() if path.name != ".cache")
    said = "print(repr(provbygg(Path('data/aktiviteter.yaml'), Path('docs'), Path('mkdocs.yml'))))"
    code = f"from pathlib import Path; from planmotor.sajt.provbygge import provbygg; {said}"
    done = subprocess.run([sys.executable, "-c", code], cwd=here, capture_output=True, text=True, check=False)
    assert done.stdout == "''\n", done.stdout + done.stderr
    assert sorted(path for path in here.iterdir() if path.name != ".cache") == before


def test_every_step_is_tried_in_its_order(here, quick):
    assert tried(here) == ""
    assert [step for step, _ in quick] == ["make_pages", "add_files", "make_print"]


def test_what_stops_a_step_is_told(here, quick, monkeypatch):
    def refused(*_):
        raise Stopped("PDF-filen hela.pdf går inte att göra.")

    monkeypatch.setattr(provbygge, "make_print", refused)
    assert tried(here) == "PDF-filen hela.pdf går inte att göra."


def test_only_the_menu_of_a_proposals_own_settings_is_used(here, quick, tmp_path, monkeypatch):
    proposal = tmp_path / "förslag"
    for part in ("data", "docs"):
        shutil.copytree(here / part, proposal / part)
    nav = "nav:\n  - Start: index.md\n"
    hostile = "hooks: [ond.py]\nplugins: [ond]\ntheme: {custom_dir: /ond}\nextra_javascript: [ond.js]\n"
    (proposal / "mkdocs.yml").write_text(nav + hostile, encoding="utf-8")
    used = []
    quick.clear()

    def seen(config, *_):
        used.append((config, settings(config)))

    monkeypatch.setattr(provbygge, "make_pages", seen)
    assert tried(proposal, here / "mkdocs.yml") == ""
    (config, found), trusted = used[0], settings(here / "mkdocs.yml")
    assert found["nav"] == [{"Start": "index.md"}]
    assert Path(found["theme"]["custom_dir"]) == here / "overrides"
    assert found["docs_dir"] == str(proposal / "docs")
    assert "ond" not in str({key: value for key, value in found.items() if key not in {"nav", "docs_dir"}})
    assert {key for key in found if found[key] != trusted.get(key)} <= {
        "nav",
        "docs_dir",
        "theme",
        "watch",
        "plugins",
    }
    assert not config.exists()


def test_what_only_print_refuses_is_told_with_file_and_row(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page = "---\ntitle: S\n---\n\n# Sidan\n\n## Först\n\n{{ antal() }}\n\n## Bilden\n"
    for name in ("a.md", "b/index.md"):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text(page, encoding="utf-8")
    places = [Felställe("Sidan", "b", "Bilden"), Felställe("Sidan", "a", "Av makrot"), None]
    told = med_plats(Otryckbar("hela.pdf: fel", [*places, Felställe("X", "finns-inte", "")]), Path("docs"))
    assert told.split("\n") == [
        "docs/b/index.md:11: Sidan går inte att göra som PDF.",
        "docs/a.md:9: Sidan går inte att göra som PDF.",
        "hela.pdf: fel",
    ]


def test_a_build_says_where_the_page_is_that_print_refuses(here, monkeypatch):
    def refused(*_):
        raise Otryckbar("hela.pdf: fel", [Felställe("Planen", "plan", "")])

    monkeypatch.setattr(build, "_print", refused)
    with pytest.raises(Stopped, match=r"docs/plan/index\.md:\d+: Sidan går inte att göra som PDF\.\nhela"):
        build.make_print(None, here / "site", here / "mkdocs.yml", lambda _: None)
