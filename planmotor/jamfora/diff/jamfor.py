"""Two plans in, their changes out: the one door into this room."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain
from typing import Any

from planmotor.grund.problem import Stopped
from planmotor.jamfora.diff.lokala import lokalas
from planmotor.jamfora.diff.matchning import Matchning, matcha
from planmotor.jamfora.diff.planen import handlingsplanernas, helhetens
from planmotor.jamfora.diff.prosa import jämför_prosa
from planmotor.jamfora.diff.rader import radernas
from planmotor.jamfora.diff.slag import SLAG
from planmotor.jamfora.diff.typer import Jämförelse, Ändring
from planmotor.plan.beslutstext import CHAPTERS, beslutade_sidor
from planmotor.plan.model.plan import Plan
from planmotor.plan.versions import Utgåva

MEASURES = {"effektmått", "rekommendation", "riktvärde"}


def jämför_planer(före: Plan, efter: Plan, bara: str | None = None) -> tuple[Ändring, ...]:
    """Return all that has changed between two plans, område by område in the order of the later one.

    ``bara`` names the one action plan to compare: an archived version holds no more than that, and the
    rest of the plan doesn't count as new.
    """
    return _changes(före, efter, bara)[0]


def jämför(från: Utgåva, till: Utgåva) -> Jämförelse:
    """Return the comparison of two versions, with their prose when both have any.

    Of a decided version only its one action plan is compared. Raises Stopped when two decided versions are
    of different action plans: they have nothing to compare.
    """
    bara = från.handlingsplan or till.handlingsplan
    if bara and till.handlingsplan not in (None, bara):
        raise Stopped(
            f"{från.namn} och {till.namn} är beslut om olika handlingsplaner ({bara} och "
            f"{till.handlingsplan}). Välj två versioner av samma handlingsplan."
        )
    changes, rows = _changes(från.plan, till.plan, bara)
    pages = av_samma_beslut(från, till), av_samma_beslut(till, från)
    prosa = jämför_prosa(*pages) if från.prosa and till.prosa else ()
    return Jämförelse(från.namn, till.namn, changes, prosa, (len(rows.före), len(rows.efter)))


def av_samma_beslut(utgåva: Utgåva, other: Utgåva) -> dict[str, str]:
    """Return a version's pages; those that the other's decision is about, where that one keeps no more."""
    kept, whose = other.prosa, other.handlingsplan
    if whose is None or len(beslutade_sidor(kept, whose, med_planen=True)) < len(kept):
        return utgåva.prosa  # a tag in Git marks the site as a whole
    return beslutade_sidor(utgåva.prosa, whose, any(path.startswith(CHAPTERS) for path in kept))


def _changes(före: Plan, efter: Plan, bara: str | None) -> tuple[tuple[Ändring, ...], Matchning]:
    plans = (endast(före, bara), endast(efter, bara)) if bara else (före, efter)
    rows = matcha(*plans)
    whole = () if bara else chain(helhetens(plans), lokalas(plans))
    found = [*whole, *handlingsplanernas(plans, rows), *radernas(rows, *plans)]
    return tuple(sorted(found, key=_place(rows, *plans))), rows


def endast(plan: Plan, handlingsplan: str) -> Plan:
    """Return the plan with one of its action plans alone, or none when it lacks it, and no local plans."""
    kept = tuple(one for one in plan.handlingsplaner if one.id == handlingsplan)
    update = {"handlingsplaner": kept, "lokala_planer": ()}
    return replace(plan, aktiviteter=plan.aktiviteter.model_copy(update=update))


def _place(rows: Matchning, före: Plan, efter: Plan) -> Callable[[Ändring], tuple[int, ...]]:
    """Return the key to sort by: action plan, område, row and kind, in the order of the later version."""
    wholes = _ranks([*efter.handlingsplaner, *före.handlingsplaner])
    områden = _ranks([*efter.områden, *före.områden, *efter.kommuner, *före.kommuner])
    rank = _ranks([*rows.efter, *rows.före])
    kinds = {slag: number for number, slag in enumerate(SLAG)}

    def place(ändring: Ändring) -> tuple[int, ...]:
        own = not ändring.handlingsplan and bool(ändring.område)  # a local plan's, after all others
        return (
            len(wholes) if own else wholes.get(ändring.handlingsplan, -1),
            områden.get(ändring.område, -1),
            ändring.slag in MEASURES,
            rank.get(ändring.id, -1),
            kinds[ändring.slag],
        )

    return place


def _ranks(things: Iterable[Any]) -> dict[str, int]:
    """Return the place of each id where it first stands."""
    found: dict[str, int] = {}
    for number, thing in enumerate(things):
        found.setdefault(thing.id, number)
    return found
