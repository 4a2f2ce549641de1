"""Whether a copy of the site is what a version makes: it is built anew, and each file is held against it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from planmotor.grund.git import checked_out, commit_of, committed
from planmotor.grund.problem import Stopped
from planmotor.sajt.ursprung import kopia, sbom

DATA = "data"


@dataclass(frozen=True, slots=True)
class Intyg:
    """What a comparison found: paths from the root of the site, in order."""

    lika: tuple[str, ...]
    skiljer: tuple[str, ...]
    saknas: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def är_lika(self) -> bool:
        """Tell whether every file of each is in the other, byte for byte."""
        return not (self.skiljer or self.saknas or self.extra)


def jämför(copy: Mapping[str, str], built: Mapping[str, str]) -> Intyg:
    """Return how the checksums of a copy differ from those of a build."""
    both = sorted(copy.keys() & built.keys())
    return Intyg(
        tuple(name for name in both if copy[name] == built[name]),
        tuple(name for name in both if copy[name] != built[name]),
        tuple(sorted(built.keys() - copy.keys())),
        tuple(sorted(copy.keys() - built.keys())),
    )


def intyga(copy: Path, revision: str, day: date | None, say: Callable[[str], None]) -> Intyg:
    """Build ``revision`` as of ``day`` (that of its commit) and return how the copy differs from it.

    Raises Stopped when the copy or the revision can't be read, or the revision can't be built.
    """
    theirs = kopia.checksums(copy)
    commit = commit_of(revision)
    as_of = day or committed(commit).date()
    _tell_of_the_day(copy, as_of, say)
    with tempfile.TemporaryDirectory(prefix="planmotor-intyg-") as folder:
        tree, site = Path(folder).resolve() / "version", Path(folder).resolve() / "site"
        with checked_out(commit, tree):
            _tell_of_the_lock(tree, say)
            say(f"Bygger {revision} ({commit[:12]}) som den {as_of}")
            _build(tree, site, as_of)
        return jämför(theirs, kopia.checksums(site))


def _build(tree: Path, site: Path, day: date) -> None:
    """Build the site with the version's own program, as it was, and the libraries that are installed."""
    moment = int(datetime.combine(day, time(), UTC).timestamp())
    done = subprocess.run(  # noqa: S603 (the program of a version that the user has chosen)
        [sys.executable, "-m", "planmotor", "bygg", "--till", str(site)],
        cwd=tree,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={
            **os.environ,
            "PYTHONPATH": str(tree),
            "PYTHONIOENCODING": "utf-8",
            "SOURCE_DATE_EPOCH": str(moment),
        },
    )
    if done.returncode or not site.is_dir():
        raise Stopped(f"Versionen gick inte att bygga:\n{(done.stdout + done.stderr).strip()[-2000:]}")


def _tell_of_the_day(copy: Path, as_of: date, say: Callable[[str], None]) -> None:
    """Say it when a copy in a folder tells that it was built as of another day."""
    try:
        told = json.loads((copy / DATA / sbom.NAME).read_text(encoding="utf-8"))["metadata"]["timestamp"][:10]
        built = date.fromisoformat(told)
    except (OSError, ValueError, KeyError, TypeError):
        return
    if built != as_of:
        say(f"Kopian säger att den byggdes som den {built}. Stämmer det, så kör med --dag {built}")


def _tell_of_the_lock(tree: Path, say: Callable[[str], None]) -> None:
    here, there = Path(sbom.LOCK), tree / sbom.LOCK
    if here.is_file() and there.is_file() and here.read_bytes() != there.read_bytes():
        say(f"{sbom.LOCK} är en annan här än i versionen. Andra bibliotek kan ge andra filer.")
