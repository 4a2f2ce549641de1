"""A plan with faults as far as it can be read: what is wrong is taken to be as it was before.

One misspelt word must not hide forty changes from whoever reviews them. So each value that a fault stands at
gets the value of the base back, or goes when there was none, until the rest follows the rules. What is wrong
is told as faults, and never as changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from planmotor.grund.problem import Invalid, Problem, shown_path
from planmotor.plan.draft import MAIN, walk_ids
from planmotor.plan.load import load
from planmotor.plan.model.plan import Plan
from planmotor.plan.source import Document, Loc, Place, parse
from planmotor.plan.versions import laid_out

MOST_ROUNDS = 12


def bärgad(files: Mapping[str, bytes], before: Mapping[str, bytes], main: str) -> Plan | None:
    """Return the plan of data files with faults; None when not even the sound part of it can be read."""
    made = dict(files)
    for _ in range(MOST_ROUNDS):
        with laid_out(made, main) as root:
            try:
                return load(root / main)
            except Invalid as invalid:
                mended = dict(_mended(invalid.problems, root, made, before))
        if not mended:
            return None
        made |= mended
    return None


def _mended(
    problems: Iterable[Problem], root: Path, files: Mapping[str, bytes], before: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """Yield each file with what is wrong in it taken back, when that makes it another."""
    shown = {shown_path(root / path): path for path in files}
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(shown.get(problem.path, ""), []).append(problem)
    by_file.pop("", None)
    for path, found in by_file.items():
        raw, old = files[path], before.get(path)
        # Of a file that can't be mended, all is as it was; but not of the main one, which the rest is about.
        new = _mend(raw, old, found) or (old if Path(path).stem != MAIN else None)
        if new is not None and new != raw:
            yield path, new


def _mend(raw: bytes, old: bytes | None, problems: Iterable[Problem]) -> bytes | None:
    document, former = _document(raw), _document(old)
    if document is None:
        return None
    places = [_innermost(document.place, problem.line, problem.column) for problem in problems]
    ordered = sorted(filter(None, places), reverse=True, key=_order)
    if not any([_take_back(document, loc, former) for loc in ordered]):  # noqa: C419 (every one of them)
        return None
    return yaml.safe_dump(document.data, allow_unicode=True, sort_keys=False, width=10_000).encode()


def _order(loc: Loc) -> tuple[str, ...]:
    """Return what to sort places by, so that an item of a list goes before those that stand above it."""
    return tuple(f"{step:09d}" if isinstance(step, int) else step for step in loc)


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


def _document(raw: bytes | None) -> Document | None:
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
