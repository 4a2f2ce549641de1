"""Prioritet är inte skriven som år.

Skriv ett år eller två år med tankstreck mellan: 2025 eller 2024–2025.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.draft import Draft
from planmotor.problem import Problem

ID = "fel-period"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each priority that isn't one or two years."""
    for fault in draft.of_type(ID):
        if fault.value is not None and fault.value != "":
            shown = fault.value if isinstance(fault.value, str) else "…"
            yield fault.problem(
                ID,
                f'"{shown}" i fältet "{fault.field}" är inget år och ingen period.',
                f"Skriv i stället: {fault.field}: 2024–2025",
            )
