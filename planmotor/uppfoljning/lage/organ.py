"""What each body answers for, across action plans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planmotor.plan.model.aktiviteter import Effektmått, Område, Organ
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad
from planmotor.plan.model.register import Beslut


@dataclass(frozen=True, slots=True)
class Ansvar:
    """A body with the rows that it answers for, the measures it follows and the decisions it has made."""

    organ: Organ
    rader: tuple[Rad, ...]
    effektmått: tuple[tuple[Område, Effektmått], ...]
    beslut: tuple[Beslut, ...]

    @property
    def har_uppgifter(self) -> bool:
        """Whether a row or a measure of the plans in force names the body."""
        return bool(self.rader or self.effektmått)

    @property
    def slag(self) -> str:
        """What its rows are called together, for a number before the word."""
        return noun(self.rader)


def noun(rows: Sequence[Rad]) -> str:
    """Return what these rows are called together: aktivitet, delaktiviteter, rader …"""
    steps = sum(rad.överordnad is not None for rad in rows)
    if 0 < steps < len(rows):
        return "rader"
    one = "delaktivitet" if steps else "aktivitet"
    return one if len(rows) == 1 else f"{one}er"


def duties(plan: Plan) -> dict[str, Ansvar]:
    """Return what every body answers for, by its id, in the order of the file."""
    decisions = plan.beslut.beslut if plan.beslut else ()
    return {
        organ.id: Ansvar(
            organ,
            tuple(rad for rad in plan.alla_rader if organ.id in rad.ansvariga),
            tuple((o, mått) for o in plan.områden for mått in o.effektmått if organ.id in mått.följs_av),
            tuple(beslut for beslut in decisions if beslut.organ == organ.id),
        )
        for organ in plan.organ
    }
