"""Seals put on what was read in before there were any, and anew on what an editor had to change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from planmotor.andra.write import Redigering
from planmotor.grund.problem import Stopped
from planmotor.grund.skrivning import write_all
from planmotor.plan.sigill import KEY, OF_A_FILE, OF_A_REMARK, sigill


def försegla(path: Path, changed: Sequence[str], home: Path) -> tuple[int, int]:
    """Seal the file at ``path`` and return how many seals are new, and how many are made anew.

    ``changed`` are ids of remarks whose words have been changed on purpose; ``home`` is the plan's folder.
    Raises Stopped when there is no such remark.
    """
    edited = Redigering(path)
    data = edited.at(()) or {}
    known = {record["id"] for key in ("synpunkter", "svar") for record in data.get(key) or ()}
    if odd := [id for id in changed if id not in known]:
        raise Stopped(f"Ingen synpunkt och inget svar har id {', '.join(odd)}.")
    new = again = 0
    for key, names in (("filer", OF_A_FILE), ("synpunkter", OF_A_REMARK), ("svar", OF_A_REMARK)):
        for place, record in enumerate(data.get(key) or ()):
            if not record.get(KEY):
                new += 1
            elif record.get("id") in changed:
                again += 1
            else:
                continue
            edited.set((key, place, KEY), sigill(record, names))
    if edited.changed:
        write_all({path: edited.raw}, home, {path: edited.original})
    return new, again
