"""En sida har en huvudrubrik, med ett nummertecken, och den kommer först.

Den säger vad sidan heter, för den som läser på skärm, i tryck och med skärmläsare.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.rubriker import rubriker
from planmotor.prosa.lasning.sida import Sida

ID = "huvudrubrik"


def check(sida: Sida) -> Iterator[Problem]:
    """Yield a page without a main heading, and every main heading after the first."""
    found = [rubrik for rubrik in rubriker(sida) if rubrik.nivå == 1]
    if not found and sida.utan_kod.strip():
        line = sida.huvud.slut and sida.källa.count("\n", 0, sida.huvud.slut) + 1
        text = "Sidan saknar huvudrubrik."
        yield sida.fel((min(line or 1, len(sida.rader)), 1), ID, text, "Skriv den överst: # Sidans rubrik")
    for rubrik in found[1:]:
        text = "Sidan har redan en huvudrubrik."
        yield sida.fel((rubrik.rad, 1), ID, text, f"Skriv i stället: ## {rubrik.text}")
