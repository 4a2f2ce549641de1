"""Planen säger inte från vilken dag den gäller, och ingen beslutad version gör det heller.

Så länge planen inte har beslutats säger den själv vilken dag den är tänkt att börja gälla. Därefter räknas
dagen ut ur beslutet.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.plan.draft import MAIN, Draft
from planmotor.plan.frysta import frysta, kvar, planens_egen

ID = "planen-utan-dag"
TEXT = "Planen säger inte vilken dag den börjar gälla, och inget beslut i arkivet gör det."
FIX = "Lägg till raden under plan, till exempel: gäller_från: 2027-01-01"


def check(draft: Draft) -> Iterator[Problem]:
    """Report a plan that has no first day."""
    document = draft.documents.get(MAIN)
    facts = document.data.get("plan") if document and isinstance(document.data, dict) else None
    if document is None or not isinstance(facts, dict) or "gäller_från" in facts:
        return
    own = planens_egen(draft)
    versions = frysta(draft).get(own.handlingsplan, []) if own else []
    if all(kvar(draft, version) for version in versions):
        yield document.problem(("plan",), ID, TEXT, FIX)
