"""The journal of a change that takes several files: which they are, and how far it has come.

It is one hidden file with three names. As ``AVSIKT`` it says what is about to be laid beside the files;
nothing is replaced. Renamed to ``BESLUT``, everything lies there whole, and the change is to be finished.
Renamed to ``ÅNGRA``, it is to be undone. A name changes in one step, so whoever comes after an interruption
finds one of them.

A journal is believed only where it was made: it knows the number and the odd time that its own file was
given, which a copy, a clone or somebody's commit hasn't got.
"""

from __future__ import annotations

import json
import os
import secrets
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planmotor.grund.problem import Stopped, shown_path
from planmotor.grund.skrivning.fil import NEW, PREFIX, hidden, settle, write

AVSIKT, BESLUT, ÅNGRA = (f"{PREFIX}{name}" for name in ("avsikt", "beslut", "angra"))
EARLIEST, LATEST = 400_000_000, 900_000_000  # seconds: times that no file of ours can have by itself


@dataclass(frozen=True, slots=True)
class Entry:
    """A file to replace, what lies beside it, and hashes; ``kept`` and ``before`` are None for a new file."""

    target: Path
    fresh: Path
    after: str
    kept: Path | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Journal:
    """A change: its files, the folders made for them, and the command that makes it."""

    home: Path
    entries: Sequence[Entry]
    folders: Sequence[Path] = ()
    command: str = ""

    @property
    def state(self) -> str | None:
        """Which of its names the journal has; None when there is none."""
        return next((name for name in (ÅNGRA, BESLUT, AVSIKT) if (self.home / name).exists()), None)

    def intend(self) -> None:
        """Write down what is going to be laid beside the files."""
        file = hidden(self.home, "avsikt")
        handle = os.open(file, NEW, 0o666)
        try:
            moment = EARLIEST + secrets.randbelow(LATEST - EARLIEST) // 2 * 2
            words = {"märke": [os.fstat(handle).st_ino, moment], **self._words()}
            write(handle, json.dumps(words, ensure_ascii=False).encode())
            os.utime(file, (moment, moment))
            os.fsync(handle)
            os.rename(file, self.home / AVSIKT)  # noqa: PTH104
        except BaseException:
            file.unlink(missing_ok=True)
            raise
        finally:
            os.close(handle)
        settle(self.home)

    def move(self, name: str) -> None:
        """Give the journal another of its names."""
        there = self.state
        if there and there != name:
            os.rename(self.home / there, self.home / name)  # noqa: PTH104
            settle(self.home)

    def close(self) -> None:
        """Take the journal away: the change is made, or undone."""
        if self.state:
            (self.home / str(self.state)).unlink()
            settle(self.home)

    def _words(self) -> dict[str, Any]:
        files = [
            {
                "fil": self._from_here(entry.target),
                "ny": entry.fresh.name,
                "efter": entry.after,
                "förra": entry.kept.name if entry.kept else None,
                "före": entry.before,
            }
            for entry in self.entries
        ]
        folders = [self._from_here(folder) for folder in self.folders]
        command = " ".join(["planmotor", *sys.argv[1:2]])
        return {"kommando": command, "filer": files, "mappar": folders}

    def _from_here(self, path: Path) -> str:
        return os.path.relpath(path, self.home)


def found(home: Path) -> Journal | None:
    """Return the journal that lies in a folder, or None. Raises Stopped when it isn't to be believed."""
    journal = Journal(home, ())
    if journal.state is None:
        return None
    file = home / journal.state
    try:
        words, facts = json.loads(file.read_bytes()), file.stat()
        if words["märke"] != [facts.st_ino, int(facts.st_mtime)]:
            raise ValueError
        entries = [_entry(home, one) for one in words["filer"]]
        folders = [home / folder for folder in words["mappar"]]
        return Journal(home, entries, folders, str(words["kommando"]))
    except (ValueError, LookupError, TypeError):
        raise Stopped(
            f"{shown_path(file)} är inte skriven av programmet på den här datorn och används inte. "
            "Ta bort filen, och jämför planens filer med den senaste versionen (git diff)."
        ) from None


def _entry(home: Path, words: dict[str, Any]) -> Entry:
    target = (home / words["fil"]).resolve()
    fresh, kept = _beside(target, words["ny"]), words["förra"]
    return Entry(target, fresh, words["efter"], _beside(target, kept) if kept else None, words["före"])


def _beside(target: Path, name: str) -> Path:
    if not name.startswith(PREFIX) or "/" in name or os.sep in name:
        raise ValueError
    return target.with_name(name)
