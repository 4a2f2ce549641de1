"""Sidans huvud, med titel och beskrivning, står mellan två rader med tre streck.

Saknas den andra raden blir hela huvudet text på sidan, och titeln går förlorad.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.huvud import OPENS
from planmotor.prosa.lasning.sida import Sida

ID = "sidhuvud-utan-slut"


def check(sida: Sida) -> Iterator[Problem]:
    """Yield a problem when the front matter never ends, and whatever YAML can't read in it."""
    if OPENS.match(sida.källa) and not sida.huvud.slut:
        text = "Sidan börjar med tre streck, men raden med tre streck efter titel och beskrivning saknas."
        yield sida.fel((1, 1), ID, text, "Skriv --- på en egen rad under beskrivningen.")
    elif sida.huvud.slut and not sida.källa[: sida.huvud.slut].endswith("\n"):
        text = "Raden med tre streck efter titel och beskrivning är den sista i filen."
        yield sida.fel((1, 1), ID, text, "Skriv sidans rubrik och text under den.")
    yield from sida.huvud.fel
