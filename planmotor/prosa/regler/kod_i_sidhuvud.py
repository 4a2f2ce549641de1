"""Titel och beskrivning är ren text: utan HTML, utan Markdown och utan makron.

De visas i menyer, i webbläsarens flik och hos sökmotorer, där ingen kod hör hemma.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.huvud import CODE
from planmotor.prosa.lasning.sida import Sida

ID = "kod-i-sidhuvud"


def check(sida: Sida) -> Iterator[Problem]:
    """Yield each value in the front matter that holds HTML or braces."""
    for name, value in sida.huvud.värden.items():
        texts = value.värde if isinstance(value.värde, list) else [value.värde, name]
        found = next((hit for text in texts if text and (hit := CODE.search(str(text)))), None)
        if found:
            text = f'"{found[0]}" kan inte stå i sidans huvud.'
            yield sida.fel((value.rad, value.kolumn), ID, text, "Skriv bara ord och vanliga skiljetecken.")
