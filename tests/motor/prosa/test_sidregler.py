"""The examples in ``tests/exempel/sidor``: faulty pages with the whole output they get, and valid ones.

An example is ``<namn>.md``, or a folder ``<namn>/`` with ``docs/`` and ``mkdocs.yml``. A faulty one has its
expected output in ``<namn>.txt``. New examples are picked up by themselves.

To write the expected outputs anew: ``SKRIV_FACIT=1 pytest tests/motor/prosa/test_sidregler.py``. Then read
every changed line as the editor who gets it.
"""

import re
import shutil

import pytest

from macros.sidor import signaturer
from planmotor.grund.report import as_text
from planmotor.grund.syntax import FAULTS
from planmotor.plan import kommentarer
from planmotor.plan.load import load
from planmotor.prosa import anropskontroll, installning, sidkarta, sidmapp, uppgifter
from planmotor.prosa.granska import sidfel
from planmotor.prosa.installning import USUAL
from planmotor.prosa.lasning.publicerad import förhandsvisad, förlorade, innehåll, publicerad
from planmotor.prosa.lasning.sida import Sida
from planmotor.prosa.regler import alla_regler
from tests.hjalp.facit import same
from tests.hjalp.planer import ROOT

EXAMPLES = ROOT / "tests/exempel/sidor"
FAULTY, VALID = EXAMPLES / "felaktiga", EXAMPLES / "giltiga"
CALLS = {"okant-argument", "saknat-argument", "okant-varde-i-makro", "makro-utan-nyckelord"}
ELSEWHERE = CALLS | {"makro-utan-parenteser"}  # shown in tests/exempel/makron-fel


def examples(folder):
    return sorted(path for path in folder.iterdir() if path.is_dir() or path.suffix == ".md")


@pytest.fixture(scope="module")
def plan():
    return load(ROOT / "tests/exempel/makron/plan/aktiviteter.yaml")


def found_in(example, folder, plan):
    """Return what is told of an example, copied into a folder of its own."""
    if example.is_dir():
        shutil.copytree(example, folder, dirs_exist_ok=True)
    else:
        (folder / "docs").mkdir()
        shutil.copy(example, folder / "docs/sida.md")
    return sidfel((folder / "docs").relative_to(folder), signaturer(), plan, folder=folder / "minne")


@pytest.mark.parametrize("example", examples(FAULTY), ids=lambda path: path.stem)
def test_a_faulty_page_gets_its_whole_output(example, tmp_path, plan, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = as_text(found_in(example, tmp_path, plan)) + "\n"
    same(FAULTY / f"{example.stem}.txt", told)
    assert told.strip()


@pytest.mark.parametrize("example", examples(VALID), ids=lambda path: path.stem)
def test_a_valid_page_has_no_faults(example, tmp_path, plan, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert as_text(found_in(example, tmp_path, plan)) == ""
    page = Sida("sida.md", example.read_text(encoding="utf-8"))
    assert förlorade(innehåll(publicerad(page, USUAL)), innehåll(förhandsvisad(page))) == []


def test_every_rule_is_shown():
    texts = "".join(path.read_text(encoding="utf-8") for path in FAULTY.glob("*.txt"))
    shown = set(re.findall(r"  \[([a-z0-9-]+)\]$", texts, re.M))
    known = {rule.ID for rule in alla_regler()} | set(uppgifter.HELP) | set(sidkarta.HELP)
    known |= set(installning.HELP) | set(anropskontroll.HELP) | {kommentarer.ID} | set(sidmapp.HELP)
    assert known - shown <= ELSEWHERE
    assert shown <= known | set(FAULTS)


def test_every_expected_output_has_its_example():
    assert {path.stem for path in FAULTY.glob("*.txt")} == {path.stem for path in examples(FAULTY)}


def test_what_is_remembered_is_the_same_as_what_was_found(tmp_path, plan, monkeypatch):
    monkeypatch.chdir(tmp_path)
    first = found_in(FAULTY / "flera-fel.md", tmp_path, plan)
    assert (tmp_path / "minne/sidor.json").exists()
    assert (
        sidfel((tmp_path / "docs").relative_to(tmp_path), signaturer(), plan, folder=tmp_path / "minne")
        == first
    )
    (tmp_path / "minne/sidor.json").write_text("[", encoding="utf-8")
    assert (
        sidfel((tmp_path / "docs").relative_to(tmp_path), signaturer(), plan, folder=tmp_path / "minne")
        == first
    )


def test_a_changed_page_is_read_anew(tmp_path, plan, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert found_in(FAULTY / "lista-utan-tomrad.md", tmp_path, plan)
    page = tmp_path / "docs/sida.md"
    page.write_text(page.read_text(encoding="utf-8").replace("behövs:\n", "behövs:\n\n"), encoding="utf-8")
    assert not sidfel(
        (tmp_path / "docs").relative_to(tmp_path), signaturer(), plan, folder=tmp_path / "minne"
    )


def test_a_page_that_is_no_utf8_is_told_of_and_the_others_are_read(tmp_path, plan, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found_in(FAULTY / "lista-utan-tomrad.md", tmp_path, plan)
    (tmp_path / "docs/annan.md").write_bytes(b"# Sida\n\n\xe5\n")
    found = sidfel((tmp_path / "docs").relative_to(tmp_path), signaturer(), plan, folder=tmp_path / "minne")
    assert [(p.path, p.line, p.rule) for p in found] == [
        ("docs/annan.md", 3, "inte-utf8"),
        ("docs/sida.md", 9, "lista-utan-tomrad"),
    ]


def test_pages_that_the_data_and_a_picture_name_are_looked_up(tmp_path, plan, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/sida.md").write_text(
        '# Sida\n\n{{ skärmbild(sida="sidan/", text="En bild") }}\n', encoding="utf-8"
    )
    docs, data = (
        (tmp_path / "docs").relative_to(tmp_path),
        (tmp_path / "data/aktiviteter.yaml").relative_to(tmp_path),
    )
    found = sidfel(docs, signaturer(), plan, folder=tmp_path / "minne", data=data)
    named = [page for law in plan.källor.lagar for part in law.paragrafer for page in part.sidor]
    assert named
    told = {(problem.path, problem.rule) for problem in found}
    assert told == {("docs/sida.md", "lank-utan-mal"), ("data/kallor.yaml", "lank-utan-mal")}
    assert 'Skriv i stället: sida="sida/"' in [problem.fix for problem in found]
