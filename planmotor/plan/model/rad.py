"""A row of a plan: an activity, or a part of one, with what it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planmotor.plan.model.aktiviteter import (
    Aktivitet,
    Delaktivitet,
    Handlingsplan,
    Kommun,
    LokalPlan,
    Område,
    Tid,
)
from planmotor.plan.model.types import OrganId, Period

OWN = "Egna aktiviteter"


@dataclass(frozen=True, slots=True)
class Rad:
    """An aktivitet or delaktivitet and what it belongs to.

    One that a municipality adds of its own has ``kommun``. It belongs to no action plan: ``handlingsplan``
    and ``område`` are then the local plan, in the shape of one, with the municipality's id.
    """

    handlingsplan: Handlingsplan
    område: Område
    aktivitet: Delaktivitet
    överordnad: Aktivitet | None = None
    kommun: Kommun | None = None

    @property
    def sida(self) -> str:
        """The address, from the root of the site, of the page where the row stands."""
        if self.kommun:
            return f"lokala-planer/{self.kommun.id}/"
        return f"handlingsplaner/{self.handlingsplan.id}/"

    @property
    def adress(self) -> str:
        """The address of the row itself, from the root of the site."""
        return f"{self.sida}#{self.aktivitet.id}"

    @property
    def plats(self) -> str:
        """What the row belongs to, in words: its area, or the municipality whose own it is."""
        return f"{self.kommun.namn}, {OWN.lower()}" if self.kommun else self.område.namn

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


def egna_rader(lokal: LokalPlan, kommun: Kommun) -> Iterator[Rad]:
    """Yield what a municipality adds of its own as rows like all others, each followed by its parts."""
    name = f"Lokal plan, {kommun.namn}"
    område = Område.model_construct(id=kommun.id, slag="område", namn=OWN, aktiviteter=lokal.egna)
    whole = Handlingsplan.model_construct(id=kommun.id, namn=name, kortnamn=kommun.namn, områden=(område,))
    for aktivitet in lokal.egna:
        yield Rad(whole, område, aktivitet, None, kommun)
        for del_ in aktivitet.delaktiviteter:
            yield Rad(whole, område, del_, aktivitet, kommun)
