"""Where a consultation round stands on a given day, from its dates alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from planmotor.plan.model.aktiviteter import Handlingsplan
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.planuppgifter import Planuppgifter
from planmotor.plan.model.register import Steg
from planmotor.plan.model.remiss import Remiss

Remissläge = Literal["planerad", "kommande", "öppen", "stängd", "avslutad"]


class Svarstid(NamedTuple):
    """The first and the last day to answer; None for what no source gives."""

    öppnar: date | None
    stänger: date | None


def svarstid(plan: Plan, remiss: Remiss) -> Svarstid:
    """Return the days of a round: its own, else those of the step in the making of the plan it names."""
    if remiss.öppnar or remiss.stänger:
        return Svarstid(
            remiss.öppnar.första if remiss.öppnar else None, remiss.stänger.sista if remiss.stänger else None
        )
    steg = plan.index.get(remiss.steg or "")
    if not isinstance(steg, Steg) or steg.tid is None:
        return Svarstid(None, None)
    från, till = steg.tid.från, steg.tid.klart_senast
    return Svarstid(från.första if från else None, till.sista if till else None)


def avslutad(plan: Plan, remiss: Remiss) -> date | None:
    """Return the day when a round was over: the one it gives, else the first decision after its last day.

    A plan that was decided, or came into force, after the replies were in is what came of them. None while
    no such day is known.
    """
    if remiss.avslutad:
        return remiss.avslutad.första
    last = svarstid(plan, remiss).stänger
    after = [day for day in _decisions(plan, remiss) if last and day > last]
    return min(after, default=None)


def _decisions(plan: Plan, remiss: Remiss) -> Iterator[date]:
    about = (post for id in remiss.gäller if isinstance(post := plan.index[id], Handlingsplan))
    posts: tuple[Planuppgifter | Handlingsplan, ...] = (plan.uppgifter, *about)
    for post in posts:
        yield from (day.första for day in (post.beslutad, post.gäller_från) if day)
    yield from (version.datum.första for id in remiss.gäller for version in plan.arkiv.av(id))


def läge(plan: Plan, remiss: Remiss, day: date) -> Remissläge:
    """Return where the round stands: planerad (no dates yet), kommande, öppen, stängd or avslutad."""
    öppnar, stänger = svarstid(plan, remiss)
    if öppnar is None or stänger is None:
        return "planerad"
    if day < öppnar:
        return "kommande"
    if day <= stänger:
        return "öppen"
    over = avslutad(plan, remiss)
    return "avslutad" if over and over <= day else "stängd"


def öppna(plan: Plan, day: date) -> tuple[Remiss, ...]:
    """Return the rounds that take replies on ``day``, the one that closes first ahead."""
    found = [remiss for remiss in plan.remisser if läge(plan, remiss, day) == "öppen"]
    return tuple(sorted(found, key=lambda remiss: svarstid(plan, remiss).stänger or day))


def aktuella(plan: Plan, day: date) -> tuple[Remiss, ...]:
    """Return the rounds that aren't over: open ones first. When all are, the last one to close, if any."""
    order: tuple[Remissläge, ...] = ("öppen", "kommande", "planerad", "stängd")
    states = {remiss.id: läge(plan, remiss, day) for remiss in plan.remisser}
    alive = [remiss for state in order for remiss in plan.remisser if states[remiss.id] == state]
    return tuple(alive) or tuple(_latest_first(plan, plan.remisser)[:1])


def tidigare(plan: Plan, day: date) -> tuple[Remiss, ...]:
    """Return the other rounds, the latest first."""
    now = {remiss.id for remiss in aktuella(plan, day)}
    return tuple(remiss for remiss in _latest_first(plan, plan.remisser) if remiss.id not in now)


def _latest_first(plan: Plan, rounds: tuple[Remiss, ...]) -> list[Remiss]:
    return sorted(rounds, key=lambda remiss: svarstid(plan, remiss).stänger or date.min, reverse=True)
