"""En rad säger sig följa, eller säger att något utgick, som inte finns i en tidigare beslutad version.

Gäller fälten ersätter och utgår. Ett id i ersätter ska ha stått i en tidigare version, ett id i utgår i en
tidigare version av samma handlingsplan. Det som har utgått kan inte stå kvar eller ha en efterföljare.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planmotor.grund.nearest import MAX_GUESSES, listed, nearest, one_line
from planmotor.grund.problem import Problem
from planmotor.plan.draft import OF_ANOTHER_VERSION, Draft
from planmotor.plan.editions import FOLLOWS, Edition, editions, is_whole
from planmotor.plan.source import Loc

ID = "okand-foregangare"
LIKENESS = 0.75


def check(draft: Draft) -> Iterator[Problem]:
    """Hold every earlier id that an edition names against the editions before it."""
    if not is_whole(draft):
        return
    found = editions(draft)
    for edition in (edition for line in found.values() for edition in line):
        before = [e for line in found.values() for e in line if _is_before(e, edition)]
        own = [e for e in before if e.handlingsplan == edition.handlingsplan]
        yield from _unknown(edition, FOLLOWS, edition.follows, {id for e in before for id in e.rows})
        yield from _unknown(edition, OF_ANOTHER_VERSION, edition.ended, {id for e in own for id in e.rows})
        yield from _still_there(edition)


def _is_before(one: Edition, other: Edition) -> bool:
    return bool(one.datum) and (not other.datum or one.datum < other.datum)


def _unknown(
    edition: Edition, key: str, named: Iterable[tuple[str, Loc]], known: set[str]
) -> Iterator[Problem]:
    choices, guesses = sorted(known), 0
    for id, loc in named:
        if id not in known:
            guesses += 1
            close = nearest(id, choices, LIKENESS) if guesses <= MAX_GUESSES else None
            fix = f"Skriv i stället: {one_line(close)}" if close else f"Ta bort id:t ur {key}."
            text = f'"{one_line(id)}" i {key} finns inte i någon tidigare beslutad version.'
            yield edition.document.problem(loc, ID, text, f"{fix}   (finns: {listed(choices)})")


def _still_there(edition: Edition) -> Iterator[Problem]:
    followed = {id for id, _ in edition.follows}
    for id, loc in edition.ended:
        if id in edition.entries or id in followed:
            how = "står kvar som rad" if id in edition.entries else f"har en efterföljare ({FOLLOWS})"
            text = f'"{one_line(id)}" står i {OF_ANOTHER_VERSION} men {how}.'
            yield edition.document.problem(
                loc, ID, text, f"Ta bort id:t ur {OF_ANOTHER_VERSION}, eller raden."
            )
