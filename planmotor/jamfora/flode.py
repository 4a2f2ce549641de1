"""``andringar.xml``: an Atom feed of what has been decided and of every new status.

Small edits are silent: a feed that tells of each comma is soon unread. The ids are the same whatever address
the site has and whatever the plan is called, so a feed reader never shows an entry twice. They are made of
what is permanent: the plan's own ``id``, the id of an action plan, the day of its decision, the id of a row.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import NamedTuple

from feedgen.feed import FeedGenerator

from planmotor.grund.problem import Stopped
from planmotor.jamfora.diff.radhistorik import Steg, steg
from planmotor.jamfora.diff.visning import i_siffror
from planmotor.jamfora.statusbyten import Statusbyte, changes
from planmotor.plan.beslutslage import fattade
from planmotor.plan.model.plan import Plan, Version

NAME = "andringar.xml"
PAGES, DECIDED = "uppfoljning/andringar", "beslut"


class Inlägg(NamedTuple):
    """An entry: its permanent name, when, its title, where it is told of in full, and its text."""

    namn: str
    när: datetime
    titel: str
    länk: str
    text: str


def feed(
    plan: Plan, base: str, data: Path | None = None, finns: Callable[[str], bool] = lambda _: True
) -> bytes:
    """Return the feed, the latest entry first. ``base`` is the address that the site's paths begin with.

    ``data`` is the plan's main file; when it lies in a Git repository, the feed tells of new statuses too.
    ``finns`` tells whether the site has a page at an address: what has none is told of where the site begins.
    """
    entries = sorted([*_decided(plan), *_statuses(plan, data)], key=lambda e: (e.när, e.namn))
    made = FeedGenerator()
    made.id(_id(plan, f"{plan.handlingsplaner[0].id}/flöde"))
    made.title(f"Ändringar i {plan.uppgifter.namn}")
    made.language("sv")
    made.author({"name": plan.uppgifter.region})
    made.link(href=f"{base}{NAME}", rel="self")
    made.link(href=f"{base}{_there(f'{PAGES}/', finns)}", rel="alternate")
    made.updated(entries[-1].när if entries else _noon(plan.gäller_från))
    for entry in entries:
        _add(made, plan, entry, f"{base}{_there(entry.länk, finns)}")
    return bytes(made.atom_str(pretty=True))


def _there(address: str, finns: Callable[[str], bool]) -> str:
    """Return the address, or that of the nearest page which the site has."""
    return next((one for one in (address, f"{PAGES}/") if finns(one.partition("#")[0])), "")


def _add(made: FeedGenerator, plan: Plan, entry: Inlägg, address: str) -> None:
    added = made.add_entry()
    added.id(_id(plan, entry.namn))
    added.title(entry.titel)
    added.updated(entry.när)
    added.link(href=address, rel="alternate")
    added.content(entry.text, type="text")


def _id(plan: Plan, name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{plan.uppgifter.id or ''}/{name}").urn


def _decided(plan: Plan) -> Iterator[Inlägg]:
    by_version = {step.till.namn: step for step in steg(plan) if step.till}
    for version in plan.arkiv.versioner:
        yield _of_version(plan, version, by_version.get(version.namn))
        yield from _of_parties(plan, version)


def _of_version(plan: Plan, version: Version, step: Steg | None) -> Inlägg:
    decision = plan.beslutet(version)
    said = decision.beslut if decision else "Versionen står i arkivet."
    text = [said, *(i_siffror(step.jämförelse) if step else ["Det är den första versionen i arkivet."])]
    title = f"{_short(version)}: {version.datum.i_ord}"
    return Inlägg(version.namn, _noon(version.datum), title, f"{DECIDED}/{version.namn}/", "\n".join(text))


def _of_parties(plan: Plan, version: Version) -> Iterator[Inlägg]:
    """Yield what each party after the first has decided of a version that several are to decide."""
    made = [one for one in fattade(plan, version) if one.organ and one.datum != version.datum]
    for one in made if version.post.beslutas_av else ():
        title = f"{_short(version)}: beslutad av {plan.namn(one.organ or '')}"
        yield Inlägg(one.id, _noon(one.datum), title, f"{DECIDED}/{version.namn}/", one.beslut)


def _short(version: Version) -> str:
    return version.post.kortnamn or version.post.namn


def _noon(day: str) -> datetime:
    """Return the middle of a day, so that no time zone turns it into another."""
    return datetime.combine(datetime.fromisoformat(day).date(), time(12), UTC)


def _statuses(plan: Plan, data: Path | None) -> Iterator[Inlägg]:
    try:
        found = changes(data) if data else []
    except Stopped:  # no repository: a feed of the decisions alone
        return
    places = dict(_places(plan))
    for change in found:
        if change.id in places:
            title, whose, link = places[change.id]
            name = f"{whose}/{change.id}/{change.när.isoformat()}"
            said = f"{title}: {change.efter or 'status borttagen'}"
            yield Inlägg(name, change.när, said, link, _said(change))


def _places(plan: Plan) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Yield what has a status, by id: its name, the id of what it belongs to, and where it stands."""
    for rad in plan.rader:
        id, whole = rad.aktivitet.id, rad.handlingsplan.id
        yield id, (rad.aktivitet.namn, whole, f"handlingsplaner/{whole}/#{id}")
    for local in plan.aktiviteter.lokala_planer:
        whose, page = plan.namn(local.kommun), f"lokala-planer/{local.kommun}/"
        for own in local.egna:
            for row in (own, *own.delaktiviteter):
                yield row.id, (f"{row.namn} ({whose})", local.kommun, f"{page}#{own.id}")
        for rek in plan.rekommendationer:
            place = f"{rek.namn} ({whose})", local.kommun, f"{page}#{rek.id}"
            yield f"{local.kommun}/{rek.id}", place


def _said(change: Statusbyte) -> str:
    if change.före and change.efter:
        return f"Status går från {change.före} till {change.efter}."
    return f"Status angiven: {change.efter}." if change.efter else f"Status borttagen: var {change.före}."
