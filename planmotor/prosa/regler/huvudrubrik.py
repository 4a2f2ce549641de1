"""En sida har en huvudrubrik, med ett nummertecken, och den kommer först.

Den säger vad sidan heter, för den som läser på skärm, i tryck och med skärmläsare.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import one_line
from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.rubriker import rubriker
from planmotor.prosa.lasning.sida import Sida

ID = "huvudrubrik"


def check(sida: Sida) -> Iterator[Problem]:
    """Yield a page without a main heading, and every main heading after the first."""
    headings = rubriker(sida)
    found = [rubrik for rubrik in headings if rubrik.nivå == 1]
    if not found:
        line = next((n for n, text in enumerate(sida.rader, 1) if text.strip()), 1)
        yield sida.fel((line, 1), ID, "Sidan saknar huvudrubrik.", "Skriv den överst: # Sidans rubrik")
    elif headings[0].nivå > 1:
        text = "En annan rubrik står före sidans huvudrubrik."
        yield sida.fel((headings[0].rad, 1), ID, text, f"Börja med: # {one_line(found[0].text)}")
    for rubrik in found[1:]:
        text = "Sidan har redan en huvudrubrik."
        yield sida.fel((rubrik.rad, 1), ID, text, f"Skriv i stället: ## {one_line(rubrik.text)}")
