"""Several files written as one: all of them, or none."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from planmotor.andra.write.redigering import Redigering
from planmotor.grund.problem import Invalid, Problem, Stopped, shown_path
from planmotor.plan.load import load
from planmotor.plan.model.plan import Plan

NOTHING_WRITTEN = "Ingenting är skrivet."


def save(
    main: Path,
    edited: Iterable[Redigering],
    new: Mapping[Path, bytes] | None = None,
    *,
    dry: bool = False,
    checked: bool = False,
) -> list[Path]:
    """Write the edited files and the ``new`` ones; return those that changed.

    ``main`` is the plan's file with activities. Raises Invalid, with lines as they would have been, when the
    plan would break a rule, and Stopped when a file has been changed by somebody else meanwhile. Either way,
    and with ``dry``, nothing is written. ``checked`` says that ``check_saved`` has let these files through.
    """
    edited = [one for one in edited if one.changed]
    for one in edited:
        if one.path.read_bytes() != one.original:
            raise Stopped(
                f"{shown_path(one.path)} ändrades under tiden. {NOTHING_WRITTEN} Kör kommandot igen."
            )
    files = {one.path: one.raw for one in edited} | dict(new or {})
    if files and not checked:
        check_saved(main, files)
    if not dry:
        write_all(files)
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


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write every file, or restore those that were written when one can't be."""
    made_folders = _make_folders(files)
    beside: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    try:
        for path, content in files.items():
            beside[path] = _write_beside(path, content)
        for path, temporary in beside.items():
            before[path] = path.read_bytes() if path.exists() else None
            temporary.replace(path.resolve())
    except BaseException:
        for path, earlier in before.items():
            _restore(path, earlier)
        for temporary in beside.values():
            temporary.unlink(missing_ok=True)
        for folder in reversed(made_folders):
            with suppress(OSError):
                folder.rmdir()
        raise


def _make_folders(files: Iterable[Path]) -> list[Path]:
    missing = {folder for path in files for folder in path.parents if not folder.exists()}
    made = sorted(missing, key=lambda folder: len(folder.parts))
    for folder in made:
        folder.mkdir()
    return made


def _write_beside(path: Path, content: bytes) -> Path:
    """Write a temporary file in the same folder, with the rights of the file that it is to replace."""
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(target.stat().st_mode if target.exists() else 0o644)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _restore(path: Path, content: bytes | None) -> None:
    with suppress(OSError):
        if content is None:
            path.unlink(missing_ok=True)
        else:
            _write_beside(path, content).replace(path.resolve())
