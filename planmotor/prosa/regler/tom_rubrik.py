"""En rubrik har ord.

En tom rubrik syns inte men läses upp som rubrik, och går inte att länka till.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.rubriker import rubriker
from planmotor.prosa.lasning.sida import Sida

ID = "tom-rubrik"


def check(sida: Sida) -> Iterator[Problem]:
    """Yield each heading without words."""
    for rubrik in rubriker(sida):
        if not rubrik.text:
            yield sida.fel(
                (rubrik.rad, 1), ID, "Rubriken är tom.", "Skriv rubrikens ord, eller ta bort raden."
            )
