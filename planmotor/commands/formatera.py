"""``planmotor formatera``."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from planmotor.andra.write.canonical import canonical
from planmotor.andra.write.shape import Shape, is_frozen, shape_of
from planmotor.grund.problem import Stopped, shown_path
from planmotor.grund.skrivning import write_all, writing
from planmotor.grund.terminal import CLEAN, DATA, PROBLEMS, add_data, data_file, say
from planmotor.grund.text import as_before, content_of
from planmotor.plan.draft import files_beside, model_of
from planmotor.plan.source import MAX_BYTES

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
    files = _files(options.filer, options.data)
    home = _home(files[0][0])
    with writing(home):
        read = {path: content_of(path, MAX_BYTES) for path, _shape in files}
        tidy = {path: _tidy(read[path], path, shape) for path, shape in files}
        changed = {path: raw for path, raw in tidy.items() if raw != read[path]}
        if not options.kontrollera:
            write_all(changed, home, read)
    for path in changed:
        say(f"{shown_path(path)} {'är inte i ordnad form.' if options.kontrollera else 'är ordnad.'}")
    if changed and options.kontrollera:
        say("Kör: planmotor formatera")
        return PROBLEMS
    if not changed:
        say("Alla filer är i ordnad form.")
    return CLEAN


def _tidy(raw: bytes, path: Path, shape: Shape) -> bytes:
    return as_before(canonical(raw, shown_path(path), shape), raw)


def _files(named: Sequence[Path], data: Path) -> list[tuple[Path, Shape]]:
    """Return the named files, or the plan's own, each with its shape; raise Stopped for a frozen one."""
    frozen = next((path for path in named if is_frozen(path)), None)
    if frozen:
        raise Stopped(f"{shown_path(frozen)} är en beslutad version och ändras aldrig. Inget är skrivet.")
    if named:
        return [(path, shape_of(path)) for path in named]
    return [(path, Shape(model_of(name))) for name, path in files_beside(data_file(data)).items()]


def _home(file: Path) -> Path:
    """Return the plan's folder that a file lies in, which whoever writes holds; else the file's own."""
    above = file.resolve().parents
    return next((folder for folder in above if (folder / DATA.name).exists()), above[0])
