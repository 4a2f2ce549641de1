"""Macros for the municipalities and their local plans."""

from __future__ import annotations

from macros.makro import makro
from macros.webb import Webb
from planmotor.plan.model.aktiviteter import Kommun
from planmotor.plan.model.types import KommunId
from planmotor.plan.status import NOT_STATED


def state(webb: Webb, kommun: str, rekommendation: str) -> str:
    """Return where a municipality stands with a recommendation: a status, or saknas without a local plan."""
    plan = webb.plan.kommunens_plan(kommun)
    if plan is None or plan.läge == "saknas":
        return "saknas"
    return plan.rekommendationer.get(rekommendation, NOT_STATED)


@makro(under=2)
def lokal_plan(webb: Webb, *, kommun: KommunId) -> str:
    """Läget för en kommuns lokala plan: beslut, rekommendationer, egna aktiviteter och vad som saknas."""
    post = webb.post(kommun, Kommun)
    plan = webb.plan.kommunens_plan(kommun)
    return webb.render("lokal_plan", kommun=post, lokal=plan, state=state)


@makro
def lokala_planer(webb: Webb) -> str:
    """Alla rekommendationer mot alla kommuner, med läget i varje ruta."""
    områden = [område for område in webb.plan.områden if område.lokala_rekommendationer]
    return webb.render("lokala_planer", områden=områden, state=state)


@makro
def kommuner(webb: Webb) -> str:
    """Kommunerna i en tabell, med kommunkod, samiskt förvaltningsområde och läget för den lokala planen."""
    return webb.render("kommuner")
