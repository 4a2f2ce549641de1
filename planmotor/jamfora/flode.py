"""``andringar.xml``: an Atom feed of what has been decided and of every new status.

Small edits are silent: a feed that tells of each comma is soon unread. The ids are the same whatever address
the site has and whatever the plan is called, so a feed reader never shows an entry twice. They are made of
what is permanent: the plan's own ``id``, the id of an action plan, the day of its decision, the id of a row.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import NamedTuple

from feedgen.feed import FeedGenerator

from planmotor.grund.problem import Stopped
from planmotor.jamfora.diff.radhistorik import Steg, steg
from planmotor.jamfora.diff.visning import i_siffror
from planmotor.jamfora.statusbyten import Statusbyte, changes
from planmotor.plan.model.plan import Plan, Version

NAME = "andringar.xml"
PAGES = "uppfoljning/andringar"


class Inlägg(NamedTuple):
    """An entry: its permanent name, when, its title, where it is told of in full, and its text."""

    namn: str
    när: datetime
    titel: str
    länk: str
    text: str


def feed(plan: Plan, base: str, data: Path | None = None) -> bytes:
    """Return the feed, the latest entry first. ``base`` is the address that the site's paths begin with.

    ``data`` is the plan's main file; when it lies in a Git repository, the feed tells of new statuses too.
    """
    entries = sorted([*_decided(plan), *_statuses(plan, data)], key=lambda e: (e.när, e.namn))
    made = FeedGenerator()
    made.id(_id(plan, f"{plan.handlingsplaner[0].id}/flöde"))
    made.title(f"Ändringar i {plan.uppgifter.namn}")
    made.language("sv")
    made.author({"name": plan.uppgifter.region})
    made.link(href=f"{base}{NAME}", rel="self")
    made.link(href=f"{base}{PAGES}/", rel="alternate")
    made.updated(entries[-1].när if entries else _noon(plan.uppgifter.gäller_från))
    for entry in entries:
        _add(made, plan, entry, base)
    return bytes(made.atom_str(pretty=True))


def _add(made: FeedGenerator, plan: Plan, entry: Inlägg, base: str) -> None:
    added = made.add_entry()
    added.id(_id(plan, entry.namn))
    added.title(entry.titel)
    added.updated(entry.när)
    added.link(href=f"{base}{entry.länk}", rel="alternate")
    added.content(entry.text, type="text")


def _id(plan: Plan, name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{plan.uppgifter.id or ''}/{name}").urn


def _decided(plan: Plan) -> Iterator[Inlägg]:
    by_version = {step.till.namn: step for step in steg(plan) if step.till}
    for version in plan.arkiv.versioner:
        yield _of_version(plan, version, by_version.get(version.namn))


def _of_version(plan: Plan, version: Version, step: Steg | None) -> Inlägg:
    name = version.plan.handlingsplaner[0].kortnamn or version.plan.handlingsplaner[0].namn
    decision = plan.beslutet(version)
    said = decision.beslut if decision else "Versionen står i arkivet."
    page = f"{PAGES}/{version.handlingsplan}-{version.datum}/" if step else f"{PAGES}/"
    text = [said, *(i_siffror(step.jämförelse) if step else ["Det är den första versionen i arkivet."])]
    return Inlägg(version.namn, _noon(version.datum), f"{name}: {version.datum.i_ord}", page, "\n".join(text))


def _noon(day: str) -> datetime:
    """Return the middle of a day, so that no time zone turns it into another."""
    return datetime.combine(datetime.fromisoformat(day).date(), time(12), UTC)


def _statuses(plan: Plan, data: Path | None) -> Iterator[Inlägg]:
    try:
        found = changes(data) if data else []
    except Stopped:  # no repository: a feed of the decisions alone
        return
    rows = {rad.aktivitet.id: rad for rad in plan.rader}
    for change in found:
        if change.id in rows:
            rad = rows[change.id]
            link = f"handlingsplaner/{rad.handlingsplan.id}/#{change.id}"
            title = f"{rad.aktivitet.namn}: {change.efter or 'status borttagen'}"
            name = f"{rad.handlingsplan.id}/{change.id}/{change.när.isoformat()}"
            yield Inlägg(name, change.när, title, link, _said(change))


def _said(change: Statusbyte) -> str:
    if change.före and change.efter:
        return f"Status går från {change.före} till {change.efter}."
    return f"Status angiven: {change.efter}." if change.efter else f"Status borttagen: var {change.före}."
