"""En tabell har ingen tabell i sig.

Den går inte att läsa upp cell för cell, och PDF-filen går inte att göra.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.sida import Sida

ID = "nastlad-tabell"


def check(sida: Sida) -> Iterator[Problem]:
    """Yield each table that begins before another has ended."""
    depth = 0
    for tag in sida.taggar:
        if tag.namn != "table":
            continue
        if not tag.stänger and depth:
            text = "Tabellen börjar inne i en annan tabell."
            yield sida.fel(
                tag.start, ID, text, "Avsluta den första med </table>, och ställ dem efter varandra."
            )
        depth = max(0, depth + (-1 if tag.stänger else 1))
    if depth:
        last = [tag for tag in sida.taggar if tag.namn == "table" and not tag.stänger][-1]
        yield sida.fel(last.start, ID, "Tabellen slutar aldrig.", "Skriv </table> efter den sista raden.")
