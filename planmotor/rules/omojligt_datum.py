"""Ett datum som inte finns, eller som inte är skrivet som ett datum.

Skriv dag, månad eller år: 2025-02-21, 2025-11 eller 2025.
En årstid eller ett möte hör hemma i tid: {text: …}.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.draft import Draft
from planmotor.problem import Problem

ID = "omojligt-datum"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each date that is no date, or that lacks its day where one is needed."""
    for fault in draft.of_type(ID):
        if fault.value is not None and fault.value != "":
            shown = fault.value if isinstance(fault.value, str) else "…"
            yield fault.problem(
                ID,
                f'"{shown}" i fältet "{fault.field}" är inget möjligt datum.',
                f"Skriv i stället: {fault.field}: {_how(fault.field)}",
            )


def _how(field: str) -> str:
    partial = field in {"från", "klart_senast", "datum", "mål_till", "gäller_från"}
    return "2025-06-30, 2025-06 eller 2025" if partial else "2025-06-30"
