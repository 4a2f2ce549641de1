"""A municipality begins its local plan: its record in the data, and its page."""

from __future__ import annotations

from planmotor.andra.write import Redigering
from planmotor.plan.model.aktiviteter import Kommun
from planmotor.plan.model.plan import Plan

BEGUN = "under arbete"
PAGE = """\
---
title: {namn}
description: Den lokala planen i {namn}, läget för rekommendationerna och arenans egna aktiviteter.
---

# {namn}

Här visas den lokala plan som arenan i {namn} ansvarar för.
I arenan samarbetar kommunen och regionen om vården på platsen.
[Mer om arenor och lokala planer](index.md).

## Den lokala planen

{{{{ lokal_plan(kommun="{id}") }}}}
"""


def begin(live: Redigering, plan: Plan, kommun: str) -> str:
    """Let the municipality's plan be under way, unless it is already; return what stood there before."""
    found = plan.kommunens_plan(kommun)
    if found is None:
        live.append(("lokala_planer",), {"kommun": kommun, "läge": BEGUN})
        return ""
    if found.läge == "saknas":
        number = plan.aktiviteter.lokala_planer.index(found)
        live.set(("lokala_planer", number, "läge"), BEGUN)
    return found.läge


def page(kommun: Kommun) -> str:
    """Return the text of a new page for the municipality."""
    return PAGE.format(namn=kommun.namn, id=kommun.id)
