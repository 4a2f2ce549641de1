"""Stopped anywhere, or run by many at once: nothing is lost or mixed. ``make avbrott`` tries all of it."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from planmotor.plan.load import load
from tests.hjalp.avbrott.fall import FALL, KÄRNA
from tests.hjalp.avbrott.prov import hidden
from tests.hjalp.avbrott.skada import KINDS
from tests.hjalp.planer import MINIMAL, ROOT, write

EXAMPLES = ROOT / "tests/exempel"
EVERY, EVERY_OF_CORE = 499, 7  # a share of all points: which, is the same every time


def stopped(*words):
    """Run the trial in a process of its own: it forks, and this one may have threads."""
    command = [sys.executable, "-m", "tests.hjalp.avbrott", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_writing_stops_well_at_some_points():
    done = stopped("--vart", str(EVERY_OF_CORE), KÄRNA.namn)
    assert done.returncode == 0, done.stdout + done.stderr
    times = int(done.stdout.split("avbrott")[0].split()[-1])
    assert times > 30 * len(KINDS) // EVERY_OF_CORE


def test_every_command_stops_well_at_some_points():
    done = stopped("--vart", str(EVERY))
    assert done.returncode == 0, done.stdout + done.stderr
    assert [line.split(":")[0] for line in done.stdout.splitlines()[:-1]] == [fall.namn for fall in FALL]


def test_the_trial_sees_what_it_is_to_see():
    """Files that are written one after the other, straight into their places, don't stop well."""
    done = stopped("utan skydd")
    assert done.returncode == 1
    assert "filerna är varken de gamla eller de nya" in done.stdout


def at_once(folder, *commands):
    """Run every command at the same time in ``folder``; return how each ended and what it said."""

    def run(words):
        command = [sys.executable, "-m", "planmotor", *words]
        return subprocess.run(
            command, cwd=folder, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT)}
        )

    with ThreadPoolExecutor(len(commands)) as pool:
        return [(done.returncode, done.stderr) for done in pool.map(run, commands)]


def test_ten_new_activities_at_once_are_all_there(tmp_path):
    main = write(tmp_path, MINIMAL)
    place = ("--område", "kontinuitet", "--data", ".")
    ended = at_once(tmp_path, *(("ny-aktivitet", "--namn", f"Nummer {n}", *place) for n in range(10)))
    assert {code for code, _ in ended} == {0}, ended
    names = {rad.aktivitet.namn for rad in load(main).rader}
    assert names >= {f"Nummer {n}" for n in range(10)}
    assert not hidden(tmp_path)


@pytest.fixture
def round_(tmp_path):
    """A folder with a consultation, and how to read a reply into it."""
    subprocess.run(["cp", "-r", EXAMPLES / "remissvar/plan", tmp_path / "plan"], check=True)
    return tmp_path / "plan", lambda name: ("remiss", "läs-in", str(EXAMPLES / f"remissvar/svar/{name}"))


def test_two_replies_read_at_once_are_both_there(round_):
    folder, read = round_
    ended = at_once(folder, read("word-ifylld.docx"), read("excel-ifylld.xlsx"))
    assert {code for code, _ in ended} == {0}, ended
    stored = load(folder / "data/aktiviteter.yaml").remissens_synpunkter("2026")
    assert {fil.fil for fil in stored.filer} == {"word-ifylld.docx", "excel-ifylld.xlsx"}
    assert not hidden(folder)


def test_the_same_reply_read_twice_at_once_is_there_once(round_):
    folder, read = round_
    ended = at_once(folder, read("word-ifylld.docx"), read("word-ifylld.docx"))
    assert {code for code, _ in ended} == {0}, ended
    assert sum("Inget nytt att skriva." in said for _, said in ended) == 1
    stored = load(folder / "data/aktiviteter.yaml").remissens_synpunkter("2026")
    assert len(stored.filer) == 1


def test_two_status_forms_read_at_once_say_the_same_as_one(tmp_path):
    write(tmp_path, (EXAMPLES / "statussvar/plan/aktiviteter.yaml").read_bytes())
    form = str(EXAMPLES / "statussvar/svar/ifylld.xlsx")
    words = ("läs-in-status", form, "--ja", "--data", ".")
    ended = at_once(tmp_path, words, words)
    last = sorted((code, said.splitlines()[-1]) for code, said in ended)
    assert last == [(0, "Blanketterna ändrar inget i planen."), (0, "Skrev aktiviteter.yaml.")]
    assert not hidden(tmp_path)
    load(tmp_path / "aktiviteter.yaml")
