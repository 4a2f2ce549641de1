"""From files to a plan that follows every rule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from planmotor.grund.problem import Invalid, Problem
from planmotor.plan.arkivmapp import Arkiv, Version, address, checksum
from planmotor.plan.draft import FILES, MAIN, SERIES, Draft, draft, kind_of
from planmotor.plan.ifyllt import ifylld
from planmotor.plan.model.plan import Plan
from planmotor.plan.reminders import reminders
from planmotor.plan.rules import check


def examine(path: Path, day: date) -> tuple[list[Problem], list[Problem]]:
    """Return every problem in the plan at ``path`` and its files, in file order, and what to look at in time.

    The second list holds reminders: nothing is wrong, but ``day`` says that somebody ought to look.
    """
    return examine_and_load(path, day)[:2]


def examine_and_load(path: Path, day: date) -> tuple[list[Problem], list[Problem], Plan | None]:
    """Return what ``examine`` does, and the plan itself; None when it has problems."""
    made = draft(path)
    found = judged(made).problems
    return found, list(reminders(made, day)), None if found else _plan(made)


def problems(path: Path) -> list[Problem]:
    """Return every problem in the plan at ``path`` and the files beside it, in file order."""
    return judged(draft(path)).problems


def judged(made: Draft) -> Invalid:
    """Return all that is wrong with a draft, sorted; its list is empty when nothing is."""
    unreadable = (problem for one in (made, *made.arkiv) for problem in one.problems)
    return Invalid([*unreadable, *check(made)])


def load(path: Path) -> Plan:
    """Return the plan at ``path``; raise Invalid with every problem when it has any."""
    made = draft(path)
    verdict = judged(made)
    if verdict.problems:
        raise verdict
    return _plan(made)


def _plan(made: Draft) -> Plan:
    """Return the plan of a draft that has been found to follow every rule."""
    files: Any = {_attributes.get(name, name): post for name, post in made.posts.items() if name in FILES}
    for kind in SERIES:
        files[kind] = tuple(post for name, post in made.posts.items() if kind_of(name) == kind)
    return ifylld(Plan(arkiv=_archive(made), **files))


def _archive(made: Draft) -> Arkiv:
    """Return the decided versions; their places have been checked by then."""
    return Arkiv(tuple(sorted(_versions(made), key=lambda version: (version.handlingsplan, version.datum))))


def _versions(made: Draft) -> Iterator[Version]:
    for one in made.arkiv:
        found = address(one.path, made.path)
        if found:
            plan = Plan(aktiviteter=one.posts[MAIN])  # type: ignore[arg-type]
            yield Version(*found, one.path, plan, checksum(one.path.read_bytes()))


# File names are ASCII, and so are their keys here; what a Swede reads in the code is not.
_attributes = {
    "kallor": "källor",
    "enkater": "enkäter",
    "kontaktvagar": "kontaktvägar",
    "tillganglighetstest": "tillgänglighetstest",
}
