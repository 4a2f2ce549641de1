"""Det som står mellan vinklar är HTML, och försvinner om det inte är ett element som finns.

Skriver du <kommunens namn> för något som ska fyllas i ser den som läser ingenting.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import one_line
from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.sida import Sida
from planmotor.prosa.lasning.tillaten import KNOWN
from planmotor.prosa.regler.otillaten_html import is_link

ID = "okand-tagg"


def check(sida: Sida) -> Iterator[Problem]:
    """Yield each element that no browser knows, with its brackets written so that they are shown."""
    for tag in sida.taggar:
        if tag.stänger or tag.namn in KNOWN | {"!", "?"} or is_link(tag):
            continue
        shown = one_line(tag.text or f"<{tag.namn}>")
        fix = f"Ska det synas: skriv &lt; i stället för <, alltså &lt;{shown[1:]}"
        yield sida.fel(tag.start, ID, f"{shown} är inget element i HTML och syns inte.", fix)
