"""What the data has and what it lacks, for prose that holds only until the data has come."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Literal

from planmotor.plan.falt import FÄLT
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad
from planmotor.uppfoljning.lage.datum import passed, years_passed
from planmotor.uppfoljning.lage.luckor import gaps

Vad = Literal[
    "lokal plan",
    "värden",
    "enkätsvar",
    "passerade datum",
    "passerade år",
    "luckor",
    "ansvarig",
    "status",
    "tid",
    "mått",
    "målvärde",
]


def finns(
    plan: Plan, day: date, vad: Vad, kommun: str | None = None, handlingsplan: str | None = None
) -> bool:
    """Tell whether the plan has any of what is asked about, in all of it or in the part that is named."""
    of_a_kind: dict[str, Callable[[], Iterable[object]]] = {
        "lokal plan": lambda: [
            one
            for one in plan.aktiviteter.lokala_planer
            if kommun in (None, one.kommun) and one.läge != "saknas"
        ],
        "värden": lambda: [
            value
            for whole in plan.handlingsplaner
            if handlingsplan in (None, whole.id)
            for område in whole.områden
            for mått in område.effektmått
            for value in mått.värden
        ],
        "enkätsvar": lambda: plan.enkäter.resultat if plan.enkäter else (),
        "passerade datum": lambda: _of(passed(plan, day), handlingsplan),
        "passerade år": lambda: _of(years_passed(plan, day), handlingsplan),
        "luckor": lambda: gaps(plan),
    }
    if vad in of_a_kind:
        return any(True for _ in of_a_kind[vad]())
    return any(FÄLT[vad].gäller(rad) for rad in _of(plan.rader, handlingsplan))


def _of(rows: Iterable[Rad], handlingsplan: str | None) -> Iterator[Rad]:
    return (rad for rad in rows if handlingsplan in (None, rad.handlingsplan.id))
