"""E-postadressen har fel form.

Skriv en adress till en funktion som flera läser, aldrig till en person.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import shown
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft

ID = "fel-e-post"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each e-mail address that can't be one."""
    for fault in draft.of_type(ID):
        if fault.value is not None and fault.value != "":
            yield fault.problem(
                ID,
                f'Fältet "{fault.field}" ska vara en e-postadress men är {shown(fault.value)}.',
                f"Skriv adressen med ett snabel-a, till exempel: {fault.field}: oppnadata@exempel.se",
            )
