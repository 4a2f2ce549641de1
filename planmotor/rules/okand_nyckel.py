"""En nyckel som modellen inte känner till.

Oftast är det ett stavfel, eller så står nyckeln på fel nivå. Se alla nycklar under Fält.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.draft import Draft
from planmotor.model.shape import inside, post_at
from planmotor.nearest import listed, nearest
from planmotor.problem import Problem

ID = "okand-nyckel"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each key that the record it stands in doesn't have, with the nearest one that it has."""
    for fault in draft.of_type("extra_forbidden"):
        model = post_at(fault.model, fault.loc[:-1])
        known = list(model.model_fields)
        close = nearest(fault.field, known)
        fix = f"Skriv i stället: {close}:" if close else "Ta bort nyckeln."
        yield fault.problem(
            ID,
            f'Nyckeln "{fault.field}" finns inte {inside(model)}.',
            f"{fix}   (giltiga: {listed(known, most=14)})",
        )
