"""What the dates of the plan mean on a given day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad
from planmotor.plan.model.types import Datum
from planmotor.plan.status import ENDED, remark

HALF_A_YEAR = 6  # months


class Kommande(NamedTuple):
    """Something that is due soon: an activity, or the plan's own revision."""

    datum: Datum
    text: str
    rad: Rad | None


def later(day: date, months: int) -> date:
    """Return the same day of the month so many months later, or the month's last day when it has no such."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


def passed(plan: Plan, day: date) -> tuple[Rad, ...]:
    """Return the rows whose date has passed and that nobody has said have ended, oldest first."""
    rows = [rad for rad in plan.alla_rader if remark(rad.aktivitet, day)]
    return tuple(sorted(rows, key=_deadline))


def years_passed(plan: Plan, day: date) -> tuple[Rad, ...]:
    """Return the counted rows without a date whose prioritised years are over and that haven't ended."""
    return tuple(rad for rad in plan.alla_rader if rad.räknas and _is_over(rad, day))


def _is_over(rad: Rad, day: date) -> bool:
    period = rad.prioritet
    has_date = rad.aktivitet.tid is not None and rad.aktivitet.tid.klart_senast is not None
    return bool(period and period.till < day.year and not has_date and rad.aktivitet.status not in ENDED)


def coming(plan: Plan, day: date, months: int = HALF_A_YEAR) -> tuple[Kommande, ...]:
    """Return what is due from ``day`` and ``months`` on, soonest first.

    A month or a year counts when a part of it lies in the span, because nobody knows which day it means.
    """
    end = later(day, months)
    found = [*_rows_due(plan, day, end), *_revision(plan, day, end)]
    return tuple(sorted(found, key=lambda k: (k.datum.sista, k.text)))


def _rows_due(plan: Plan, day: date, end: date) -> Iterator[Kommande]:
    for rad in plan.alla_rader:
        deadline = rad.aktivitet.tid.klart_senast if rad.aktivitet.tid else None
        if (
            deadline
            and rad.aktivitet.status not in ENDED
            and deadline.sista >= day
            and deadline.första <= end
        ):
            yield Kommande(deadline, rad.aktivitet.namn, rad)


def _revision(plan: Plan, day: date, end: date) -> Iterator[Kommande]:
    revision = plan.nästa_revidering()
    if day <= revision <= end:
        yield Kommande(Datum(revision.isoformat()), "Planen ska revideras", None)


def _deadline(rad: Rad) -> tuple[date, str]:
    tid = rad.aktivitet.tid
    return (tid.klart_senast.sista if tid and tid.klart_senast else date.max, rad.aktivitet.id)
