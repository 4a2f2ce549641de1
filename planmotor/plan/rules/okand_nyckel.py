"""En nyckel som modellen inte känner till.

Oftast är det ett stavfel, eller så står nyckeln på fel nivå. Se alla nycklar under Fält.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import listed, nearest, one_line
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft, Fault
from planmotor.plan.model.shape import inside, post_at
from planmotor.plan.rules import saknat_citattecken

ID = "okand-nyckel"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each key that the record it stands in doesn't have, with the nearest one that it has."""
    cut = saknat_citattecken.cut_off(draft)
    for fault in draft.of_type("extra_forbidden"):
        if (fault.document.path, fault.loc) not in cut:
            yield _problem(fault)


def _problem(fault: Fault) -> Problem:
    model = post_at(fault.model, fault.loc[:-1])
    known = list(model.model_fields)
    name, colon, value = fault.field.partition(":")
    close = nearest(name, known)
    if close and colon:  # as in {id:x}
        fix = f"Skriv ett mellanslag efter kolonet: {close}: {one_line(value)}"
    else:
        fix = f"Skriv i stället: {close}:" if close else "Ta bort nyckeln."
    return fault.problem(
        ID,
        f'Nyckeln "{one_line(fault.field)}" finns inte {inside(model)}.',
        f"{fix}   (giltiga: {listed(known, most=14)})",
    )
