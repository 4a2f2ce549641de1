"""En kommun har två lokala planer.

Varje kommun har en enda post i listan lokala_planer.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import shown
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft

ID = "dubbel-lokal-plan"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each local plan of a municipality that already has one."""
    for document in draft.documents.values():
        plans = document.data.get("lokala_planer")
        seen: set[str] = set()
        for number, plan in enumerate(plans if isinstance(plans, list) else []):
            kommun = plan.get("kommun") if isinstance(plan, dict) else None
            if not isinstance(kommun, str):
                continue
            if kommun in seen:
                loc = ("lokala_planer", number, "kommun")
                yield document.problem(
                    loc,
                    ID,
                    f"Kommunen {shown(kommun)} har redan en lokal plan.",
                    "Slå ihop de två posterna till en.",
                )
            seen.add(kommun)
