"""Macros for action plans: activities, measures, recommendations and reference values."""

from __future__ import annotations

from dataclasses import dataclass

from macros.makro import makro
from macros.webb import Webb
from planmotor.model.aktiviteter import Delaktivitet, Handlingsplan, Område
from planmotor.model.types import HandlingsplanId, OmrådeId


@dataclass(frozen=True, slots=True)
class Kolumner:
    """Which columns a table of activities needs: one that no row fills is left out."""

    ansvar: bool
    tid: bool
    mått: bool
    målvärde: bool

    @classmethod
    def of(cls, rows: tuple[Delaktivitet, ...]) -> Kolumner:
        """Return the columns that at least one of the rows has something in."""
        return cls(
            ansvar=any(row.ansvarig for row in rows),
            tid=any(row.tid for row in rows),
            mått=any(row.mått for row in rows),
            målvärde=any(row.målvärde for row in rows),
        )

    @property
    def antal(self) -> int:
        """The number of columns, with name and status."""
        return 2 + sum((self.ansvar, self.tid, self.mått, self.målvärde))


def found(webb: Webb, id: str, kind: type[Område] | type[Handlingsplan]) -> Område | Handlingsplan:
    """Return the record; raise KeyError in Swedish when there is none of that kind."""
    post = webb.plan.index.get(id)
    if not isinstance(post, kind):
        raise KeyError(f'"{id}" finns inte bland planens {kind.__name__.lower()}en')
    return post


@makro
def aktivitetstabell(webb: Webb, *, område: OmrådeId) -> str:
    """Områdets aktiviteter i en tabell, med delaktiviteter, status, ansvar, tid, mått och målvärde."""
    post = found(webb, område, Område)
    assert isinstance(post, Område)  # noqa: S101 (for the type checker)
    divided = tuple(del_ for akt in post.aktiviteter for del_ in akt.delaktiviteter)
    rows: tuple[Delaktivitet, ...] = divided or post.aktiviteter
    template = "aktiviteter_delade" if divided else "aktiviteter"
    return webb.render(template, område=post, kolumner=Kolumner.of(rows))


@makro
def effektmått(webb: Webb, *, område: OmrådeId) -> str:
    """Områdets effektmått i en tabell, med målvärde, uppföljning och rapporterade värden."""
    return webb.render("effektmatt", område=found(webb, område, Område))


@makro
def lokala_rekommendationer(webb: Webb, *, område: OmrådeId) -> str:
    """De lokala aktiviteter som området rekommenderar, som en lista."""
    return webb.render("rekommendationer", område=found(webb, område, Område))


@makro
def handlingsplan(webb: Webb, *, id: HandlingsplanId) -> str:
    """Hela handlingsplanen: varje område med rubrik, effektmått och aktiviteter."""
    post = found(webb, id, Handlingsplan)
    assert isinstance(post, Handlingsplan)  # noqa: S101 (for the type checker)
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
    return webb.render("riktvarden", handlingsplan=found(webb, handlingsplan, Handlingsplan))


def in_markdown(text: str) -> str:
    """Return a text from data so that Markdown and HTML show it as it is."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"\\{char}" if char in "\\`*_{}[]#" else char for char in escaped)
