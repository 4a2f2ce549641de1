"""New permanent ids."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import count
from pathlib import Path

from planmotor.grund.nearest import slug
from planmotor.plan.draft import Draft, draft
from planmotor.plan.falttyp import Värdeslag
from planmotor.plan.source import walk
from planmotor.plan.ytor import av_slag

LONGEST = 50
NAMES_IDS = av_slag(Värdeslag.RADER)


def new_id(name: str, used: Set[str]) -> str:
    """Return an id made of a name, cut between words, with a number when it has been used."""
    whole = slug(name) or "nytt-id"
    cut = whole if len(whole) <= LONGEST else whole[: LONGEST + 1].rpartition("-")[0] or whole[:LONGEST]
    numbered = (f"{cut}-{number}" for number in count(2))
    return cut if cut not in used else next(id for id in numbered if id not in used)


def used_ids(main: Path) -> set[str]:
    """Return every id in the plan's files and in its decided versions, and those that they say have ended."""
    return set(_ids(draft(main)))


def _ids(made: Draft) -> Iterator[str]:
    for document in made.documents.values():
        for loc, value in walk(document.data):
            if isinstance(value, str) and loc and (loc[-1] == "id" or NAMES_IDS & set(loc)):
                yield value
    for version in made.arkiv:
        yield from _ids(version)
