"""Decided versions: what the archive holds, that it is loaded whole, and that its faults are told."""

import copy
import json
import re
import shutil
import subprocess

import pytest

from planmotor.grund.problem import Invalid
from planmotor.plan.arkivmapp import SUMS, files, sums
from planmotor.plan.load import load, problems
from planmotor.plan.source import parse, walk
from tests.hjalp.liten import DATA, PLAN
from tests.hjalp.planer import MINIMAL, ROOT, write

ARCHIVE = DATA / "arkiv"
EXAMPLE = ROOT / "tests/exempel/giltiga/beslutade-versioner"


def test_checksums_are_those_of_the_standard_tool():
    if shutil.which("sha256sum") is None:
        pytest.skip("sha256sum saknas")
    done = subprocess.run(
        ["sha256sum", "-c", "--strict", SUMS], check=False, cwd=ARCHIVE, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout
    assert len(done.stdout.splitlines()) == len(files(PLAN))
    contents = {path.relative_to(ARCHIVE).as_posix(): path.read_bytes() for path in files(PLAN)}
    assert sums(contents) == (ARCHIVE / SUMS).read_text(encoding="utf-8")


def test_a_decided_version_is_a_plan_of_its_own(plan):
    for version in plan.arkiv.versioner:
        alone, among = load(version.path).aktiviteter, version.plan.aktiviteter
        # Who decided, and from when it holds, may be told by the decisions of the whole plan alone.
        told = {"beslutad_av", "gäller_från"}
        assert [one.model_dump(exclude=told) for one in alone.handlingsplaner] == [
            one.model_dump(exclude=told) for one in among.handlingsplaner
        ]
        assert alone.model_copy(update={"handlingsplaner": among.handlingsplaner}) == among


def test_without_an_archive_nothing_is_asked_of_what_was(tmp_path):
    text = MINIMAL + "            ersätter: [nagot]\n    utgår: [{id: annat}]\n"
    made = load(write(tmp_path, text))
    assert (made.arkiv.versioner, made.rader[0].aktivitet.ersätter) == ((), ("nagot",))


def test_a_single_letter_is_noticed(tmp_path):
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    path = next(iter(files(tmp_path / PLAN.name)))
    path.write_bytes(path.read_bytes().replace(b"en mobil", b"in mobil"))
    assert [(p.rule, p.path) for p in problems(tmp_path / PLAN.name)] == [("fryst-fil", str(path))]


def test_three_ids_that_change_places_are_noticed(tmp_path):
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "arkiv/handlingsplan/2025-02-21.yaml").unlink()
    rows = [("enkat", "Utbilda personal"), ("utbildning", "Ta fram rutiner för vårdkontakt")]
    rows += [("rutiner-for-vardkontakt", "Skicka ut en enkät"), ("rutiner-for-lakarkontakt", "Något nytt")]
    head = re.split(r"          - id: ", (tmp_path / PLAN.name).read_text(encoding="utf-8"))[0]
    text = head + "".join(f"          - {{id: {id}, namn: {name}}}\n" for id, name in rows)
    text += "avslutade: [{id: glesbygd, namn: Glesbygdsplanen}]\n"
    found = [p for p in problems(write(tmp_path, text)) if p.rule == "id-bytt-betydelse"]
    assert [re.search(r'Id "([^"]+)"', p.text)[1] for p in found] == [id for id, _ in rows[:3]]


WRONG = [None, "", "x", [], {}, ["x"], [None], [{}], {"a": "b"}, {"id": "x"}, [{"id": "x"}]]


@pytest.mark.parametrize("name", ["aktiviteter.yaml", "arkiv/handlingsplan/2021-09-24.yaml"])
def test_whatever_stands_wherever_the_check_tells_and_never_breaks(tmp_path, name):
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    path = tmp_path / name
    data = parse(path.read_text(encoding="utf-8"), name).data
    places = [loc for loc, _ in walk(data) if loc and loc[0] in {"handlingsplaner", "avslutade", "format"}]
    for number, loc in enumerate(places):
        changed = copy.deepcopy(data)
        holder = changed
        for step in loc[:-1]:
            holder = holder[step]
        for wrong in (WRONG[number % len(WRONG)], WRONG[(number * 3 + 4) % len(WRONG)]):
            holder[loc[-1]] = wrong
            path.write_text(json.dumps(changed), encoding="utf-8")
            try:
                load(tmp_path / PLAN.name)
            except Invalid as invalid:
                assert invalid.problems, loc
