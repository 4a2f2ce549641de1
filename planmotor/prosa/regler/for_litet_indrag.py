"""Det som hör till en punkt i en lista har fyra mellanslag före sig för varje nivå.

Med två eller tre mellanslag hamnar det på fel nivå, eller utanför listan.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.listor import STEP, delar
from planmotor.prosa.lasning.sida import Sida

ID = "for-litet-indrag"


def check(sida: Sida) -> Iterator[Problem]:
    """Yield each list and block within an item whose indent says another level on the site."""
    for part in delar(sida):
        if not part.tecken.map:
            continue
        number = part.tecken.map[0]
        line = sida.rader[number].expandtabs(STEP)
        indent = len(line) - len(line.lstrip(" "))
        if indent // STEP != part.djup:
            text = f"Raden har {indent} mellanslag före sig och hör till en punkt i listan ovanför."
            yield sida.fel((number + 1, 1), ID, text, f"Skriv {STEP * part.djup} mellanslag före raden.")
