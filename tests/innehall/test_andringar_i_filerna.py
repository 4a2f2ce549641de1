"""The real files, changed by the engine: what is asked for changes, and nothing else."""

import io
import shutil
import sys

import pytest
from openpyxl import load_workbook

from planmotor.__main__ import main
from planmotor.andra.write import Redigering
from planmotor.plan.load import load
from planmotor.uppfoljning.statusblankett.blanketter import ALL, selected
from planmotor.uppfoljning.statusblankett.falt import rows, values
from planmotor.uppfoljning.statusblankett.gor import workbook
from tests.hjalp.planer import DATA, REAL
from tests.motor.andra.test_write import changed_lines
from tests.motor.uppfoljning.test_statusblankett import DAY, lines_changed, read_in


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with this plan's data; nobody sits at the terminal, and it is 2026."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    shutil.copytree(DATA, tmp_path / "data")
    return tmp_path


def live(folder):
    return (folder / "data/aktiviteter.yaml").read_text(encoding="utf-8")


def test_the_real_plan_can_be_decided(folder, plan):
    """The next revision of each real action plan: every rule holds after, and no other line has changed."""
    for one in plan.handlingsplaner:
        organ, document = plan.organ[0].id, plan.källor.dokument[0].id
        words = ["--organ", organ, "--beslut", "Revideras", "--dokument", document, "--avsnitt", "1.2"]
        assert main(["besluta", one.id, "2026-08-01", *words]) == 0
        version = load(folder / "data/aktiviteter.yaml").arkiv.version(one.id, "2026-08-01")
        rows = [(rad.aktivitet.id, rad.aktivitet.namn, rad.aktivitet.status) for rad in version.plan.rader]
        assert rows == [
            (rad.aktivitet.id, rad.aktivitet.namn, rad.aktivitet.status)
            for rad in plan.rader
            if rad.handlingsplan.id == one.id
        ]
    before = (DATA / "aktiviteter.yaml").read_text(encoding="utf-8").splitlines()
    marks = ("läge: beslutad", "beslutad: ", "beslutad_av: ")
    added = [line.strip() for line in live(folder).splitlines() if line not in before]
    assert all(line.startswith(marks) for line in added)


def test_only_the_lines_of_the_answer_change_in_the_real_plan(tmp_path, capsys):
    folder = shutil.copytree(DATA, tmp_path / "data")
    data = folder / "aktiviteter.yaml"
    plan = load(data)
    every = rows(plan)
    id = next(id for id, rad in every.items() if rad.aktivitet.status and rad.aktivitet.kommentar)
    other = next(id for id, rad in every.items() if not rad.aktivitet.status)
    book = load_workbook(io.BytesIO(workbook(plan, selected(plan, ALL)[0], DAY)))
    sheet = book["Aktiviteter"]
    at = {sheet.cell(row, 1).value: row for row in range(2, sheet.max_row + 1)}
    sheet.cell(at[id], 8, "Ny kommentar: nu")
    sheet.cell(at[other], 6, "utgår")
    book.save(tmp_path / "svar.xlsx")
    before = data.read_bytes().decode()
    assert read_in(data, capsys, tmp_path / "svar.xlsx")[0] == 0
    after = data.read_bytes().decode()
    changed = [line.strip() for line in lines_changed(before, after)]
    old = every[id].aktivitet.kommentar
    assert [line[0] + line[1:].strip() for line in changed] in (
        [f"-kommentar: {old}", '+kommentar: "Ny kommentar: nu"', "+status: utgår"],
        ["+status: utgår", f"-kommentar: {old}", '+kommentar: "Ny kommentar: nu"'],
    )
    assert values(rows(load(data))[other].aktivitet)[0] == "utgår"


def test_many_edits_of_the_real_plan_change_only_their_lines(plan):
    one = Redigering(REAL)
    rows = [rad.aktivitet for rad in plan.rader if rad.räknas]
    for row in rows:
        one.set((*one.where(row.id), "status"), "avvaktar")
    taken = [line for line in changed_lines(one) if line.startswith("-")]
    assert len(taken) == sum(row.status not in (None, "avvaktar") for row in rows)
    assert all(line.strip("- ").startswith("status: ") for line in taken)
    assert one.text.count("status: avvaktar\n") == len(rows)
