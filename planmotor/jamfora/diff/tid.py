"""How a time has moved, in words: earlier or later, by how much, and more or less exactly."""

from __future__ import annotations

import calendar
from datetime import date

from planmotor.grund.sprak import antal, citat, liten, uppräknade
from planmotor.jamfora.diff.ord import same_words
from planmotor.plan.model.aktiviteter import Tid
from planmotor.plan.model.types import Datum

YEAR = 12  # months
HALF_A_MONTH = 15  # days


def i_ord(tid: Tid | None) -> str | None:
    """Return a time as people write it: 2025-02-21 (styrgruppens möte); None when there is none."""
    if tid is None:
        return None
    start = f"från {tid.från}" if tid.från else ""
    end = f"till {tid.klart_senast}" if tid.från and tid.klart_senast else tid.klart_senast or ""
    dates = " ".join(filter(None, (start, end)))
    return f"{dates} ({tid.text})" if dates and tid.text else dates or tid.text


def lika(före: Tid | None, efter: Tid | None) -> bool:
    """Tell whether two times say the same."""
    if före is None or efter is None:
        return före is efter
    dates = (före.från, före.klart_senast) == (efter.från, efter.klart_senast)
    return dates and same_words(före.text, efter.text)


def ändrad(före: Tid | None, efter: Tid | None) -> str:
    """Return what has happened between two times that aren't the same, as one sentence."""
    if före is None or efter is None:
        return f"Tid angiven: {i_ord(efter)}" if efter else f"Tiden är borttagen: var {i_ord(före)}"
    said = [
        _date("Tiden", före.klart_senast, efter.klart_senast, före.text, efter.text),
        _date("Starten", före.från, efter.från, None, None),
        _occasion(före, efter),
    ]
    told = [sentence for sentence in said if sentence]
    return "; ".join([*told[:1], *map(liten, told[1:])])


def _occasion(före: Tid, efter: Tid) -> str:
    """Return how the words beside the date have changed, unless they took or gave the date's place."""
    if same_words(före.text, efter.text) or bool(före.klart_senast) != bool(efter.klart_senast):
        return ""
    if not före.text or not efter.text:
        what = "Tillägg till tiden" if efter.text else "Borttaget tillägg till tiden"
        return f"{what}: {citat(efter.text or före.text or '')}"
    what = "Tillägget" if efter.klart_senast else "Tiden"
    return f"{what} är nu {citat(efter.text)} i stället för {citat(före.text)}"


def _date(what: str, old: Datum | None, new: Datum | None, before: str | None, after: str | None) -> str:
    """Return how a date has changed; ``before`` and ``after`` stand in for one that is missing."""
    if old == new:
        return ""
    if old and new:
        return f"{what} {_moved(old, new)}, från {old} till {new}"
    if new:
        other = not same_words(before, after)
        given = f", förut {citat(before)}" if before and other else ""
        return f"{what} har fått ett datum: {new}{f' ({after})' if after and other else ''}{given}"
    lost = f", nu {citat(after)}" if after and not same_words(before, after) else ""
    return f"{what} har inte längre något datum: var {old}{lost}"


def _moved(old: Datum, new: Datum) -> str:
    """Return the way and the distance between two dates, as exactly as both are known."""
    if len(old) == len(new):
        way = "senare" if new > old else "tidigare"
        return f"flyttad {distance(*sorted((old, new)))} {way}"
    exact = "mer exakt angiven" if len(new) > len(old) else "mindre exakt angiven"
    if new.första > old.sista:
        return f"flyttad senare och {exact}"
    if new.sista < old.första:
        return f"flyttad tidigare och {exact}"
    return f"är {exact}"


def distance(first: Datum, last: Datum) -> str:
    """Return how far it is between two dates of the same precision, the earlier first.

    Years and months when it is a whole number of months, counting the last day of a month as that; days when
    it is less than a month; else the nearest number of months with "drygt" or "knappt" before it.
    """
    months, days = _apart(first.första, last.första)
    if not months:
        return antal(days, "dag", "dagar")
    if not days:
        return _months(months)
    return f"drygt {_months(months)}" if days < HALF_A_MONTH else f"knappt {_months(months + 1)}"


def _apart(first: date, last: date) -> tuple[int, int]:
    """Return the whole months between two days, and the days that are left over."""
    months = (last.year - first.year) * YEAR + last.month - first.month
    if _ends_month(first) and _ends_month(last):
        return months, 0
    if _later(first, months) > last:
        months -= 1
    return months, (last - _later(first, months)).days


def _later(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last when it is shorter."""
    years, month = divmod(day.month - 1 + months, YEAR)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _ends_month(day: date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def _months(number: int) -> str:
    years, months = divmod(number, YEAR)
    parts = (f"{years} år" if years else "", antal(months, "månad", "månader") if months else "")
    return uppräknade([part for part in parts if part])
