"""What each macro takes, told by whoever has the macros.

The engine never imports them. It starts ``python -m macros --signaturer`` instead, which answers with data,
and keeps the answer for as long as no file of theirs or of the plan's types has changed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from planmotor.grund.problem import Stopped
from planmotor.grund.skrivning import put
from planmotor.plan.cache import FOLDER
from planmotor.plan.model import types

PACKAGE, FILE = "macros", "makron.json"
UNTOLD = "Det gick inte att ta reda på vilka makron som finns:"


@dataclass(frozen=True, slots=True)
class Argument:
    """A keyword argument of a macro: which list its id must stand in, or which words it may be.

    ``slag`` is what a constant must be: text, heltal or ja/nej; empty when anything goes.
    """

    name: str
    required: bool
    kind: str | None
    words: tuple[str, ...]
    slag: str = ""


@dataclass(frozen=True, slots=True)
class Signatur:
    """A macro as a page calls it. ``under`` is the deepest heading that it must stand under, 1 for ``#``."""

    name: str
    arguments: dict[str, Argument]
    under: int = 1


Signaturer = Mapping[str, Signatur]


def signaturer(folder: Path = FOLDER) -> Signaturer | None:
    """Return every macro's signature by its name; None when there are no macros beside the engine."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or not found.origin:
        return None
    home = Path(found.origin).parent
    mark, file = _fingerprint(home), folder / FILE
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(file.read_text(encoding="utf-8"))
        if kept["märke"] == mark:
            return av_json(kept["makron"])
    told = _ask(home)
    with suppress(OSError):
        put(file, json.dumps({"märke": mark, "makron": told}).encode())
    return av_json(told)


def som_data(known: Iterable[Signatur]) -> list[dict[str, object]]:
    """Return the signatures as plain values."""
    return [asdict(one) for one in known]


def av_json(told: Iterable[Mapping[str, object]]) -> dict[str, Signatur]:
    """Return the signatures that ``som_data`` was made of."""
    made = {}
    for one in told:
        arguments: dict[str, dict[str, object]] = one["arguments"]  # type: ignore[assignment]
        read = {
            name: Argument(**{**given, "words": tuple(given["words"])})  # type: ignore[arg-type]
            for name, given in arguments.items()
        }
        made[str(one["name"])] = Signatur(str(one["name"]), read, int(str(one["under"])))
    return made


def _fingerprint(home: Path) -> str:
    digest = hashlib.sha256(sys.version.encode())
    for file in [*sorted(home.rglob("*.py")), Path(types.__file__), Path(__file__)]:
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _ask(home: Path) -> list[dict[str, object]]:
    way = os.pathsep.join(filter(None, (str(home.parent), os.environ.get("PYTHONPATH"))))
    done = subprocess.run(  # noqa: S603 (our own words)
        [sys.executable, "-m", PACKAGE, "--signaturer"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": way, "PYTHONIOENCODING": "utf-8"},
    )
    if done.returncode:
        raise Stopped(f"{UNTOLD}\n{done.stderr.strip()[-500:]}")
    told: list[dict[str, object]] = json.loads(done.stdout)
    return told
