"""Macros for action plans: activities, measures, recommendations and reference values."""

from __future__ import annotations

from macros.makro import makro
from macros.webb import Webb, in_markdown
from planmotor.plan.falttyp import Aktivitetsfält, Värdeslag, Yta
from planmotor.plan.model.aktiviteter import Delaktivitet, Handlingsplan, Område
from planmotor.plan.model.types import HandlingsplanId, OmrådeId
from planmotor.plan.ytor import uppgifter


def columns(rows: tuple[Delaktivitet, ...]) -> tuple[Aktivitetsfält, ...]:
    """Return the fields that a table of activities has a column for: one that no row fills is left out."""
    return tuple(
        fält
        for fält in uppgifter(Yta.TABELL)
        if fält.kolumn and (fält.slag is Värdeslag.STATUS or any(fält.värde(row) for row in rows))
    )


@makro
def aktivitetstabell(webb: Webb, *, område: OmrådeId) -> str:
    """Områdets aktiviteter i en tabell, med delaktiviteter, status, ansvar, tid, mått och målvärde."""
    post = webb.post(område, Område)
    divided = tuple(del_ for akt in post.aktiviteter for del_ in akt.delaktiviteter)
    rows: tuple[Delaktivitet, ...] = divided or post.aktiviteter
    template = "aktiviteter_delade" if divided else "aktiviteter"
    return webb.render(template, område=post, kolumner=columns(rows))


@makro
def effektmått(webb: Webb, *, område: OmrådeId) -> str:
    """Områdets effektmått i en tabell, med målvärde, uppföljning och rapporterade värden."""
    return webb.render("effektmatt", område=webb.post(område, Område))


@makro
def lokala_rekommendationer(webb: Webb, *, område: OmrådeId) -> str:
    """De lokala aktiviteter som området rekommenderar, som en lista."""
    return webb.render("rekommendationer", område=webb.post(område, Område))


@makro
def handlingsplan(webb: Webb, *, id: HandlingsplanId) -> str:
    """Hela handlingsplanen: varje område med rubrik, effektmått och aktiviteter."""
    post = webb.post(id, Handlingsplan)
    return "\n".join(_section(webb, område) for område in post.områden)


def _section(webb: Webb, område: Område) -> str:
    parts = [f"## {in_markdown(område.namn)} {{: #{område.id} }}\n"]
    if område.effektmått:
        parts.append(effektmått(webb, område=område.id))
    parts.append(aktivitetstabell(webb, område=område.id))
    return "\n".join(parts)


@makro
def riktvärden(webb: Webb, *, handlingsplan: HandlingsplanId) -> str:
    """Handlingsplanens riktvärden och mål i siffror."""
    return webb.render("riktvarden", handlingsplan=webb.post(handlingsplan, Handlingsplan))
