"""A plan that was loaded before and hasn't changed since."""

from __future__ import annotations

import gc
import hashlib
import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pydantic

from planmotor.grund.skrivning import put
from planmotor.plan.arkivmapp import watched
from planmotor.plan.draft import files_beside
from planmotor.plan.load import load
from planmotor.plan.model.plan import Plan

FOLDER = Path(".cache/planmotor")


def load_cached(path: Path, folder: Path = FOLDER) -> Plan:
    """Return the plan at ``path``, from the cache when no byte of its files or of this program has changed.

    Raises Invalid like ``load``; a faulty plan is never cached. A cache that can't be read or written is
    passed over. The folder holds pickles, so it deserves the same trust as the program's own files.
    """
    file = folder / f"{fingerprint(path)}.pickle"
    plan = _read(file)
    if plan is None:
        plan = load(path)
        _write(file, plan)
    return plan


def fingerprint(path: Path) -> str:
    """Return a hash of the plan's files, of the program and of the libraries that read them."""
    digest = hashlib.sha256(f"{sys.version} {pydantic.VERSION}".encode())
    engine = ((file.name, file) for file in sorted(Path(__file__).parents[1].rglob("*.py")))
    for name, file in (*files_beside(path).items(), *watched(path), *engine):
        with suppress(OSError):
            content = file.read_bytes()
            digest.update(f"{name} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()


def _read(file: Path) -> Plan | None:
    with suppress(Exception), file.open("rb") as content, _no_collection():
        plan = pickle.load(content)  # noqa: S301 (our own file; see load_cached)
        return plan if isinstance(plan, Plan) else None
    return None


def _write(file: Path, plan: Plan) -> None:
    with suppress(OSError):
        for older in file.parent.glob("*.pickle"):
            older.unlink(missing_ok=True)
        put(file, pickle.dumps(plan, protocol=pickle.HIGHEST_PROTOCOL))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Pause garbage collection: tens of thousands of new objects make it run again and again for nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
