"""Which data files aren't in canonical form, and what they would be in it."""

from __future__ import annotations

from pathlib import Path

from planmotor.andra.write.canonical import canonical
from planmotor.andra.write.shape import Shape
from planmotor.grund.problem import Problem, Stopped, shown_path
from planmotor.grund.text import decode
from planmotor.plan.draft import files_beside, model_of
from planmotor.plan.reminders import HELP, NOT_CANONICAL


def untidy(main: Path) -> list[Problem]:
    """Return a reminder for each of a sound plan's own files that isn't canonical, at the first such line.

    Line ends, a byte order mark and the two ways of writing an å are no reason to remind: a working copy on
    Windows or on a Mac may differ in them from what is kept. Decided versions are frozen as they are.
    """
    found = []
    for name, file in files_beside(main).items():
        raw, path = file.read_bytes(), shown_path(file)
        lines = decode(raw, path).splitlines()
        try:
            tidy = canonical(raw, path, Shape(model_of(name))).splitlines()
        except Stopped as unable:  # the plan is sound, so this is no reason to stop
            found.append(Problem(path, 1, 1, NOT_CANONICAL, str(unable), HELP[NOT_CANONICAL]))
            continue
        if lines != tidy:
            found.append(_reminder(path, lines, tidy))
    return found


def _reminder(path: str, lines: list[str], tidy: list[str]) -> Problem:
    pairs = enumerate(zip(lines, tidy, strict=False), 1)
    line = next((number for number, (is_, should) in pairs if is_ != should), min(len(lines), len(tidy)))
    text = "Filen är inte skriven i ordnad form från den här raden."
    return Problem(path, line, 1, NOT_CANONICAL, text, f"Kör: planmotor formatera {path}")
