"""A new activity, or a new part of one, in the file with activities."""

from __future__ import annotations

from typing import Any

from planmotor.andra.write import Redigering
from planmotor.grund.problem import Stopped
from planmotor.plan.model.plan import Plan
from planmotor.plan.source import Loc


def add(live: Redigering, plan: Plan, record: dict[str, Any], *, område: str, efter: str, under: str) -> None:
    """Put the record last in an ``område``, right after a row, or last among the parts of a row.

    ``under`` decides when it is named, and then ``efter``.
    """
    if under:
        row = next(rad for rad in plan.rader if rad.aktivitet.id == under)
        if row.överordnad:
            raise Stopped(f'"{under}" är själv en delaktivitet. Skriv i stället: --under {row.överordnad.id}')
        live.append((*live.where(under), "delaktiviteter"), record)
    elif efter:
        *items, number = live.where(efter)
        live.insert(tuple(items), int(number) + 1, record)
    else:
        place: Loc = (*live.where(område), "aktiviteter")
        live.append(place, record)
