"""Where a plan stands between draft and decision: worked out from what has been decided, never written twice.

A decided version lies in the archive, and each decision about it in the register of decisions. Out of these,
and of the dates of the consultations, come the state, who has decided and when, and the first day in force.
A version that several parties are to decide holds when all of them have.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, NamedTuple

from planmotor.plan.model.aktiviteter import Handlingsplan
from planmotor.plan.model.plan import Plan, Version
from planmotor.plan.model.register import Beslut
from planmotor.plan.model.remiss import Remiss
from planmotor.plan.model.types import Datum
from planmotor.plan.remisslage import läge as rundans_läge
from planmotor.plan.remisslage import svarstid

Ord = Literal["utkast", "remiss", "under beslut", "beslutad"]


class Partsbeslut(NamedTuple):
    """A party and its decision; None while it hasn't decided."""

    part: str
    beslut: Beslut | None


@dataclass(frozen=True, slots=True)
class Beslutsläge:
    """Where an action plan, or the plan, stands on a given day.

    ``beslutad`` is the day of the decision, the last one when several parties decided. ``version`` is the
    decided version that the state is about; for a draft it is the one that the draft is to replace.
    """

    läge: Ord
    beslutad: Datum | None = None
    beslutad_av: str | None = None
    gäller_från: Datum | None = None
    parter: tuple[Partsbeslut, ...] = ()
    version: Version | None = None

    @property
    def i_ord(self) -> str:
        """The state as it is shown: "beslutad av 3 av 9" while parties are left."""
        return f"beslutad av {self.klara} av {len(self.parter)}" if self.läge == "under beslut" else self.läge

    @property
    def klara(self) -> int:
        """How many parties have decided."""
        return sum(one.beslut is not None for one in self.parter)


def läget(plan: Plan, day: date, handlingsplan: str | None = None) -> Beslutsläge:
    """Return where an action plan stands, or the plan as a whole when none is named."""
    own = plan.egen_handlingsplan
    post = own if handlingsplan is None else _post(plan, handlingsplan)
    if post is None:
        facts = plan.uppgifter
        return Beslutsläge(facts.läge or "utkast", facts.beslutad, None, facts.gäller_från)
    found = _of(plan, post, day)
    if post is own and found.gäller_från is None:
        return replace(found, gäller_från=plan.gäller_från)
    return found


def versionens_läge(plan: Plan, version: Version) -> Beslutsläge:
    """Return what is known of a decided version: who decided it, when, and from when it holds."""
    parts = partsbeslut(plan, version)
    whole = helt_beslutad(plan, version)
    post = version.post
    one = parts[0].part if len(parts) == 1 and whole else None
    state: Ord = "beslutad" if whole else "under beslut"
    return Beslutsläge(
        state, _decided(plan, version), one or post.beslutad_av, börjar(plan, version), parts, version
    )


def _post(plan: Plan, id: str) -> Handlingsplan | None:
    return next((one for one in plan.handlingsplaner if one.id == id), None)


def _of(plan: Plan, post: Handlingsplan, day: date) -> Beslutsläge:
    versions = plan.arkiv.av(post.id)
    newest = versions[-1] if versions else None
    if post.läge != "utkast" and newest and not helt_beslutad(plan, newest):
        return versionens_läge(plan, newest)
    known = next((one for one in reversed(versions) if helt_beslutad(plan, one)), None)
    state: Ord = post.läge or "utkast"
    if state == "utkast" and _consulted(plan, post.id, day):
        state = "remiss"
    parts = partsbeslut(plan, known) if known and state == "beslutad" else ()
    return Beslutsläge(state, post.beslutad, post.beslutad_av, post.gäller_från, parts, known)


def _consulted(plan: Plan, handlingsplan: str, day: date) -> bool:
    about = (remiss for remiss in plan.remisser if handlingsplan in remiss.gäller)
    return any(rundans_läge(plan, remiss, day) == "öppen" for remiss in about)


def fattade(plan: Plan, version: Version) -> tuple[Beslut, ...]:
    """Return the decisions about a version, as they stand in the register."""
    register = plan.beslut.beslut if plan.beslut else ()
    about = (post for post in register if version.handlingsplan in post.gäller and post.slag == "beslut")
    return tuple(post for post in about if (post.version or post.datum) == version.datum)


def partsbeslut(plan: Plan, version: Version) -> tuple[Partsbeslut, ...]:
    """Return each party of a version with its decision; only those who decided, when nobody said who must."""
    made = fattade(plan, version)
    parts = version.post.beslutas_av or dict.fromkeys(one.organ for one in made if one.organ)
    return tuple(Partsbeslut(part, next((b for b in made if b.organ == part), None)) for part in parts)


def helt_beslutad(plan: Plan, version: Version) -> bool:
    """Tell whether every party that is to decide a version has done so."""
    return not version.post.beslutas_av or all(one.beslut for one in partsbeslut(plan, version))


def _decided(plan: Plan, version: Version) -> Datum | None:
    if not version.post.beslutas_av:
        return version.post.beslutad
    days = [one.beslut.datum for one in partsbeslut(plan, version) if one.beslut]
    return max(days) if days and helt_beslutad(plan, version) else None


def börjar(plan: Plan, version: Version) -> Datum | None:
    """Return the first day that a version holds; None while parties are left to decide.

    What several parties decide holds at the earliest when the last of them has.
    """
    if not helt_beslutad(plan, version):
        return None
    said, decided = version.post.gäller_från, _decided(plan, version)
    if version.post.beslutas_av and decided:
        return max(said or decided, decided)
    return said or decided or version.datum


def gällande(plan: Plan, handlingsplan: str, day: date) -> Version | None:
    """Return the version that is in force on a day; None when none is."""
    begun = [
        one for one in plan.arkiv.av(handlingsplan) if (first := börjar(plan, one)) and first.första <= day
    ]
    return begun[-1] if begun else None


def remisser_till(plan: Plan, version: Version) -> Iterator[Remiss]:
    """Yield the consultations that led to a version: those that closed after the version before it."""
    earlier = [one for one in plan.arkiv.av(version.handlingsplan) if one.datum < version.datum]
    after = earlier[-1].datum.första if earlier else date.min
    for remiss in plan.remisser:
        closed = svarstid(plan, remiss).stänger
        if version.handlingsplan in remiss.gäller and closed and after < closed <= version.datum.första:
            yield remiss
