"""En webbadress har fel form.

Sidorna länkar dit, så den börjar med https://, eller med mailto: om det är en brevlåda.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import shown
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft

ID = "fel-adress"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each address that no page may link to."""
    for fault in draft.of_type(ID):
        if fault.value is not None and fault.value != "":
            yield fault.problem(
                ID,
                f'Fältet "{fault.field}" ska vara en adress men är {shown(fault.value)}.',
                f"Skriv hela adressen, till exempel: {fault.field}: https://exempel.se/",
            )
