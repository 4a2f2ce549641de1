"""What a row of the form says before anybody has filled it in, column by column."""

from __future__ import annotations

from planmotor.jamfora.diff.tid import i_ord
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad
from planmotor.uppfoljning.statusblankett.falt import one_line, values


def row_texts(plan: Plan, rad: Rad) -> tuple[str, ...]:
    """Return the texts of a row, in the order of the columns."""
    now = values(rad.aktivitet)
    name = one_line(rad.aktivitet.namn)
    above = f": {one_line(rad.överordnad.namn)}" if rad.överordnad else ""
    places = (plan.kort(rad.handlingsplan.id), f"{rad.område.namn}{above}")
    return (rad.aktivitet.id, *places, name, _time(rad), *now, *now)


def _time(rad: Rad) -> str:
    """Return when the row is to be done, as the plan says it: a time in words, or the years of priority."""
    above = rad.överordnad
    years = rad.aktivitet.prioritet or (above.prioritet if above else None)
    return i_ord(rad.aktivitet.tid or (above.tid if above else None)) or years or "ej angiven"
