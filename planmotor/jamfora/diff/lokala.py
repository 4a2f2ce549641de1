"""What has changed in the local plans beside their own activities: their state and what they take up."""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.sprak import citat
from planmotor.jamfora.diff.planen import Plans, Ställe
from planmotor.jamfora.diff.poster import Change, postens
from planmotor.jamfora.diff.typer import Ändring
from planmotor.plan.model.aktiviteter import LokalPlan


def lokalas(plans: Plans) -> Iterator[Ändring]:
    """Yield the changes of every municipality that has a local plan in either version."""
    old, new = ({lokal.kommun: lokal for lokal in plan.aktiviteter.lokala_planer} for plan in plans)
    for kommun in dict.fromkeys([*new, *old]):
        here = Ställe(plans[kommun in new], "", kommun)
        for change in _changes(kommun, old.get(kommun), new.get(kommun), plans):
            yield here.ändring("lokal plan", change)


def _changes(kommun: str, old: LokalPlan | None, new: LokalPlan | None, plans: Plans) -> Iterator[Change]:
    if old is None or new is None:
        text = f"Uppgift om en lokal plan har {'tagits bort' if old else 'kommit till'}"
        yield kommun, old.läge if old else None, new.läge if new else None, text
        return
    yield from postens("Den lokala planen", kommun, (old, new), plans)
    for id in dict.fromkeys([*new.rekommendationer, *old.rekommendationer]):
        was, is_ = old.rekommendationer.get(id), new.rekommendationer.get(id)
        if was != is_:
            name = plans[is_ is not None].namn(id)
            yield id, was, is_, f"Rekommendationen {citat(name)}: {_status(was, is_)}"


def _status(before: str | None, after: str | None) -> str:
    if before and after:
        return f"status {after} i stället för {before}"
    return f"har tagits upp med status {after}" if after else f"är inte längre upptagen (var {before})"
