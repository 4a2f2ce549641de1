"""En text slutar där ett nummertecken börjar, fast resten hör till texten.

I YAML gör ett nummertecken efter ett mellanslag resten av raden till en kommentar. Sätt citattecken kring en
text som innehåller ett. En kommentar skrivs med två mellanslag före nummertecknet och ett efter.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.plan.draft import MODELS, Draft, kind_of
from planmotor.plan.kommentarer import ID, avklippta

__all__ = ["ID", "check"]


def check(draft: Draft) -> Iterator[Problem]:
    """Report each free text that a comment seems to have taken the rest of."""
    for name, document in draft.documents.items():
        yield from avklippta(document, MODELS[kind_of(name)])
