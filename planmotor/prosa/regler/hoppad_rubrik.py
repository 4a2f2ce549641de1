"""Rubriker går ett steg i taget: under en rubrik med två nummertecken kommer en med högst tre.

Den som lyssnar på sidan hoppar mellan rubrikerna, och PDF-filen går inte att göra om en nivå saknas.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import one_line
from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.rubriker import rubriker
from planmotor.prosa.lasning.sida import Sida

ID = "hoppad-rubrik"


def check(sida: Sida) -> Iterator[Problem]:
    """Yield each heading that stands more than one level below the one before it."""
    above = 0
    for rubrik in rubriker(sida):
        if above and rubrik.nivå > above + 1:
            text = f"Rubriken hoppar över en nivå, från {above} till {rubrik.nivå}."
            written = f"<h{above + 1}>" if rubrik.är_html else f"{'#' * (above + 1)} {one_line(rubrik.text)}"
            yield sida.fel((rubrik.rad, 1), ID, text, f"Skriv i stället: {written}")
        above = rubrik.nivå
