"""The examples in ``tests/exempel``: broken plans with the whole output they get, and valid ones.

An example is ``<namn>.yaml``, or a folder ``<namn>/`` with ``aktiviteter.yaml``, the files beside it and its
archive. A broken one has its expected output in ``<namn>.txt``: what ``planmotor kontrollera --data <namn>``
prints, the count on standard error last. New examples are picked up by themselves.

To write the expected outputs anew after a change of words: ``SKRIV_FACIT=1 pytest
tests/motor/plan/test_exempel.py``. Then read every changed line as the editor who gets it.
"""

import re
from pathlib import Path

import pytest

from planmotor.__main__ import main
from planmotor.grund.syntax import FAULTS
from planmotor.plan.arkivmapp import FOLDER
from planmotor.plan.draft import FILES, MAIN
from planmotor.plan.load import load, problems
from planmotor.plan.rules import all_rules
from planmotor.plan.status import WORDS
from tests.hjalp.facit import same
from tests.hjalp.planer import ROOT

EXAMPLES = ROOT / "tests/exempel"
BROKEN, VALID = EXAMPLES / "felaktiga", EXAMPLES / "giltiga"
BY_CODE = {"filen-saknas", "for-stor-fil", "for-manga-fel"}  # shown in test_source.py


def examples(folder):
    return sorted(path.name for path in folder.iterdir() if path.is_dir() or path.suffix == ".yaml")


def expected_in(name):
    return BROKEN / f"{name.removesuffix('.yaml')}.txt"


def valid(name):
    path = VALID / name
    return load(path / f"{MAIN}.yaml" if path.is_dir() else path)


@pytest.mark.parametrize("name", examples(BROKEN))
def test_broken_plan_gets_its_whole_output(name, capsys, monkeypatch):
    monkeypatch.chdir(BROKEN)
    code = main(["kontrollera", "--data", name])
    printed = "".join(capsys.readouterr())
    expected = expected_in(name)
    assert code == 1
    same(expected, printed)


@pytest.mark.parametrize("name", examples(BROKEN))
def test_problems_come_in_file_order(name):
    text = expected_in(name).read_text(encoding="utf-8")
    places = re.findall(r"^(\S+(?:\.yaml|/SHA256SUMS)):(\d+): ", text, re.M)
    assert places == sorted(places, key=lambda place: (place[0], int(place[1])))
    assert f"{len(places)} fel.\n" == text.splitlines(keepends=True)[-1]


@pytest.mark.parametrize("name", examples(VALID))
def test_valid_plan_has_no_problems(name, capsys, monkeypatch):
    monkeypatch.chdir(VALID)
    assert main(["kontrollera", "--data", name]) == 0
    out, err = capsys.readouterr()
    assert (out, err.partition(" Att se över:")[0].strip()) == ("", "Inga fel.")  # some aren't canonical
    assert valid(name).rader


def test_there_are_enough_examples():
    assert len(examples(BROKEN)) >= 30
    assert len(examples(VALID)) >= 8


def test_every_rule_and_every_fault_is_shown():
    shown = {
        rule
        for name in examples(BROKEN)
        for rule in re.findall(r"  \[([a-z0-9-]+)\]$", expected_in(name).read_text(encoding="utf-8"), re.M)
    }
    known = {rule.ID for rule in all_rules()} | set(FAULTS)
    assert known - shown == BY_CODE
    assert shown <= known


def test_every_expected_output_has_its_example():
    assert sorted(path.name for path in BROKEN.glob("*.txt")) == sorted(
        expected_in(name).name for name in examples(BROKEN)
    )


@pytest.mark.parametrize(
    "path", [*sorted(BROKEN.rglob("*.yaml")), *sorted(VALID.rglob("*.yaml"))], ids=lambda path: path.name
)
def test_example_says_what_it_shows(path):
    raw = path.read_bytes()
    text = raw.decode("utf-16" if raw.startswith(b"\xff\xfe") else "utf-8-sig", errors="replace")
    assert text.startswith("# ")


def test_no_example_lies_beside_another_as_one_of_its_files():
    names = {f"{name}.yaml" for name in FILES}
    assert not (names | {FOLDER}) & {*examples(BROKEN), *examples(VALID)}


def test_minimal_plan():
    plan = valid("minsta.yaml")
    assert [rad.aktivitet.id for rad in plan.rader] == ["rutiner"]
    assert (plan.organ, plan.kommuner, plan.rader[0].aktivitet.status) == ((), (), None)


def test_byte_order_mark_and_line_ends_change_nothing():
    minimal = valid("minsta.yaml").aktiviteter
    assert valid("bom.yaml").aktiviteter == minimal
    assert valid("crlf.yaml").aktiviteter == minimal


def test_decomposed_letters_are_composed():
    plan = valid("nfd.yaml")
    assert "O\u0308kad" in (VALID / "nfd.yaml").read_text(encoding="utf-8")
    assert plan.strategier[0].namn == "Ökad kontinuitet"
    assert (plan.rader[0].aktivitet.status, plan.rader[0].aktivitet.mått) == ("pågår", ("Rutiner är kända",))


def test_every_status():
    statuses = [rad.aktivitet.status for rad in valid("alla-statusord.yaml").rader]
    assert statuses == [*WORDS, None]


def test_local_plan_takes_up_recommendations_and_adds_its_own():
    local = valid("lokal-plan.yaml").kommunens_plan("ekby")
    assert local is not None
    assert local.rekommendationer == {"kontaktvagar": "pågår", "hembesok": "ej påbörjad"}
    assert [aktivitet.namn for aktivitet in local.egna] == ["Öppna en mötesplats"]


def test_quoted_text_is_kept_as_it_is():
    plan = valid("citattecken-och-kolon.yaml")
    aktivitet = plan.rader[0].aktivitet
    assert plan.uppgifter.namn == 'Plan: "hela" Norra länet'
    assert aktivitet.namn == "Uppföljning: enkät, intervjuer och [samtal]"
    assert aktivitet.kommentar == "*Viktigt* & brådskande: 80 % svarar #1"
    assert aktivitet.målvärde == ("ja/nej", "ja, i hela länet")
    assert aktivitet.mått == ("Finns rutin?", "En lång text som bryts på två rader")


def test_dates_keep_their_precision():
    rows = {rad.aktivitet.id: rad.aktivitet for rad in valid("datum.yaml").rader}
    deadlines = {id: row.tid.klart_senast for id, row in rows.items() if row.tid}
    assert list(deadlines.items()) == [
        ("dag", "2025-02-21"),
        ("manad", "2025-11"),
        ("ar", "2025"),
        ("arstid", None),
        ("period", "2024-06-30"),
    ]
    assert [rows[id].prioritet for id in ("period", "ett-ar")] == ["2024–2025", "2025"]


def test_kommunkod_keeps_its_zero():
    assert [kommun.kod for kommun in valid("kommunkod-med-nolla.yaml").kommuner] == ["0114", "0115"]


def test_files_beside_the_main_one_are_part_of_the_plan():
    plan = valid("alla-filer")
    assert plan.beslut and plan.källor and plan.begrepp and plan.framtagande
    assert plan.områden[0].effektmått[0].värden[1].värde == "64,5"


def test_problems_are_the_same_however_the_file_is_named(monkeypatch):
    """Paths are shown relative to the current folder, whether given so or not."""
    monkeypatch.chdir(BROKEN)
    assert problems(BROKEN / "okand-status.yaml") == problems(Path("okand-status.yaml"))
