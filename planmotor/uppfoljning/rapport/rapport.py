"""A plan, a day and what to compare with in; the paper for a meeting out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planmotor.grund.sprak import antal
from planmotor.office.dokument.typer import Del, Dokument, lista
from planmotor.plan.model.aktiviteter import Organ
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.types import in_words
from planmotor.uppfoljning.rapport.andringar import urvalets, ändringarna
from planmotor.uppfoljning.rapport.besked import beskeden, luckorna, revidering, saknade_lokala
from planmotor.uppfoljning.rapport.lage import (
    NO_VALUE,
    kommande,
    läget,
    passerade,
    statusord,
    utfall,
    år_över,
)
from planmotor.uppfoljning.rapport.omfang import Omfång
from planmotor.uppfoljning.rapport.sedan import Underlag


def rapport(plan: Plan, day: date, underlag: Underlag, organ: Organ | None = None) -> Dokument:
    """Return the paper about the whole plan, or about what one body answers for, on a day."""
    urval = Omfång(plan, organ)
    facts = [
        ("Läget", in_words(day)),
        ("Gäller", organ.namn if organ else "hela planen"),
        ("Ändringar sedan", underlag.sedan),
    ]
    parts = (
        Del("korthet", "I korthet", (lista(_in_short(urval, day, underlag)),)),
        läget(urval, day),
        ändringarna(urval, underlag),
        beskeden(urval, day),
    )
    about = plan.uppgifter.namn
    return Dokument("Lägesrapport", f"{about}, {organ.namn}" if organ else about, tuple(facts), parts, day)


def _in_short(urval: Omfång, day: date, underlag: Underlag) -> Iterator[str]:
    """Yield the whole paper in some lines, each told in full further down."""
    rows = urval.räknade
    yield f"{antal(len(rows), 'rad', 'rader')}: {statusord(rows)}." if rows else "Inga rader."
    overdue, years, soon = passerade(urval, day), år_över(urval, day), kommande(urval, day)
    yield f"{antal(len(overdue), 'rad', 'rader')} har ett datum som har passerat utan känt utfall."
    if years:
        yield f"{antal(len(years), 'rad', 'rader')} utan datum har år som är över."
    yield f"{antal(len(soon), 'sak', 'saker')} har ett datum under det kommande halvåret."
    yield from _measures(urval)
    yield _changes(urval, underlag)
    yield f"{antal(len(luckorna(urval)), 'uppgift', 'uppgifter')} saknas i planen."
    if urval.organ is None:
        yield from _whole(urval.plan, day)


def _measures(urval: Omfång) -> Iterator[str]:
    if urval.mått:
        found = utfall(urval)
        with_value = len(urval.mått) - found.get(NO_VALUE, 0)
        met = f", och för {found.get('nått', 0)} är målet nått" if with_value else ""
        yield f"{with_value} av {len(urval.mått)} effektmått har ett rapporterat värde{met}."


def _changes(urval: Omfång, underlag: Underlag) -> str:
    if not underlag.jämförda:
        return f"Ändringar sedan {underlag.sedan} går inte att visa."
    number = sum(len(found.ändringar) for found in (urvalets(urval, one) for one in underlag.jämförda))
    made = antal(number, "ändring", "ändringar") if number else "Inga ändringar"
    return f"{made} i planens data sedan {underlag.sedan}."


def _whole(plan: Plan, day: date) -> Iterator[str]:
    said = revidering(plan, day)
    if said:
        yield said
    missing = len(saknade_lokala(plan))
    if missing:
        yield f"{missing} av {antal(len(plan.kommuner), 'kommun', 'kommuner')} har ingen lokal plan här."
