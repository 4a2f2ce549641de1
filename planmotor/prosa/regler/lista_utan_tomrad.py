"""En lista har en tom rad före sig, om det inte är en rubrik som står där.

Utan den tomma raden flyter listan in i stycket ovanför.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.listor import listor
from planmotor.prosa.lasning.sida import Sida

ID = "lista-utan-tomrad"


def check(sida: Sida) -> Iterator[Problem]:
    """Yield each list that begins on the line after a paragraph."""
    for lista in listor(sida):
        if lista.före is not None and lista.tecken.map:
            text = "Listan börjar direkt efter ett stycke, och blir en del av det på webbplatsen."
            yield sida.fel((lista.tecken.map[0] + 1, 1), ID, text, "Lägg en tom rad före listan.")
