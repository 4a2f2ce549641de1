"""``plan.migrate``: tests/exempel/format holds one file in each format; all of them say the same."""

import pytest

from planmotor.grund.problem import Invalid
from planmotor.plan.load import load
from planmotor.plan.migrate import STEPS, migrated
from planmotor.plan.model.revidering import NEWEST
from planmotor.plan.source import parse, read
from tests.hjalp.planer import MINIMAL, ROOT

FORMATS = ROOT / "tests/exempel/format"
OLDER = range(1, NEWEST)


def test_every_format_has_its_step_and_its_example():
    assert sorted(STEPS) == list(OLDER)
    assert sorted(path.name for path in FORMATS.iterdir()) == [f"{n}.yaml" for n in (*OLDER, NEWEST)]


@pytest.mark.parametrize("number", OLDER)
def test_an_older_file_is_read_as_the_newest(number):
    old, new = load(FORMATS / f"{number}.yaml"), load(FORMATS / f"{NEWEST}.yaml")
    assert old.aktiviteter.model_dump() == new.aktiviteter.model_dump()
    assert old.aktiviteter.format == NEWEST


def test_records_of_an_older_file_keep_their_own_lines():
    path = FORMATS / "1.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    assert "- id: rutiner" in lines[load(path).rader[0].aktivitet.rad - 1]
    assert "kommun: ekby" in lines[load(path).aktiviteter.lokala_planer[0].rad - 1]


def test_what_format_1_allowed_is_refused_in_the_newest(tmp_path):
    path = tmp_path / "aktiviteter.yaml"
    text = (FORMATS / "1.yaml").read_text(encoding="utf-8").replace("format: 1", f"format: {NEWEST}")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        load(path)
    assert {p.rule for p in caught.value.problems} == {"tom-lista"}


def test_the_newest_format_and_none_at_all_are_left_alone():
    for text in (MINIMAL, f"format: {NEWEST}\n{MINIMAL}"):
        document = parse(text, "x.yaml")
        assert migrated(document) is document


@pytest.mark.parametrize("said", ["0", "-1", "1.5", "ett", "[1]", "''", "٢"])
def test_what_is_no_version_is_left_for_the_model_to_refuse(tmp_path, said):
    path = tmp_path / "aktiviteter.yaml"
    path.write_text(f"format: {said}\n{MINIMAL}", encoding="utf-8")
    assert migrated(read(path)).data["format"] == parse(f"a: {said}", "x").data["a"]
    with pytest.raises(Invalid):
        load(path)


def test_a_newer_format_says_to_update_the_program():
    for number in (NEWEST + 1, 999_999):
        with pytest.raises(Invalid) as caught:
            migrated(parse(f"# x\nformat: {number}\n{MINIMAL}", "x.yaml"))
        (problem,) = caught.value.problems
        assert (problem.line, problem.rule) == (2, "nyare-format")
        assert "Uppdatera programmet" in problem.fix
