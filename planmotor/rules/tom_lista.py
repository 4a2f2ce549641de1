"""En lista är tom.

En tom lista säger inget som inte ett utelämnat fält säger tydligare.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.draft import Draft
from planmotor.problem import Problem

ID = "tom-lista"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each list that holds nothing."""
    for fault in draft.of_type("too_short"):
        if not fault.value:  # a list whose every item is faulty is told of item by item
            fix = f"Skriv minst en post, eller ta bort raden: {fault.field}:"
            yield fault.problem(ID, f'Listan "{fault.field}" är tom.', fix)
