"""Runs one input as a command would, and judges what a user was told of it."""

import contextlib
import io
import random
import re
import signal
import time
from typing import NamedTuple

from planmotor import __main__ as program
from planmotor.grund.gransen import ID, OURS
from tests.fuzz.minne import Mätare
from tests.fuzz.slag import SLAG

# A process that has read the libraries and the plan takes 150 MB; with this it is within 512 MB.
MOST_SECONDS, MOST_MEMORY = 2.0, 350_000_000
HANG, WAIT = 30, 600  # seconds of work, and of waiting for whatever else the machine does
# Words of libraries: no message of ours holds them.
ENGLISH = re.compile(
    r"\b(?:expected|unexpected|invalid|cannot|could not|must be|should be|not allowed|error|exception|"
    r"not supported|out of range|object has no|unable to|failed|while (?:parsing|scanning))\b",
    re.IGNORECASE,
)
# What a message repeats of the input, which may be in any language.
QUOTED = re.compile(r"\"[^\"\n]*\"|”[^”\n]*”|'[^'\n]*'|Skriv i stället: .*$|\(finns: .*$", re.MULTILINE)


class Dom(NamedTuple):
    """What was wrong with how an input was met; ``fel`` is empty when nothing was."""

    nummer: int
    slag: str
    fel: tuple[str, ...]
    sekunder: float
    fil: str
    innehåll: bytes
    sagt: str


class Hang(BaseException):
    """The input took so long that nobody would have waited."""


def _late(*_):
    raise Hang


def slag_av(nummer):
    """Return the kind of the input with this number: they take turns by their shares."""
    at = nummer * 37 % sum(SLAG.values())
    for kind, share in SLAG.items():
        if at < share:
            return kind
        at -= share
    raise AssertionError


def fall(hem, nummer, seed=0):
    """Return the input with this number, and its kind."""
    kind = slag_av(nummer)
    return kind(random.Random(f"{seed}:{nummer}"), hem), kind.__name__


def pröva(hem, nummer, seed=0):
    """Make the input, run it and judge; the home is afterwards as it was."""
    one, kind = fall(hem, nummer, seed)
    return döm(hem, one, kind, nummer)


def döm(hem, one, kind, nummer=0):
    """Put an input in its place, run what reads it and judge."""
    before = one.fil.read_bytes() if one.fil.exists() else None
    one.fil.write_bytes(one.innehåll)
    others = _state(hem)
    memory, started = Mätare(), time.process_time()
    try:
        said, found = _run(one.kör)
        seconds = time.process_time() - started
        found += _judged(hem, said, one, seconds)
        if memory.byte() > MOST_MEMORY:
            found.append("minne")
        if _state(hem) != others:
            found.append("filer är ändrade")
    finally:
        if before is None:
            one.fil.unlink(missing_ok=True)
        else:
            one.fil.write_bytes(before)
    return Dom(nummer, kind, tuple(found), seconds, one.fil.name, one.innehåll, said)


def _run(run):
    """Return what a user is told, and what is wrong whatever that is."""
    out = io.StringIO()
    for kind in (signal.SIGALRM, signal.SIGPROF):
        signal.signal(kind, _late)
    signal.setitimer(signal.ITIMER_PROF, HANG)
    signal.setitimer(signal.ITIMER_REAL, WAIT)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            try:
                return str(run() or ""), []
            except Exception as error:
                program._told(error)
                return out.getvalue(), []
    except Hang:
        return "", [f"över {HANG} s"]
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def _judged(hem, said, one, seconds):
    found = []
    if "Traceback" in said:
        found.append("traceback")
    if ID in said or OURS in said:
        found.append("fel i programmet")
    faulty = re.search(r"\[[a-z0-9-]+\]$|avvisad|går inte|kan inte|fel\.", said, re.MULTILINE)
    if faulty and not any(name in said for name in _names(hem, one)):
        found.append("ingen fil")
    if english := ENGLISH.search(QUOTED.sub("", said)):
        found.append(f"engelska: {english[0]}")
    if seconds > MOST_SECONDS:
        found.append(f"{seconds:.1f} s")
    return found


def _names(hem, one):
    return {one.fil.name, *(path.name for path in (hem.rot / "data").rglob("*.yaml")), "SHA256SUMS"}


def _state(hem):
    """Return what lies in the home, but for what this program keeps for itself."""
    return {
        path: (path.stat().st_size, path.stat().st_mtime_ns)
        for folder in ("data", "docs", "svar", "statusplan")
        for path in (hem.rot / folder).rglob("*")
    }
