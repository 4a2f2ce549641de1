"""When each row got a new status, out of the history of the data file in Git."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from planmotor.grund.git import history
from planmotor.grund.problem import Invalid
from planmotor.plan.draft import walk_ids
from planmotor.plan.source import parse

MOST = 200  # revisions of the file that are read, the newest


class Statusbyte(NamedTuple):
    """A row that got a new status: its id, when, and the words before and after (None for none)."""

    id: str
    när: datetime
    före: str | None
    efter: str | None


def changes(data: Path) -> list[Statusbyte]:
    """Return every change of status, the oldest first. Raises GitStopped where there is no history.

    A row that is new or gone hasn't changed status, and a revision that can't be read is passed over.
    """
    read = [(when, _statuses(raw)) for when, raw in history(data, MOST)]
    known = [(when, statuses) for when, statuses in reversed(read) if statuses is not None]
    return [
        Statusbyte(id, when, before[id], after[id])
        for (_, before), (when, after) in pairwise(known)
        for id in after
        if id in before and before[id] != after[id]
    ]


def _statuses(raw: bytes) -> dict[str, str | None] | None:
    """Return the status of every aktivitet and delaktivitet, by id; None when the file can't be parsed."""
    try:
        document = parse(raw.decode(errors="replace"), "")
    except Invalid:
        return None
    return {id: document.at(loc[:-1]).get("status") for id, loc in _rows(document.data)}


def _rows(data: object) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    for kind, id, loc in walk_ids(data):
        if kind in {"aktiviteter", "delaktiviteter", "egna"}:
            yield id, loc
