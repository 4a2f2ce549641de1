"""The part of the plan that a report is about: all of it, or what one body answers for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from planmotor.plan.model.aktiviteter import Effektmått, Handlingsplan, Område, Organ
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad


@dataclass(frozen=True)
class Omfång:
    """A plan as the report sees it: everything, or only the rows and measures of ``organ``."""

    plan: Plan
    organ: Organ | None = None

    @cached_property
    def rader(self) -> tuple[Rad, ...]:
        """The rows of the report, in the order of the plan.

        A body answers for its rows in local plans too; the joint plan as a whole has only its own.
        """
        return tuple(rad for rad in self.plan.alla_rader if self.har(rad)) if self.organ else self.plan.rader

    @cached_property
    def räknade(self) -> tuple[Rad, ...]:
        """The rows that carry a status of their own: a divided activity leaves that to its parts."""
        return tuple(rad for rad in self.rader if rad.räknas)

    @cached_property
    def mått(self) -> tuple[tuple[Område, Effektmått], ...]:
        """The measures of the report, each with its area."""
        found = ((område, mått) for område in self.plan.områden for mått in område.effektmått)
        return tuple((område, mått) for område, mått in found if self._follows(mått))

    def har(self, rad: Rad) -> bool:
        """Tell whether a row is in the report.

        A part without a body of its own belongs to that of its activity: what stands there holds for it.
        """
        return self.organ is None or self.organ.id in rad.ansvariga

    def _follows(self, mått: Effektmått) -> bool:
        return self.organ is None or self.organ.id in mått.följs_av

    def planer(self) -> tuple[Handlingsplan, ...]:
        """Return the action plans that have something in the report."""
        if self.organ is None:
            return self.plan.handlingsplaner
        found = {rad.handlingsplan.id for rad in self.rader}
        areas = {område.id for område, _mått in self.mått}
        return tuple(
            plan
            for plan in self.plan.handlingsplaner
            if plan.id in found or any(område.id in areas for område in plan.områden)
        )

    def helheter(self) -> tuple[Handlingsplan, ...]:
        """Return what the counted rows belong to: action plans and, in their shape, local plans."""
        return tuple({rad.handlingsplan.id: rad.handlingsplan for rad in self.räknade}.values())

    def ids(self) -> set[str]:
        """Return the ids of everything in the report, also of the earlier rows that its rows follow."""
        own = {rad.aktivitet.id for rad in self.rader} | {mått.id for _område, mått in self.mått}
        return own | {before for rad in self.rader for before in rad.aktivitet.ersätter}
