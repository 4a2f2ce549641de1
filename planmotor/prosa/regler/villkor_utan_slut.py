"""Ett villkor börjar och slutar på egna rader.

Den text som bara gäller medan en uppgift saknas, eller finns, står mellan {{ om_saknas(…) }} eller
{{ om_finns(…) }} och {{ slut_om() }}. Ett villkor kan inte stå inuti ett annat.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.sida import Sida
from planmotor.prosa.lasning.villkor import ENDS, OPENS, står_ensamt, utan_par

ID = "villkor-utan-slut"


def check(sida: Sida) -> Iterator[Problem]:
    """Yield each call of a condition that has no other half, or shares its line."""
    calls = sida.anrop[0]
    for call in utan_par(calls):
        if call.namn == ENDS:
            text, fix = (
                "slut_om avslutar inget villkor.",
                "Ta bort raden, eller skriv villkoret som saknas ovanför.",
            )
        else:
            text = f"Villkoret {call.namn} tar inte slut före nästa, eller inte alls."
            fix = "Skriv {{ slut_om() }} på en egen rad där texten under villkoret slutar."
        yield sida.fel((call.rad, call.kolumn), ID, text, fix)
    for call in calls:
        if call.namn in (*OPENS, ENDS) and not står_ensamt(sida.källa, call):
            text = f"{call.namn} står inte ensamt på sin rad."
            yield sida.fel((call.rad, call.kolumn), ID, text, "Flytta anropet till en egen rad.")
