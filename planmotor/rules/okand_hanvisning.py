"""En hänvisning till något som inte finns.

Gäller organ, kommuner, områden, rekommendationer, dokument och lagar. Id:t måste stå i listan det hör till.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.draft import Draft
from planmotor.nearest import listed, nearest
from planmotor.problem import Problem

ID = "okand-hanvisning"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each reference to an id that its list doesn't hold, with the nearest one."""
    for fault in draft.of_type(ID):
        if fault.value:
            kind = fault.context["lista"]
            known = list(draft.ids[kind])
            close = nearest(fault.value, known)
            fix = (
                f"Skriv i stället: {close}"
                if close
                else f"Lägg till posten i listan {kind}, eller välj ett annat id"
            )
            yield fault.problem(
                ID, f'"{fault.value}" finns inte i listan {kind}.', f"{fix}   (finns: {listed(known)})"
            )
