"""What a report compares the plan of today with: the latest decisions, or the plan as it was one day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from planmotor.grund.git import commit_on
from planmotor.grund.problem import Invalid, Stopped
from planmotor.jamfora.diff import Jämförelse, jämför
from planmotor.plan.model.plan import Plan, Version
from planmotor.plan.model.types import Datum, in_words
from planmotor.plan.versions import Utgåva, from_revision, pages_in, root_of

SHOWN_OF_ID = 10  # characters: enough of a commit's id to find it
OTHERWISE = "Utan --sedan jämförs planen med de senaste besluten."


class Jämförd(NamedTuple):
    """A comparison with an earlier version: its heading, that version's plan and what has changed.

    ``handlingsplan`` is the one action plan that was compared; None for all of the plan.
    """

    rubrik: str
    före: Plan
    jämförelse: Jämförelse
    handlingsplan: str | None = None


@dataclass(frozen=True, slots=True)
class Underlag:
    """What the changes are reckoned from, in words, the comparisons, and what couldn't be compared."""

    sedan: str
    jämförda: tuple[Jämförd, ...] = ()
    notiser: tuple[str, ...] = ()


def parse_day(value: str, today: date) -> date:
    """Return the day that the user wrote; raise Stopped when it is no day, or lies ahead."""
    try:
        day = date.fromisoformat(value if len(value) == len("2026-11-22") else "")
    except ValueError:
        raise Stopped(f'"{value}" är inget datum. Skriv dagen så här: {today.isoformat()}') from None
    if day > today:
        raise Stopped(f"{value} har inte varit än. Skriv dagen för det förra mötet.")
    return day


def sedan_besluten(plan: Plan, day: date) -> Underlag:
    """Return each action plan compared with its latest decided version on ``day``."""
    words = "den senaste beslutade versionen av varje handlingsplan"
    compared, missing = [], []
    for one in plan.handlingsplaner:
        decided = [version for version in plan.arkiv.av(one.id) if version.datum.första <= day]
        if decided:
            compared.append(_decided(plan, decided[-1]))
        else:
            missing.append(f"{plan.kort(one.id)} har ingen beslutad version att jämföra med.")
    return Underlag(words, tuple(compared), tuple(missing))


def sedan_dagen(plan: Plan, since: date, data: Path) -> Underlag:
    """Return the plan compared with what it was at the end of a day, or with what was decided that day.

    ``data`` is the plan's main file, whose folder tells which repository to look in. When there is nothing
    to compare with, a notice says why and what to do.
    """
    decided = list(_decided_on(plan, since))
    if decided:
        return _since_decision(plan, since, decided)
    words = in_words(since)
    try:
        commit, made = commit_on(since, data.resolve().parent)
        before = from_revision(commit[:SHOWN_OF_ID], data)
    except Stopped as stopped:
        return _nothing(words, str(stopped))
    except Invalid as invalid:
        first = invalid.problems[0]
        many = f"Planen så som den var då har {len(invalid.problems)} fel och går inte att läsa."
        where = f"Det första står i {first.path}, rad {first.line}: {first.text}"
        return _nothing(words, f"{many} {where} Välj en senare dag.")
    found = jämför(before, _now(plan, data))
    saved = f"{words} (senast ändrad {in_words(made)}, version {before.namn})"
    return Underlag(saved, (Jämförd(f"Sedan {words}", before.plan, found),))


def _nothing(words: str, why: str) -> Underlag:
    told = f"Det går inte att visa vad som har ändrats sedan {words}. {why} {OTHERWISE}"
    return Underlag(words, notiser=(told,))


def _now(plan: Plan, data: Path) -> Utgåva:
    return Utgåva("i dag", plan, pages_in(root_of(data) / "docs"))


def _decided_on(plan: Plan, day: date) -> Iterator[Version]:
    current = {one.id for one in plan.handlingsplaner}
    for version in plan.arkiv.versioner:
        if version.datum.första == day and version.handlingsplan in current:
            yield version


def _since_decision(plan: Plan, since: date, decided: list[Version]) -> Underlag:
    known = {version.handlingsplan for version in decided}
    others = [plan.kort(one.id) for one in plan.handlingsplaner if one.id not in known]
    missing = [f"{name} beslutades inte {in_words(since)} och jämförs därför inte här." for name in others]
    compared = tuple(_decided(plan, version) for version in decided)
    return Underlag(f"beslutet {in_words(since)}", compared, tuple(missing))


def _decided(plan: Plan, version: Version) -> Jämförd:
    before = Utgåva(version.namn, version.plan, handlingsplan=version.handlingsplan)
    found = replace(jämför(before, Utgåva("i dag", plan)), från=version.namn)
    title = f"{plan.kort(version.handlingsplan)}: sedan beslutet {Datum(version.datum).i_ord}"
    return Jämförd(title, version.plan, found, version.handlingsplan)
