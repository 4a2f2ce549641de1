"""Ett värde för ett effektmått saknar år.

Utan år går värdet inte att jämföra med något, och ingen kan se om utvecklingen går åt rätt håll.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft, Fault
from planmotor.plan.model.aktiviteter import Värde
from planmotor.plan.model.shape import post_at

ID = "varde-utan-ar"


def concerns(fault: Fault) -> bool:
    """Tell whether the fault is a missing year of a value."""
    return fault.field == "år" and post_at(fault.model, fault.loc[:-1]) is Värde


def check(draft: Draft) -> Iterator[Problem]:
    """Report each value of a measure that has no year."""
    for fault in draft.of_type("missing"):
        if concerns(fault):
            yield fault.problem(ID, "Effektmåttets värde saknar år.", "Lägg till året: {år: 2025, värde: …}")
