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
from planmotor.plan.source import Value, parse

MOST = 200  # revisions of the file that are read, the newest


class Statusbyte(NamedTuple):
    """What got a new status: its id, when, and the words before and after (None for none).

    The id of a recommendation in a local plan is ``kommun/rekommendation``: each has its own status.
    """

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
    """Return the status of every activity, part of one and local recommendation, by id; None when the file
    can't be parsed.
    """
    try:
        document = parse(raw.decode(errors="replace"), "")
    except Invalid:
        return None
    rows = {id: document.at(loc[:-1]).get("status") for id, loc in _rows(document.data)}
    return rows | dict(_recommended(document.data))


def _rows(data: object) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    for kind, id, loc in walk_ids(data):
        if kind in {"aktiviteter", "delaktiviteter", "egna"}:
            yield id, loc


def _recommended(data: Value) -> Iterator[tuple[str, str | None]]:
    """Yield the status of what each local plan takes up. One that it takes up anew has had none."""
    if not isinstance(data, dict) or not isinstance(data.get("lokala_planer"), list):
        return
    recommended = [id for kind, id, _loc in walk_ids(data) if kind == "lokala_rekommendationer"]
    for plan in data["lokala_planer"]:
        taken = plan.get("rekommendationer") if isinstance(plan, dict) else None
        statuses = taken if isinstance(taken, dict) else {}
        if isinstance(plan, dict) and isinstance(plan.get("kommun"), str):
            yield from ((f"{plan['kommun']}/{id}", statuses.get(id)) for id in recommended)
