"""The settings, and the files beside the pages, run, read and fetch nothing that isn't the site's own.

``tests/exempel/attacker-installningar.yaml`` and ``attacker-filer.yaml`` hold what is tried; a new line in
either is tried by itself.
"""

import shutil
from types import SimpleNamespace

import pytest
import yaml

import macros
from planmotor.grund.problem import Invalid
from planmotor.prosa.granska import sidfel
from planmotor.prosa.installning import läs_inställning
from planmotor.prosa.sidmapp import filfel, sidor
from planmotor.sajt import build
from tests.hjalp.planer import MINIMAL, ROOT

EXAMPLES = ROOT / "tests/exempel"
SETTINGS = yaml.safe_load((EXAMPLES / "attacker-installningar.yaml").read_text(encoding="utf-8"))
FILES = yaml.safe_load((EXAMPLES / "attacker-filer.yaml").read_text(encoding="utf-8"))
RIGHT = """\
site_name: Planen
theme: {name: material, custom_dir: overrides, language: sv}
plugins: [search, macros: {module_name: macros, render_by_default: false}]
markdown_extensions:
  - tables
  - toc: {permalink: false}
  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }
extra_css: [assets/grund.css]
extra_javascript: [assets/sok.js, {path: assets/sok.mjs, type: module}]
"""
DRAWN = """\
<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- Ritad i ett ritprogram -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" xmlns:p="http://example.org/p"
 viewBox="0 0 9 9"><p:vy p:zoom="1"/><defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs>
<style>g { fill: url(#a) }</style><use x:href="#b"/>
<a href="https://example.org/"><g id="b" fill="url(#a)"/></a>
<image href="data:image/png;base64,iVBORw0KGgo="/></svg>
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Start\n", encoding="utf-8")
    return tmp_path


def settings_of(folder, added):
    keys = {line.partition(":")[0] for line in added.splitlines()}
    kept = [block for block in _blocks(RIGHT) if block.partition(":")[0] not in keys]
    (folder / "mkdocs.yml").write_text("".join(kept) + added + "\n", encoding="utf-8")
    return folder / "mkdocs.yml"


def _blocks(text):
    found = []
    for line in text.splitlines(keepends=True):
        if line.startswith(" "):
            found[-1] += line
        else:
            found.append(line)
    return found


def test_settings_that_choose_and_name_are_right(folder):
    assert läs_inställning(settings_of(folder, "site_url: https://example.org/")).fel == ()


@pytest.mark.parametrize("attack", SETTINGS)
def test_settings_run_and_fetch_nothing(attack, folder):
    found = läs_inställning(settings_of(folder, attack))
    assert {problem.rule for problem in found.fel} <= {"otillaten-installning", "tagg"}
    assert found.fel
    assert "ond" not in str(found.tillägg)
    assert "snippets" not in str(found.tillägg)
    assert [problem.rule for problem in sidfel(folder / "docs", None, None, folder=folder / "minne")]


def test_the_build_says_so_before_the_settings_are_followed(folder, monkeypatch):
    (folder / "data").mkdir()
    (folder / "data/aktiviteter.yaml").write_text(MINIMAL, encoding="utf-8")
    config = settings_of(folder, "edit_uri: !!python/object/apply:os.system ['touch ond']")
    with pytest.raises(Invalid) as stopped:
        build.build(folder / "data/aktiviteter.yaml", folder / "site", config, "mkdocs", print, tryck=False)
    assert [problem.rule for problem in stopped.value.problems] == ["tagg"]
    assert not (folder / "ond").exists()


def test_a_slip_of_the_hand_gets_the_right_word(folder):
    (fault,) = läs_inställning(settings_of(folder, "extra_cs: [a.css]")).fel
    assert fault.fix == "Skriv i stället: extra_css"


@pytest.mark.parametrize("name", FILES)
def test_files_that_run_are_told_of(name, folder):
    file = folder / "docs" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(FILES[name], encoding="utf-8")
    assert [(problem.path, problem.rule) for problem in filfel(folder / "docs")] == [
        (f"docs/{name}", "otillaten-fil")
    ]
    told = sidfel(folder / "docs", None, None, folder=folder / "minne")
    assert [problem.rule for problem in told] == ["otillaten-fil"]


def test_a_picture_that_only_draws_is_right(folder):
    (folder / "docs/bild.svg").write_text(DRAWN, encoding="utf-8")
    (folder / "docs/utf16.svg").write_text(DRAWN.partition("\n")[2], encoding="utf-16")
    (folder / "docs/.dold.html").write_text("x", encoding="utf-8")
    assert list(filfel(folder / "docs")) == []


def test_a_link_leads_to_no_file_outside_the_folder(folder):
    (folder / "hemlig").mkdir()
    (folder / "hemlig/sida.md").write_text("hemligt", encoding="utf-8")
    docs = folder / "docs"
    (docs / "fil.txt").symlink_to(folder / "hemlig/sida.md")
    (docs / "lankad.md").symlink_to("../hemlig/sida.md")
    (docs / "mapp").symlink_to(folder / "hemlig")
    (docs / "ingenstans.csv").symlink_to("finns-inte")
    (docs / "samma.txt").symlink_to("index.md")
    told = [problem.path for problem in filfel(docs)]
    assert told == ["docs/fil.txt", "docs/ingenstans.csv", "docs/lankad.md", "docs/mapp"]
    assert [path.name for path in sidor(docs)] == ["index.md"]


def test_a_page_that_nobody_has_checked_is_never_built(folder):
    file = SimpleNamespace(src_path=".dold.md", src_uri=".dold.md")
    conf = {"docs_dir": "docs", "extra": {"källfiler": {"index.md"}}}
    page = SimpleNamespace(meta={}, file=file)
    env = SimpleNamespace(conf=conf, macros={}, markdown="<script>alert(1)</script>", page=page)
    with pytest.raises(macros.PlanFel, match=r"docs/\.dold\.md:1: Sidan är inte kontrollerad"):
        macros.on_pre_page_macros(env)


def test_the_projects_own_settings_are_right(folder):
    shutil.copy(ROOT / "mkdocs.yml", folder)
    assert läs_inställning(folder / "mkdocs.yml").fel == ()
