"""What one page has to say to the others, and how it is kept. Needs none of the libraries that read pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.anrop import Anrop

DIFFERS, UNWIELDY = "skiljer-fran-forhandsvisningen", "ohanterlig-rad"
HELP = {
    UNWIELDY: "En rad är så lång, eller står så långt in, att sidan inte går att läsa.",
    DIFFERS: "Sidan skulle inte bli som Git-tjänstens förhandsvisning visar, eller så skulle ord försvinna.",
}


@dataclass(frozen=True, slots=True)
class Länk:
    """A link to another place of the site: its line, its address, and whether it is written in HTML."""

    rad: int
    adress: str
    är_html: bool


@dataclass(frozen=True, slots=True)
class Analys:
    """What one page has to say to the others. The problems have no path; the cache knows only the text."""

    fel: tuple[Problem, ...]
    anrop: tuple[tuple[Anrop, int], ...] = ()  # each with the level of the heading above it
    länkar: tuple[Länk, ...] = ()
    ankare: tuple[str, ...] = ()
    titel: str = ""
    flyttat: tuple[tuple[str, int], ...] = ()  # each old address of the page, and the line where it stands


def som_data(found: Analys) -> dict[str, Any]:
    """Return the analysis as plain values, for the cache."""
    return {
        "fel": [(p.line, p.column, p.rule, p.text, p.fix) for p in found.fel],
        "anrop": [
            (c.namn, c.argument, c.start, c.slut, c.rad, c.kolumn, c.utan_namn, c.utan_parenteser, level)
            for c, level in found.anrop
        ],
        "länkar": [(link.rad, link.adress, link.är_html) for link in found.länkar],
        "ankare": found.ankare,
        "titel": found.titel,
        "flyttat": found.flyttat,
    }


def av_data(kept: dict[str, Any]) -> Analys:
    """Return the analysis that ``som_data`` was made of."""
    return Analys(
        tuple(Problem("", *problem) for problem in kept["fel"]),
        tuple((Anrop(*call[:-1]), call[-1]) for call in kept["anrop"]),
        tuple(Länk(*link) for link in kept["länkar"]),
        tuple(kept["ankare"]),
        kept["titel"],
        tuple((address, line) for address, line in kept["flyttat"]),
    )
