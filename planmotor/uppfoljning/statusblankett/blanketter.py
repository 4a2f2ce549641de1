"""Which forms there are: for each body with rows, each municipality with own rows, all rows and nobody's."""

from __future__ import annotations

from dataclasses import dataclass

from planmotor.grund.nearest import nearest
from planmotor.grund.problem import Stopped
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad
from planmotor.uppfoljning.statusblankett.falt import rows

ALL, NOBODYS = "alla", "utan-ansvarig"


@dataclass(frozen=True, slots=True)
class Blankettval:
    """The rows of one form. ``id`` is also the name of its file; ``namn`` says whose rows they are."""

    id: str
    namn: str
    rader: tuple[Rad, ...]


def selections(plan: Plan) -> dict[str, Blankettval]:
    """Return every form by its id; one without rows is left out.

    What is written on an activity holds for its steps, so its owner answers for steps that name nobody.
    """
    every = tuple(rows(plan).values())
    found = [
        Blankettval(organ.id, organ.namn, tuple(rad for rad in every if organ.id in rad.ansvariga))
        for organ in plan.organ
    ]
    found += [
        Blankettval(kommun.id, kommun.namn, tuple(rad for rad in every if rad.kommun == kommun))
        for kommun in plan.kommuner
    ]
    found += [
        Blankettval(ALL, "Alla aktiviteter", every),
        Blankettval(NOBODYS, "Aktiviteter utan ansvarig", tuple(rad for rad in every if not rad.ansvariga)),
    ]
    return {one.id: one for one in found if one.rader}


def selected(plan: Plan, id: str | None) -> list[Blankettval]:
    """Return the form with this id, or all of them; raise Stopped when there is no such form."""
    found = selections(plan)
    if id is None:
        return list(found.values())
    if id in found:
        return [found[id]]
    if id in {organ.id for organ in plan.organ}:
        raise Stopped(
            f"{plan.namn(id)} står inte som ansvarig för någon aktivitet, så det finns ingen blankett att "
            f"göra. Välj {ALL} för en blankett med alla rader."
        )
    close = nearest(id, found)
    raise Stopped(
        f'Det finns inget organ med id "{id}" bland de ansvariga. '
        + (f"Menar du {close}? " if close else "")
        + f"Välj mellan {', '.join(found)}."
    )
