"""What has changed beside the rows: facts of the plans, områden, measures and bodies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planmotor.grund.sprak import citat, citerade
from planmotor.jamfora.diff.matchning import Matchning
from planmotor.jamfora.diff.ordning import flyttade
from planmotor.jamfora.diff.poster import Change, postens, poster
from planmotor.jamfora.diff.typer import Ändring
from planmotor.plan.model.aktiviteter import Effektmått, Handlingsplan, Område, Rekommendation
from planmotor.plan.model.plan import Plan

Plans = tuple[Plan, Plan]
PLAN = ("Ny handlingsplan", "Borttagen handlingsplan", "Handlingsplanen")
OMRÅDE = ("Nytt område", "Borttaget område", "Området")
EFFEKTMÅTT = ("Nytt effektmått", "Borttaget effektmått", "Effektmåttet")
RIKTVÄRDE = ("Nytt riktvärde", "Borttaget riktvärde", "Riktvärdet")
REKOMMENDATION = ("Ny rekommendation", "Borttagen rekommendation", "Rekommendationen")
ORGAN = ("Nytt organ", "Borttaget organ", "Organet")
KOMMUN = ("Ny kommun", "Borttagen kommun", "Kommunen")


@dataclass(frozen=True, slots=True)
class Ställe:
    """Where in a plan a change belongs: an action plan and an område, or neither."""

    plan: Plan
    handlingsplan: str = ""
    område: str = ""

    def ändring(self, slag: str, change: Change) -> Ändring:
        """Return a change that belongs here."""
        id, före, efter, text = change
        return Ändring(
            id,
            slag,
            self.handlingsplan,
            self.område,
            före,
            efter,
            text,
            namn=efter or före or "",
            plannamn=self.plan.kort(self.handlingsplan) if self.handlingsplan else "",
            områdesnamn=self.plan.namn(self.område) if self.område else "",
        )


def helhetens(plans: Plans) -> Iterator[Ändring]:
    """Yield what has changed in the facts of the plan as a whole, its bodies and its municipalities."""
    here = Ställe(plans[1])
    for change in postens("Planen", "plan", (plans[0].uppgifter, plans[1].uppgifter), plans):
        yield here.ändring("planuppgift", change)
    for words, before, after in (
        (ORGAN, plans[0].organ, plans[1].organ),
        (KOMMUN, plans[0].kommuner, plans[1].kommuner),
    ):
        yield from (here.ändring("organ", change) for change in poster(words, before, after, plans))


def handlingsplanernas(plans: Plans, rows: Matchning) -> Iterator[Ändring]:
    """Yield what has changed in the action plans' own facts, områden and measures."""
    old = {plan.id: plan for plan in plans[0].handlingsplaner}
    new = {plan.id: plan for plan in plans[1].handlingsplaner}
    for change in poster(PLAN, old.values(), new.values(), plans):
        slag = "planuppgift" if change[0] in old and change[0] in new else "indelning"
        yield Ställe(plans[change[0] in new], change[0]).ändring(slag, _with_reason(change, plans[1]))
    for id in dict.fromkeys([*new, *old]):
        yield from _reference_values(id, (old.get(id), new.get(id)), plans)
    yield from _områdenas(plans, rows)


def _with_reason(change: Change, later: Plan) -> Change:
    """Return a change with the reason that the later version gives for an action plan that has ended."""
    reason = next((gone.skäl for gone in later.aktiviteter.avslutade if gone.id == change[0]), None)
    id, före, efter, text = change
    return (id, före, efter, f"{text}. Skäl: {reason}") if reason and efter is None else change


def _reference_values(
    id: str, pair: tuple[Handlingsplan | None, Handlingsplan | None], plans: Plans
) -> Iterator[Ändring]:
    old, new = (plan.riktvärden if plan else () for plan in pair)
    here = Ställe(plans[pair[1] is not None], id)
    yield from (here.ändring("riktvärde", change) for change in poster(RIKTVÄRDE, old, new, plans))


def _homes(plan: Plan) -> dict[str, tuple[str, Område]]:
    """Return every område by its id, with the id of the action plan that it stands in."""
    return {område.id: (whole.id, område) for whole in plan.handlingsplaner for område in whole.områden}


def _områdenas(plans: Plans, rows: Matchning) -> Iterator[Ändring]:
    old, new = (_homes(plan) for plan in plans)
    before, after = ([område for _plan, område in homes.values()] for homes in (old, new))
    for change in poster(OMRÅDE, before, after, plans):
        here = Ställe(plans[change[0] in new], (new if change[0] in new else old)[change[0]][0])
        yield here.ändring("indelning", change if change[0] in new else _emptied(change, rows))
    for id in dict.fromkeys([*new, *old]):
        yield from _measures(id, old.get(id), new.get(id), plans)
    yield from _moved(old, new, plans)


def _emptied(change: Change, rows: Matchning) -> Change:
    """Return the end of an område with where those of its rows that stay are now."""
    stay = (new for old in rows.före if old.område == change[0] for new in rows.efterföljare[old.id])
    names = list(dict.fromkeys(plats.områdesnamn for plats in stay))
    id, före, efter, text = change
    return (id, före, efter, f"{text}. Rader som är kvar finns nu i {citerade(names)}") if names else change


def _measures(
    id: str, old: tuple[str, Område] | None, new: tuple[str, Område] | None, plans: Plans
) -> Iterator[Ändring]:
    home, before, after = (new or old or ("",))[0], old and old[1], new and new[1]
    here = Ställe(plans[new is not None], home, id)
    for slag, words, of in (
        ("effektmått", EFFEKTMÅTT, _effektmått),
        ("rekommendation", REKOMMENDATION, _rekommendationer),
    ):
        yield from (here.ändring(slag, change) for change in poster(words, of(before), of(after), plans))


def _effektmått(område: Område | None) -> tuple[Effektmått, ...]:
    return område.effektmått if område else ()


def _rekommendationer(område: Område | None) -> tuple[Rekommendation, ...]:
    return område.lokala_rekommendationer if område else ()


def _moved(
    old: dict[str, tuple[str, Område]], new: dict[str, tuple[str, Område]], plans: Plans
) -> Iterator[Ändring]:
    """Yield the områden that stand in another action plan, or in another order within their own."""
    stayed = [id for id in new if id in old]
    for id in stayed:
        if old[id][0] != new[id][0]:
            before, after = plans[0].kort(old[id][0]), plans[1].kort(new[id][0])
            text = f"Området {citat(new[id][1].namn)} har flyttats från {citat(before)} till {citat(after)}"
            yield Ställe(plans[1], new[id][0]).ändring("indelning", (id, before, after, text))
    for whole in {new[id][0]: None for id in stayed}:
        group = [id for id in stayed if old[id][0] == new[id][0] == whole]
        place = {id: number for number, id in enumerate(old)}
        for number in flyttade([place[id] for id in group]):
            name = new[group[number]][1].namn
            after = f"efter {citat(new[group[number - 1]][1].namn)}" if number else "först"
            change = (group[number], None, after, f"Området {citat(name)} står nu {after}")
            yield Ställe(plans[1], whole).ändring("ordning", change)
