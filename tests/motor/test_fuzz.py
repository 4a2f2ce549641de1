"""A share of ``make fuzz``, the inputs that once failed, and whether the judge sees a fault at all."""

import os
import random
import time
from pathlib import Path

import pytest

from planmotor.grund.problem import Stopped
from tests.fuzz.domare import MOST_MEMORY, döm, pröva
from tests.fuzz.slag import SLAG, Fall, Hem
from tests.fuzz.stora import fall
from tests.hjalp.planer import ROOT

SECONDS, TRIES = 10, 12
KEPT = sorted(path for path in (ROOT / "tests/exempel/fuzz").rglob("*") if path.is_file())
KINDS = {kind.__name__: kind for kind in SLAG}


@pytest.fixture(scope="module")
def hem(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fuzz").resolve()
    before = Path.cwd()
    os.chdir(folder)
    yield Hem(folder)
    os.chdir(before)


def faults(judged):
    """Return what is wrong, but for time and memory: those are measured by ``make fuzz``, alone on a core."""
    return [one for one in judged.fel if not one.endswith(" s") and one != "minne"]


def test_a_share_of_the_spoilt_files_is_met_in_words(hem):
    end, number, wrong = time.monotonic() + SECONDS, 0, []
    while time.monotonic() < end or number < 100:
        judged = pröva(hem, number)
        if faults(judged):
            wrong.append((number, judged.slag, judged.fel, judged.sagt[-300:]))
        number += 1
    assert not wrong


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: "/".join(path.parts[-3:]))
def test_what_once_failed_is_met_in_words(hem, kept):
    kind = KINDS[kept.parts[-3]]
    cases = [kind(random.Random(n), hem) for n in range(10 * TRIES)]
    same = [one for one in cases if one.fil.name == kept.name][:TRIES]
    assert same
    for one in same:
        judged = döm(hem, one._replace(innehåll=kept.read_bytes()), kind.__name__)
        assert not faults(judged), judged.sagt
        assert judged.sekunder < 8  # a hang, whatever else the machine does


def test_very_much_of_one_thing_is_met_soon(hem):
    """One of each kind: ``make fuzz`` tries them all."""
    each = {name.partition(",")[0]: one for name, one in fall(hem)}
    assert set(each) == {"data", "sida", "json", "csv", "docx", "xlsx"}
    for name, one in each.items():
        judged = döm(hem, one, name)
        assert not faults(judged), (name, judged.fel)
        assert judged.sekunder < 8  # a hang, whatever else the machine does


def crash():
    raise KeyError("nyckel")


def stop(text):
    def run():
        raise Stopped(text)

    return run


def change(hem):
    def run():
        (hem.rot / "data/ny.yaml").write_text("x")

    return run


def test_the_judge_sees_each_kind_of_fault(hem):
    file = hem.rot / "svar/svar.json"
    runs = {
        "fel i programmet": crash,
        "ingen fil": stop("Det går inte att läsa."),
        "engelska: expected": stop("svar.json: expected a key"),
        "traceback": stop("svar.json: Traceback"),
        "filer är ändrade": change(hem),
    }
    for fault, run in runs.items():
        assert fault in döm(hem, Fall(file, b"{}", run), "prov").fel, fault
    (hem.rot / "data/ny.yaml").unlink()
    assert not faults(döm(hem, Fall(file, b"{}", stop("svar.json går inte att läsa.")), "prov"))


def test_memory_is_an_inputs_own(hem):
    """A process that once took much isn't guilty of it at the next input."""
    file, taken = hem.rot / "svar/svar.json", []

    def take():
        taken.append(len(b"x" * (MOST_MEMORY + 50_000_000)))

    assert "minne" in döm(hem, Fall(file, b"{}", take), "prov").fel
    assert "minne" not in döm(hem, Fall(file, b"{}", stop("svar.json går inte att läsa.")), "prov").fel
    assert taken


def test_the_same_number_is_the_same_input(hem):
    for kind in SLAG:
        one, other = kind(random.Random(7), hem), kind(random.Random(7), hem)
        assert (one.fil, one.innehåll) == (other.fil, other.innehåll)
