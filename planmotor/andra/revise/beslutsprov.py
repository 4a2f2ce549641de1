"""When a decision can't be noted, and why: unknown names, impossible days, unsaved files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from planmotor.andra.revise.beslutet import Decision
from planmotor.grund.ask import known
from planmotor.grund.git import NoRepository, unsaved
from planmotor.grund.nearest import listed
from planmotor.grund.problem import Stopped
from planmotor.grund.skrivning import PREFIX
from planmotor.plan.beslutslage import helt_beslutad, partsbeslut
from planmotor.plan.model.plan import Plan, Version
from planmotor.plan.model.types import in_words
from planmotor.plan.remisslage import läge, svarstid


def refuse(plan: Plan, decision: Decision, day: date) -> None:
    """Raise Stopped when the plan knows of no such plan, body, document or day."""
    known(decision.handlingsplan, {one.id: one.namn for one in plan.handlingsplaner}, "Handlingsplanen")
    bodies = {one.id: one.namn for one in plan.organ} | {one.id: one.namn for one in plan.kommuner}
    known(decision.organ, bodies, "Organet")
    if decision.dokument:
        documents = {one.id: one.namn for one in plan.källor.dokument} if plan.källor else {}
        known(decision.dokument, documents, "Dokumentet")
    if decision.datum.första > day:
        raise Stopped(
            f"{decision.datum} har inte varit än. För in beslutet när det är fattat. "
            "Ska planen börja gälla senare än den beslutas skriver du --gäller-från."
        )
    _refuse_round(plan, decision)
    parties = next(one.beslutas_av for one in plan.handlingsplaner if one.id == decision.handlingsplan)
    if parties and decision.organ not in parties:
        raise Stopped(f'"{decision.organ}" hör inte till dem som ska besluta. De är: {listed(parties, 99)}.')
    versions = plan.arkiv.av(decision.handlingsplan)
    if not versions or helt_beslutad(plan, versions[-1]):
        _refuse_day(decision, versions)


def _refuse_round(plan: Plan, decision: Decision) -> None:
    """Stop at a consultation that hadn't closed yet: nobody decides while others are asked."""
    for remiss in plan.remisser:
        closes = svarstid(plan, remiss).stänger
        if decision.handlingsplan in remiss.gäller and läge(plan, remiss, decision.datum.första) == "öppen":
            last = in_words(closes) if closes else ""
            raise Stopped(
                f"Remissen {remiss.id} är öppen till och med {last}. Ett beslut samma dag säger emot den. "
                f"Rätta beslutets dag, eller stänger i data/{remiss.plats}.yaml."
            )


def _refuse_day(decision: Decision, earlier: tuple[Version, ...]) -> None:
    datum = decision.datum
    if any(version.datum == datum for version in earlier):
        raise Stopped(f"Versionen {decision.handlingsplan}/{datum} finns redan och är fryst.")
    if earlier and earlier[-1].datum > datum:
        raise Stopped(
            f"Den senaste versionen är från {earlier[-1].datum}. Ett beslut kan inte läggas före det."
        )


def refuse_party(plan: Plan, decision: Decision, version: Version) -> None:
    """Raise Stopped when a party has decided already, before the version was there, or on other terms."""
    made = {one.part: one.beslut for one in partsbeslut(plan, version)}
    earlier = made.get(decision.organ)
    if earlier:
        raise Stopped(
            f"{plan.namn(decision.organ)} har redan beslutat {version.namn}, den {earlier.datum.i_ord}."
        )
    if decision.datum < version.datum:
        raise Stopped(
            f"{version.namn} beslutades först {version.datum.i_ord}. Ett beslut kan inte läggas före det."
        )
    if decision.gäller_från:
        raise Stopped("Första dagen står redan i den frysta versionen. Ta bort --gäller-från.")


def refuse_unsaved(main: Path) -> None:
    """Raise Stopped when git knows of changes in the folder with data that aren't committed.

    What is decided is then a version that somebody has reviewed. Outside git there is nothing to ask.
    """
    try:
        changed = [path for path in unsaved(main.parent) if not Path(path).name.startswith(PREFIX)]
    except NoRepository:
        return
    if changed:
        raise Stopped(
            f"Det finns ändringar som inte är sparade i git: {listed(changed, 3)}. "
            "Spara eller ångra dem först."
        )
