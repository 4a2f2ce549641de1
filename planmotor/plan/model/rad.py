"""A row of an action plan: an activity, or a part of one, with what it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from planmotor.plan.model.aktiviteter import Aktivitet, Delaktivitet, Handlingsplan, Område, Tid
from planmotor.plan.model.types import OrganId, Period


@dataclass(frozen=True, slots=True)
class Rad:
    """An aktivitet or delaktivitet and what it belongs to."""

    handlingsplan: Handlingsplan
    område: Område
    aktivitet: Delaktivitet
    överordnad: Aktivitet | None = None

    @property
    def räknas(self) -> bool:
        """Tell whether the row carries a status of its own: a divided activity leaves that to its parts."""
        return not (isinstance(self.aktivitet, Aktivitet) and self.aktivitet.delaktiviteter)

    @property
    def ansvariga(self) -> tuple[OrganId, ...]:
        """The bodies that answer for the row: its own, else those of the activity that it is a part of."""
        return self.aktivitet.ansvarig or (self.överordnad.ansvarig if self.överordnad else ())

    @property
    def tid(self) -> Tid | None:
        """When the row is to be done: its own time, else that of the activity that it is a part of."""
        return self.aktivitet.tid or (self.överordnad.tid if self.överordnad else None)

    @property
    def prioritet(self) -> Period | None:
        """The prioritised years: the row's own, else those of the activity that it is a part of."""
        return self.aktivitet.prioritet or (self.överordnad.prioritet if self.överordnad else None)
