"""Changed files of a plan, saved when the plan that they make follows every rule."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from planmotor.andra.write.redigering import Redigering
from planmotor.grund.problem import Invalid, Problem, shown_path
from planmotor.grund.skrivning import Changed, Expected, write_all, writing
from planmotor.plan.load import load
from planmotor.plan.model.plan import Plan

NOTHING_WRITTEN = "Ingenting är skrivet."


def save(
    main: Path,
    edited: Iterable[Redigering],
    new: Mapping[Path, bytes] | None = None,
    *,
    expected: Expected | None = None,
    dry: bool = False,
    checked: bool = False,
) -> list[Path]:
    """Write the edited files and the ``new`` ones; return those that changed.

    ``main`` is the plan's file with activities, ``expected`` what the new files' places held when they were
    read (None for nothing). Raises Invalid, with lines as they would have been, when the
    plan would break a rule, and Changed when somebody else has written a file meanwhile, or one that is to be
    new. Either way, and with ``dry``, nothing is written. ``checked`` says that ``check_saved`` has let these
    files through. The plan's folder is held from the check to the writing.
    """
    edited = [one for one in edited if one.changed]
    files = {one.path: one.raw for one in edited} | dict(new or {})
    with writing(main.parent):
        for one in edited:
            if one.path.read_bytes() != one.original:
                raise Changed(one.path)
        if files and not checked:
            check_saved(main, files)
        if not dry:
            write_all(files, main.parent, {one.path: one.original for one in edited} | dict(expected or {}))
    return list(files)


def check_saved(main: Path, files: Mapping[Path, bytes]) -> Plan:
    """Return the plan that the folder would hold with these files; raise Invalid when it is faulty."""
    folder = main.parent.resolve()
    with tempfile.TemporaryDirectory(prefix="planmotor-") as name:
        copy = Path(name).resolve() / "data"
        _copy(folder, copy, main.name)
        for path, content in files.items():
            with suppress(ValueError):  # a page lies outside the folder with data
                there = copy / path.resolve().relative_to(folder)
                there.parent.mkdir(parents=True, exist_ok=True)
                there.write_bytes(content)
        try:
            return load(copy / main.name)
        except Invalid as invalid:
            raise Invalid(_as_here(problem, copy, folder) for problem in invalid.problems) from None


def _copy(folder: Path, copy: Path, main: str) -> None:
    """Copy the YAML files and the archive; what else lies in the folder is no part of the plan."""
    copy.mkdir()
    for path in sorted(folder.iterdir()):
        if path.suffix == ".yaml" and path.is_file():
            shutil.copy2(path, copy)
        elif path.is_dir():
            shutil.copytree(path, copy / path.name, ignore_dangling_symlinks=True)
    if not (copy / main).exists():
        shutil.copy2(folder / main, copy / main)


def _as_here(problem: Problem, copy: Path, folder: Path) -> Problem:
    """Return the problem with the paths that the user knows."""
    shown = shown_path(folder)
    text, fix = (part.replace(str(copy), shown) for part in (problem.text, problem.fix))
    return replace(problem, path=problem.path.replace(str(copy), shown), text=text, fix=fix)
