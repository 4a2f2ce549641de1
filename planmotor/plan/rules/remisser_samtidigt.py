"""Två remisser är öppna samtidigt.

Den som svarar ska veta vilken remiss svaret gäller. Är det meningen skriver man samtidigt: true i den ena.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft, kind_of
from planmotor.plan.rules.remisstid import day
from planmotor.plan.source import Document

ID = "remisser-samtidigt"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each round that is open on a day when an earlier file's is, unless one of them allows it."""
    rounds = [document for name, document in draft.documents.items() if kind_of(name) == "remisser"]
    for number, document in enumerate(rounds):
        for earlier in rounds[:number]:
            if _overlap(earlier, document) and not _allowed(earlier, document):
                yield document.problem(
                    ("öppnar",),
                    ID,
                    f"Remissen är öppen samtidigt som den i {earlier.path}.",
                    "Ändra dagarna, eller skriv samtidigt: true om det är meningen.",
                )


def _overlap(one: Document, other: Document) -> bool:
    days = [day(document, key) for document in (one, other) for key in ("öppnar", "stänger")]
    if None in days:
        return False
    opens, closes, other_opens, other_closes = (found.första for found in days if found)
    return opens <= other_closes and other_opens <= closes


def _allowed(*documents: Document) -> bool:
    return any(document.data.get("samtidigt") == "true" for document in documents)
