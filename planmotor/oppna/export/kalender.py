"""Calendars (RFC 5545): for each body with rows, each municipality with own rows, and everything.

Only what has a real date is there. A day is that day. A month is an event that lasts the whole month. A year,
a season, a meeting without a date and "löpande" are left out, and the page about the calendars says so.

``UID`` is the row's permanent id, and after it the plan's: its own ``id``, or else that of the row's action
plan, which never changes either. Address and name of the site and of the plan may change, and nobody's
entries become new. ``DTSTAMP`` and ``LAST-MODIFIED`` are when the file with activities last changed, and
``SEQUENCE`` is the same moment as a number: it rises whenever the file has changed, for every event. That
is more often than it must, and never too seldom: a line that was taken away leaves no trace of its own, so
nothing that counts changes row by row could be trusted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vText

from planmotor.grund.nearest import slug
from planmotor.oppna.export.changed import sequence
from planmotor.plan.falttyp import Värdeslag, Yta
from planmotor.plan.meningar import meningar
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad
from planmotor.plan.model.statusord import STATUSORD
from planmotor.plan.model.types import Datum
from planmotor.plan.status import NOT_STATED
from planmotor.plan.ytor import uppgifter

ALL = "alla"
YEAR = len("2025")
SAID = {post.ord: post.ord.capitalize() for post in STATUSORD if post.avslutad}
CANCELLED = {post.ord for post in STATUSORD if post.inställd}
END = b"END:VCALENDAR\r\n"


class Kalender(NamedTuple):
    """How many rows a calendar holds, and how many it leaves out because of what their time is."""

    med: int
    bara_år: int
    bara_text: int
    utan_tid: int


def when(rad: Rad) -> Datum | None:
    """Return the date that the row stands on: the latest day when it is to be done, else its beginning."""
    tid = rad.aktivitet.tid
    return (tid.klart_senast or tid.från) if tid else None


def dated(rows: Sequence[Rad]) -> list[Rad]:
    """Return the rows that have a day or a month."""
    return [rad for rad in rows if len(when(rad) or "") > YEAR]


def count(rows: Sequence[Rad]) -> Kalender:
    """Return how many of the rows a calendar holds, and why the others are left out."""
    years = sum(len(when(rad) or "") == YEAR for rad in rows)
    texts = sum(when(rad) is None and bool(rad.aktivitet.tid) for rad in rows)
    without = sum(rad.aktivitet.tid is None for rad in rows)
    return Kalender(len(dated(rows)), years, texts, without)


def owned(plan: Plan) -> dict[str, list[Rad]]:
    """Return each body's rows, for those that answer for any; what an activity says holds for its parts."""
    found: dict[str, list[Rad]] = {organ.id: [] for organ in plan.organ}
    for rad in plan.alla_rader:
        for id in rad.ansvariga:
            found[id].append(rad)
    return {id: rows for id, rows in found.items() if rows}


def own(plan: Plan) -> dict[str, list[Rad]]:
    """Return each municipality's own rows, for those that have added any."""
    found: dict[str, list[Rad]] = {}
    for rad in plan.egna_rader:
        found.setdefault(rad.handlingsplan.id, []).append(rad)
    return found


def calendars(plan: Plan, base: str, changed: datetime) -> dict[str, bytes]:
    """Return every calendar by the name of its file."""
    written = {id(rad): _event(plan, rad, base, changed) for rad in dated(plan.alla_rader)}
    made = {}
    for organ, rows in (owned(plan) | own(plan)).items():
        name = f"{plan.namn(organ)} – {plan.uppgifter.namn}"
        made[f"{organ}.ics"] = _calendar(plan, name, [written[id(rad)] for rad in dated(rows)])
    made[f"{ALL}.ics"] = _calendar(plan, plan.uppgifter.namn, written.values())
    return made


def _calendar(plan: Plan, name: str, events: Iterable[bytes]) -> bytes:
    made = Calendar()
    made.add("prodid", f"-//{slug(plan.uppgifter.namn)}//planmotor//SV")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", name)
    made.add("x-wr-timezone", "UTC")
    made.add("x-published-ttl", "P1D")
    made.add_component(_timezone())
    head: bytes = made.to_ical().removesuffix(END)
    return head + b"".join(events) + END


def _timezone() -> Timezone:
    """Return the one component that a calendar without events needs to be valid."""
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", "UTC")
    standard.add("dtstart", datetime(1970, 1, 1))  # without a zone: RFC 5545 wants it so
    standard.add("tzoffsetfrom", timedelta(0))
    standard.add("tzoffsetto", timedelta(0))
    zone.add_component(standard)
    return zone


def _event(plan: Plan, rad: Rad, base: str, changed: datetime) -> bytes:
    akt, datum = rad.aktivitet, when(rad)
    if datum is None:
        raise ValueError(akt.id)
    made = Event()
    made.add("uid", f"{akt.id}@{plan.uppgifter.id or rad.handlingsplan.id}")
    made.add("dtstamp", changed)
    made.add("last-modified", changed)
    made.add("sequence", sequence(changed))
    made.add("dtstart", datum.första)
    made.add("dtend", _after(datum.sista))
    made.add("summary", vText(_summary(rad)), parameters={"language": "sv"})
    made.add("description", vText(_description(plan, rad)), parameters={"language": "sv"})
    made.add("status", "CANCELLED" if akt.status in CANCELLED else "CONFIRMED")
    made.add("transp", "TRANSPARENT")  # it doesn't make anybody busy
    if "://" in base:
        made.add("url", f"{base}{rad.adress}")
    written: bytes = made.to_ical()
    return written


def _after(day: date) -> date:
    """Return the day after: the first one that an event doesn't last."""
    return day + timedelta(days=1)


def _summary(rad: Rad) -> str:
    said = SAID.get(rad.aktivitet.status or "")
    return f"{said}: {rad.aktivitet.namn}" if said else rad.aktivitet.namn


def _description(plan: Plan, rad: Rad) -> str:
    return "\n".join(_facts(plan, rad))


def _facts(plan: Plan, rad: Rad) -> Iterator[str]:
    for fält in uppgifter(Yta.KALENDER):
        said = fält.gäller(rad)
        if fält.slag is Värdeslag.STATUS:
            said = said or NOT_STATED
        yield from meningar(plan, fält, Yta.KALENDER, said)
    if rad.överordnad:
        yield f"Del av: {rad.överordnad.namn}."
    yield f"{rad.handlingsplan.namn}, {rad.område.namn}."
