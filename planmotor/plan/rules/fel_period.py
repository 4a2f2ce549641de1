"""Prioritet är inte skriven som år.

Skriv ett år eller två år med tankstreck mellan: 2025 eller 2024–2025.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import shown
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft

ID = "fel-period"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each priority that isn't one or two years."""
    for fault in draft.of_type(ID):
        if fault.value is not None and fault.value != "":
            yield fault.problem(
                ID,
                f'Fältet "{fault.field}" ska vara ett år eller en period men är {shown(fault.value)}.',
                f"Skriv ett årtal, eller två med tankstreck mellan, till exempel: {fault.field}: 2024–2025",
            )
