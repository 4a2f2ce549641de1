"""``planmotor intyga``."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from planmotor.grund.problem import Stopped
from planmotor.grund.terminal import CLEAN, PROBLEMS, say

NAME = "intyga"
HELP = "Jämför en kopia av webbplatsen med ett nytt bygge ur en version, byte för byte."


def arguments(made: argparse.ArgumentParser) -> None:
    """Add the copy, the version and the day."""
    made.add_argument("kopia", metavar="KOPIA", help="en mapp, eller ett arkiv (.zip, .tar, .tar.gz)")
    made.add_argument("version", metavar="TAGG", help="en tagg, en gren eller en annan version i Git")
    made.add_argument("--dag", metavar="ÅÅÅÅ-MM-DD", help="byggdagen (dagen då versionen sparades)")


def run(options: Any) -> int:
    """Print every file that differs, and the count of each kind."""
    from planmotor.sajt.ursprung.intyg import intyga  # noqa: PLC0415 (no other command needs it)

    if "://" in options.kopia:
        raise Stopped(
            f"{options.kopia} är en adress, och intyga hämtar inget. Hämta filerna från webbservern först, "
            "och ge mappen eller arkivet."
        )
    found = intyga(Path(options.kopia), options.version, _day(options.dag), say)
    for word, names in (("skiljer", found.skiljer), ("saknas", found.saknas), ("extra", found.extra)):
        for name in names:
            print(f"{word}: {name}")
    print(f"lika: {len(found.lika)} filer")
    say(_verdict(found, options.version))
    return CLEAN if found.är_lika else PROBLEMS


def _verdict(found: Any, version: str) -> str:
    if found.är_lika:
        return f"Kopian är precis det som {version} ger."
    counts = f"{len(found.skiljer)} skiljer, {len(found.saknas)} saknas, {len(found.extra)} extra"
    return f"Kopian är inte det som {version} ger: {counts}."


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Stopped(f'"{text}" är ingen dag. Skriv så här: --dag 2025-06-30') from None
