"""A plan with faults as far as it can be read: what is wrong is taken to be as it was before.

One misspelt word must not hide forty changes from whoever reviews them. So each value that a fault stands at
gets the value of the base back, or goes when there was none, until the rest follows the rules. What is wrong
is told as faults, and never as changes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from planmotor.grund.problem import Invalid, Problem, shown_path
from planmotor.plan.draft import MAIN, walk_ids
from planmotor.plan.load import load
from planmotor.plan.model.plan import Plan
from planmotor.plan.source import Document, Loc, Place, parse

MOST_ROUNDS = 12


def bärgad(files: Mapping[str, bytes], before: Mapping[str, bytes], main: str) -> Plan | None:
    """Return the plan of data files with faults; None when not even the sound part of it can be read."""
    folder = f"{Path(main).parent.as_posix()}/"
    kept = {path: raw for path, raw in files.items() if path.startswith(folder)}
    with tempfile.TemporaryDirectory(prefix="planmotor-") as made:
        root = Path(made).resolve()
        for path, raw in kept.items():
            _write(root / path, raw)
        for _ in range(MOST_ROUNDS):
            try:
                return load(root / main)
            except Invalid as invalid:
                if not _mended(invalid.problems, root, before):
                    return None
    return None


def _write(file: Path, raw: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)


def _mended(problems: Iterable[Problem], root: Path, before: Mapping[str, bytes]) -> bool:
    """Take back what is wrong in each file; tell whether that changed anything."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.path, []).append(problem)
    changed = False
    for path, found in by_file.items():
        changed |= _mend(root, path, found, before)
    return changed


def _mend(root: Path, path: str, problems: Iterable[Problem], before: Mapping[str, bytes]) -> bool:
    file = next((one for one in root.rglob(Path(path).name) if shown_path(one) == path), None)
    if file is None or not file.is_file():
        return False
    raw, old = file.read_bytes(), before.get(file.relative_to(root).as_posix())
    try:
        document = parse(raw.decode("utf-8-sig"), path)
    except (Invalid, UnicodeDecodeError):  # nothing of it can be read
        return file.stem != MAIN and _replace(file, raw, old)
    former = _former(old)
    places = [_innermost(document.place, problem.line, problem.column) for problem in problems]
    changed = [
        _take_back(document, loc, former) for loc in sorted(filter(None, places), reverse=True, key=_order)
    ]
    if not any(changed):
        return file.stem != MAIN and _replace(file, raw, old)
    text = yaml.safe_dump(document.data, allow_unicode=True, sort_keys=False, width=10_000)
    return _replace(file, raw, text.encode())


def _order(loc: Loc) -> tuple[str, ...]:
    """Return what to sort places by, so that an item of a list goes before those that stand above it."""
    return tuple(f"{step:09d}" if isinstance(step, int) else step for step in loc)


def _replace(file: Path, raw: bytes, new: bytes | None) -> bool:
    if new is None or new == raw:
        return False
    file.write_bytes(new)
    return True


def _innermost(place: Place, line: int, column: int) -> Loc:
    """Return what stands at a line: the key or item that begins there, the one nearest the column."""
    found = [(abs(col - column), loc) for row, col, loc in _walk(place, ()) if row == line]
    return min(found, key=lambda one: one[0])[1] if found else ()


def _walk(place: Place, loc: Loc) -> Iterator[tuple[int, int, Loc]]:
    parts = place.parts
    if isinstance(parts, dict):
        for key, (row, column, below) in parts.items():
            yield row, column, (*loc, key)
            yield from _walk(below, (*loc, key))
    elif isinstance(parts, list):
        for number, below in enumerate(parts):
            yield below.line, below.column, (*loc, number)
            yield from _walk(below, (*loc, number))


def _former(raw: bytes | None) -> Document | None:
    try:
        return parse(raw.decode("utf-8-sig"), "") if raw is not None else None
    except (Invalid, UnicodeDecodeError):
        return None


def _take_back(document: Document, loc: Loc, former: Document | None) -> bool:
    """Give the value at a place its former value; take it away when it had none."""
    holder = document.data
    try:
        for step in loc[:-1]:
            holder = holder[step]
        now = holder[loc[-1]]
    except (KeyError, IndexError, TypeError):  # gone with what it stood in
        return False
    was = _was(document, loc, former)
    if was is not None and was != now:
        holder[loc[-1]] = was
    else:
        del holder[loc[-1]]
    return True


def _was(document: Document, loc: Loc, former: Document | None) -> Any:
    """Return the former value: in the record with the same id, else at the same place."""
    if former is None:
        return None
    for end in range(len(loc) - 1, 0, -1):
        record = _at(document.data, loc[:end])
        if isinstance(record, dict) and isinstance(record.get("id"), str):
            places = (at for _, id, at in walk_ids(former.data) if id == record["id"])
            place = next(places, None)
            return _at(former.data, (*place[:-1], *loc[end:])) if place else None
    return _at(former.data, loc)


def _at(data: Any, loc: Loc) -> Any:
    try:
        for step in loc:
            data = data[step]
    except (KeyError, IndexError, TypeError):
        return None
    return data
