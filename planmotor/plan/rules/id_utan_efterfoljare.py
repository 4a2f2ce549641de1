"""En rad i den förra beslutade versionen har försvunnit utan förklaring.

Den som läser vad som har ändrats ska kunna följa varje rad. En rad som inte står kvar med samma id står i
ersätter på raden som följer den, eller i handlingsplanens utgår. En handlingsplan som har upphört helt står i
listan avslutade.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from planmotor.grund.nearest import one_line
from planmotor.grund.problem import Problem
from planmotor.plan.draft import MAIN, Draft
from planmotor.plan.editions import Edition, editions

ID = "id-utan-efterfoljare"
PLANS = "handlingsplaner"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each row that the next version doesn't account for, and each action plan that is gone."""
    if not draft.arkiv:
        return
    for line in editions(draft).values():
        for earlier, later in pairwise(line):
            yield from _lost(earlier, later)
        if line[-1].datum:
            yield from _ended(draft, line[-1])


def _lost(earlier: Edition, later: Edition) -> Iterator[Problem]:
    kept = {*later.rows, *(id for id, _ in (*later.follows, *later.ended))}
    for id, row in earlier.rows.items():
        if id not in kept:
            name = one_line(id)
            yield later.document.problem(
                (*later.loc, "id"),
                ID,
                f'Raden "{name}" ({one_line(row.name)}) från {earlier.datum} saknas.',
                f"Låt raden stå kvar, skriv ersätter: [{name}] på raden som följer den, eller "
                f"lägg till {{id: {name}}} i listan utgår.",
            )


def _ended(draft: Draft, last: Edition) -> Iterator[Problem]:
    document = draft.documents.get(MAIN)
    plan = last.handlingsplan
    if document is None or plan in draft.ids.get(PLANS, {}):
        return
    yield document.problem(
        (PLANS,),
        ID,
        f'Handlingsplanen "{one_line(plan)}" har beslutade versioner i arkivet men saknas här.',
        f"Låt den stå kvar, eller lägg till den i listan avslutade: - {{id: {one_line(plan)}, namn: …}}",
    )
