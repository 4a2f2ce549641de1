"""The plan in time: decisions, dates of activities and prioritised years, on one line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad
from planmotor.plan.model.types import Datum, Period


class Händelse(NamedTuple):
    """Something with a place in time; ``från`` and ``till`` are the first and last day that it can mean."""

    från: date
    till: date
    när: str
    text: str
    slag: str  # beslut, händelse, aktivitet or prioritet
    id: str
    rad: Rad | None = None


def events(plan: Plan) -> tuple[Händelse, ...]:
    """Return everything that has a date or prioritised years, earliest first.

    A row that has neither, or only a season or an occasion in words, has no place on the line.
    """
    found = [*_decisions(plan), *_rows(plan)]
    return tuple(sorted(found, key=lambda h: (h.från, h.till, h.text, h.id)))


def _decisions(plan: Plan) -> Iterator[Händelse]:
    for beslut in plan.beslut.beslut if plan.beslut else ():
        day = beslut.datum
        yield Händelse(day.första, day.sista, day.i_ord, beslut.beslut, beslut.slag, beslut.id)


def _rows(plan: Plan) -> Iterator[Händelse]:
    for rad in plan.alla_rader:
        tid, prioritet = rad.aktivitet.tid, rad.aktivitet.prioritet
        if tid and (tid.från or tid.klart_senast):
            yield _dated(rad, tid.från, tid.klart_senast)
        elif prioritet:
            yield _prioritised(rad, prioritet)


def _dated(rad: Rad, start: Datum | None, end: Datum | None) -> Händelse:
    first, last = start or end, end or start
    assert first is not None and last is not None  # noqa: S101 (the caller has seen one of them)
    when = last.i_ord if first == last else f"{first.i_ord} – {last.i_ord}"
    return Händelse(first.första, last.sista, when, rad.aktivitet.namn, "aktivitet", rad.aktivitet.id, rad)


def _prioritised(rad: Rad, years: Period) -> Händelse:
    first, last = date(years.från, 1, 1), date(years.till, 12, 31)
    return Händelse(first, last, str(years), rad.aktivitet.namn, "prioritet", rad.aktivitet.id, rad)


def span(found: tuple[Händelse, ...], day: date) -> tuple[int, int]:
    """Return the first and last year that the line needs, with the year of ``day`` and the one after."""
    years = [day.year, day.year + 1, *(h.från.year for h in found), *(h.till.year for h in found)]
    return min(years), max(years)
