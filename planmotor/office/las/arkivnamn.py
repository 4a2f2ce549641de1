"""The names of an archive's files: written in several ways, told to be one, and what leads astray.

Some programs part folders with a backslash, begin a name with a slash or write it with other capitals than
its own relations do. Nothing is ever unpacked to a disk, but a name that leads out of the archive is only
written to do harm.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from urllib.parse import unquote

from planmotor.office.las.avvisad import SEND_AGAIN, Avvisad

MAX_ENTRIES = 2_000
_ROOT = re.compile(r"[A-Za-z]:|//")  # of a disk or of another computer


def named(entries: Iterable[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """Return the archive's files by name, parted by slashes; raise Avvisad when it looks like an attack."""
    found: dict[str, zipfile.ZipInfo] = {}
    spelled: set[str] = set()
    for entry in entries:
        name = _plain(entry.filename)
        if entry.filename.endswith(("/", "\\")):
            continue  # a folder
        if not name or name.lower() in spelled or len(spelled) == MAX_ENTRIES:
            raise Avvisad("Arkivet innehåller orimligt många eller dubbla delar.", SEND_AGAIN)
        spelled.add(name.lower())
        found[name] = entry
    return found


def _plain(name: str) -> str:
    name = name.replace("\\", "/")
    steps = [step for step in name.split("/") if step not in {"", "."}]
    if _ROOT.match(name) or ".." in steps or ":" in name:
        raise Avvisad(
            "Arkivet innehåller en sökväg som leder ut ur filen.", "Läs inte filen. Tala med it-säkerhet."
        )
    return "/".join(steps)


def spelling(names: Iterable[str]) -> dict[str, str]:
    """Return the names as the archive spells them, by small letters: capitals tell no parts apart (OPC)."""
    return {name.lower(): name for name in names}


def part_of(target: str, spelled: dict[str, str]) -> str:
    """Return the part that a relation leads to, as the archive spells it; a relation may code its letters."""
    return spelled.get(target.lower()) or spelled.get(unquote(target).lower()) or target


def resolve(folder: str, target: str) -> str:
    """Return the name of the part that ``target`` means, seen from a folder of the archive."""
    target = target.replace("\\", "/")
    steps = [] if target.startswith("/") else [step for step in folder.split("/") if step]
    for step in target.split("/"):
        if step == ".." and steps:
            steps.pop()
        elif step not in {"", ".", ".."}:
            steps.append(step)
    return "/".join(steps)
