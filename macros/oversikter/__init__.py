"""Macros that sum up: state, bodies and decisions."""

from __future__ import annotations

from typing import Literal

from macros.makro import makro
from macros.webb import Webb, capital
from planmotor.plan.model.aktiviteter import Handlingsplan
from planmotor.plan.model.rad import Rad
from planmotor.plan.model.statusord import EJ_ANGIVEN, STATUSORD
from planmotor.plan.model.types import HandlingsplanId, OmrådeId
from planmotor.plan.status import count, remark
from planmotor.uppfoljning.lage.organ import duties, noun


@makro
def lägesöversikt(
    webb: Webb, *, område: OmrådeId | None = None, handlingsplan: HandlingsplanId | None = None
) -> str:
    """Antalet rader per status, i ord och som staplar i en tabell; för allt, ett område eller en plan."""
    rows = [rad for rad in webb.plan.rader if rad.räknas and _within(rad, område, handlingsplan)]
    counts = count(rows)
    passed = sum(remark(rad.aktivitet, webb.day) is not None for rad in rows)
    name = webb.plan.kort(område or handlingsplan or "") if område or handlingsplan else "hela planen"
    return webb.render(
        "lagesoversikt", counts=counts, total=len(rows), passed=passed, noun=noun(rows), namn=name
    )


def _within(rad: Rad, område: str | None, handlingsplan: str | None) -> bool:
    return (område is None or rad.område.id == område) and (
        handlingsplan is None or rad.handlingsplan.id == handlingsplan
    )


@makro
def statusord(_webb: Webb, *, visa: Literal["betydelse", "ord"] = "betydelse") -> str:
    """Statusorden som en lista: vad vart och ett betyder, eller bara orden så som de skrivs i filen."""
    if visa == "ord":
        return "\n".join(f"- `{post.ord}`" for post in STATUSORD)
    return "\n".join(f"- **{capital(post.ord)}:** {post.betyder}" for post in (*STATUSORD, EJ_ANGIVEN))


@makro
def organ_och_ansvar(webb: Webb) -> str:
    """Alla organ med uppgift och de aktiviteter och effektmått som de ansvarar för eller följer."""
    return webb.render("organ", ansvar=duties(webb.plan))


@makro
def beslutslogg(webb: Webb) -> str:
    """Beslut och händelser i tidsordning, var och en med sin källa."""
    beslut = webb.plan.beslut.beslut if webb.plan.beslut else ()
    return webb.render("beslutslogg", beslut=sorted(beslut, key=lambda b: b.datum))


@makro
def planläge(webb: Webb, *, handlingsplan: HandlingsplanId | None = None) -> str:
    """Läge, vem som beslutade och när, första dag och nästa revidering, för planen eller en handlingsplan."""
    next_ = webb.plan.nästa_revidering() if handlingsplan is None else None
    said = webb.post(handlingsplan, Handlingsplan) if handlingsplan else webb.plan.uppgifter
    return webb.render("planlage", läge=webb.läget(handlingsplan), nästa=next_, källa=said.källa)


@makro
def strategier(webb: Webb) -> str:
    """Planens strategier som kort med länk till var sin sida."""
    return webb.render("strategier")
