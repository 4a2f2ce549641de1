"""En period slutar innan den börjar.

Gäller både år, som prioritet: 2024–2025, och tid med från och klart_senast.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft
from planmotor.plan.model.types import Datum
from planmotor.plan.source import Loc, Value, walk

ID = "period-baklanges"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each period of years, and each time, that ends before it starts."""
    for fault in draft.of_type(ID):
        first, last = fault.context["från"], fault.context["till"]
        yield fault.problem(
            ID,
            f"Perioden {first}–{last} slutar innan den börjar.",
            f"Skriv i stället: {fault.field}: {last}–{first}",
        )
    for document in draft.documents.values():
        for loc, start, end in _backward_times(document.data):
            yield document.problem(
                (*loc, "klart_senast"),
                ID,
                f"Tiden slutar {end}, innan den börjar {start}.",
                f"Skriv i stället: {{från: {end}, klart_senast: {start}}}",
            )


def _backward_times(data: Value) -> Iterator[tuple[Loc, str, str]]:
    for loc, value in walk(data):
        if isinstance(value, dict):
            start, end = _date(value.get("från")), _date(value.get("klart_senast"))
            if start is not None and end is not None and end.sista < start.första:
                yield loc, start, end


def _date(value: Value) -> Datum | None:
    try:
        return Datum.parse(value)
    except ValueError:
        return None
