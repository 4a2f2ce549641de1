"""En lista är tom.

En tom lista säger inget som inte ett utelämnat fält säger tydligare.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft
from planmotor.plan.rules import saknat_falt

ID = "tom-lista"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each list that holds nothing."""
    for fault in draft.of_type("too_short"):
        if not fault.value:  # a list whose every item is faulty is told of item by item
            required = saknat_falt.is_required(fault.model, fault.loc)
            remove = "" if required else ", eller ta bort nyckeln"
            yield fault.problem(ID, f'Listan "{fault.field}" är tom.', f"Skriv minst en post{remove}.")
