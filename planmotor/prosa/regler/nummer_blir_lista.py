"""En rad som börjar med ett tal och en punkt är en numrerad lista.

Ett årtal först i ett stycke blir då ett nummer, och resten av stycket en punkt i en lista.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.listor import listor
from planmotor.prosa.lasning.sida import Sida

ID = "nummer-blir-lista"
LONGEST = 3  # digits: what is longer is a year
NUMBER = re.compile(r"\s*(?:[-*+]\s+)*(\d+)([.)])")


def check(sida: Sida) -> Iterator[Problem]:
    """Yield each numbered list that begins with what must be a year, or has parentheses."""
    for lista in listor(sida):
        token = lista.tecken
        if token.type != "ordered_list_open" or not token.map:
            continue
        found = NUMBER.match(sida.rader[token.map[0]])
        at = (token.map[0] + 1, 1)
        if found and found[2] == ")":
            text = "Numret med parentes blir ingen lista på webbplatsen."
            yield sida.fel(at, ID, text, f"Skriv i stället: {found[1]}.")
        elif found and len(found[1]) > LONGEST:
            text = f"Raden börjar med {found[1]}. och blir en numrerad lista."
            fix = f"Skriv {found[1]}\\. med ett omvänt snedstreck före punkten."
            yield sida.fel(at, ID, text, fix)
