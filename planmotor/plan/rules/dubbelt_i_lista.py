"""Samma id står två gånger i en lista.

Ett organ, ett dokument eller en rad kan bara hänvisas till en gång på samma ställe. Annars räknas och visas
det dubbelt.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import shown
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft
from planmotor.plan.source import walk

ID = "dubbelt-i-lista"
# Lists of ids. Those asked in a round have a rule of their own.
LISTS = {
    *("ansvarig", "beslutande_organ", "följs_av", "gäller", "beslutas_av", "ersätter"),
    *("källor", "uttyds_i", "finns_i", "aktiviteter"),
}


def check(draft: Draft) -> Iterator[Problem]:
    """Report each id that already stands in its list."""
    for document in draft.documents.values():
        for loc, value in walk(document.data):
            if isinstance(value, list) and loc and loc[-1] in LISTS:
                seen: set[str] = set()
                for number, id in enumerate(value):
                    if isinstance(id, str) and id in seen:
                        text = f"{shown(id)} står redan i listan {loc[-1]}."
                        yield document.problem((*loc, number), ID, text, "Ta bort den ena.")
                    elif isinstance(id, str):
                        seen.add(id)
