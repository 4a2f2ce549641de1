"""Läget är beslutad, men dagen för beslutet saknas.

Ett beslut utan datum går inte att hitta i ett protokoll.
Gäller planen, handlingsplanerna och de lokala planerna.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft
from planmotor.plan.source import walk

ID = "beslutad-utan-datum"
TEXT = "Läget är beslutad men beslutets dag saknas."
FIX = "Lägg till raden med beslutets dag, till exempel: beslutad: 2025-06-30"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each plan that says it is decided without saying when."""
    for document in draft.documents.values():
        for loc, value in walk(document.data):
            if isinstance(value, dict) and value.get("läge") == "beslutad" and "beslutad" not in value:
                yield document.problem((*loc, "läge"), ID, TEXT, FIX)
