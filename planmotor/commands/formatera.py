"""``planmotor formatera``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from planmotor.andra.write.canonical import canonical
from planmotor.andra.write.save import write_all
from planmotor.andra.write.shape import Shape, is_frozen, shape_of
from planmotor.grund.problem import Stopped, shown_path
from planmotor.grund.terminal import CLEAN, PROBLEMS, add_data, data_file, say
from planmotor.grund.text import as_before
from planmotor.plan.draft import files_beside, model_of

NAME = "formatera"
HELP = (
    "Skriver datafilerna i ordnad form: nycklarnas ordning, indrag och citattecken. Kommentarer följer med, "
    "och inga värden ändras. Arkivet rörs aldrig."
)


def arguments(made: argparse.ArgumentParser) -> None:
    """Add which files to write, and whether just to look."""
    made.add_argument("filer", nargs="*", type=Path, metavar="FIL", help="datafiler (alla planens filer)")
    add_data(made)
    made.add_argument(
        "--kontrollera", action="store_true", help="säg vilka filer som skulle ändras, men skriv inget"
    )


def run(options: Any) -> int:
    """Write the files that aren't canonical, or say which they are."""
    changed: dict[Path, bytes] = {}
    for path, shape in _files(options.filer, options.data):
        raw = path.read_bytes()
        tidy = as_before(canonical(raw, shown_path(path), shape), raw)
        if tidy != raw:
            changed[path] = tidy
    if not options.kontrollera:
        write_all(changed)
    for path in changed:
        say(f"{shown_path(path)} {'är inte i ordnad form.' if options.kontrollera else 'är ordnad.'}")
    if changed and options.kontrollera:
        say("Kör: planmotor formatera")
        return PROBLEMS
    if not changed:
        say("Alla filer är i ordnad form.")
    return CLEAN


def _files(named: Sequence[Path], data: Path) -> list[tuple[Path, Shape]]:
    """Return the named files, or the plan's own, each with its shape; raise Stopped for a frozen one."""
    frozen = next((path for path in named if is_frozen(path)), None)
    if frozen:
        raise Stopped(f"{shown_path(frozen)} är en beslutad version och ändras aldrig. Inget är skrivet.")
    if named:
        return [(path, shape_of(path)) for path in named]
    return [(path, Shape(model_of(name))) for name, path in files_beside(data_file(data)).items()]
