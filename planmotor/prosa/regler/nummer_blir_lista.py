"""En rad som börjar med ett tal och en punkt är en numrerad lista, och den börjar alltid på 1.

Ett årtal först i ett stycke blir då talet 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.listor import listor
from planmotor.prosa.lasning.sida import Sida

ID = "nummer-blir-lista"
NUMBER = re.compile(r"\s*(?:[-*+]\s+)*(\d+)([.)])")


def check(sida: Sida) -> Iterator[Problem]:
    """Yield each numbered list that begins with another number than 1, or has parentheses."""
    for lista in listor(sida):
        token = lista.tecken
        if token.type != "ordered_list_open" or not token.map:
            continue
        found = NUMBER.match(sida.rader[token.map[0]])
        at = (token.map[0] + 1, 1)
        if found and found[2] == ")":
            text = "Numret med parentes blir ingen lista på webbplatsen."
            yield sida.fel(at, ID, text, f"Skriv i stället: {found[1]}.")
        elif found and found[1] != "1":
            text = f"Raden börjar med {found[0].strip()} och blir en numrerad lista som börjar på 1."
            fix = f"Är det ingen lista: skriv {found[1]}\\. med ett snedstreck. Är det en lista: börja på 1."
            yield sida.fel(at, ID, text, fix)
