"""En aktivitet eller delaktivitet saknar namn.

Namnet är det som läsaren ser i tabellen. En rad utan namn går inte att förstå och inte att följa upp.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import shown
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft, Fault
from planmotor.plan.model.aktiviteter import Delaktivitet
from planmotor.plan.model.shape import post_at

ID = "aktivitet-utan-namn"


def concerns(fault: Fault) -> bool:
    """Tell whether the fault is a missing name of an activity."""
    return fault.field == "namn" and issubclass(post_at(fault.model, fault.loc[:-1]), Delaktivitet)


def check(draft: Draft) -> Iterator[Problem]:
    """Report each activity without a name."""
    for fault in draft.of_type("missing"):
        if concerns(fault):
            known = fault.value.get("id") if isinstance(fault.value, dict) else None
            named = f" {shown(known)}" if isinstance(known, str) else ""
            yield fault.problem(ID, f"Aktiviteten{named} saknar namn.", "Lägg till raden: namn: …")
