"""Titel och beskrivning är text.

YAML läser 2026 som ett tal, NO som nej och 2026-01-15 som ett datum, om citattecken saknas.
Då får sidan fel titel, eller ingen.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import one_line, quoted
from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.sida import Sida

ID = "titel-ar-inte-text"


def check(sida: Sida) -> Iterator[Problem]:
    """Yield a front matter without a title, and each value that YAML takes for something else than text."""
    values = sida.huvud.värden
    if values and "title" not in values:
        yield sida.fel((2, 1), ID, "Sidans huvud saknar titel.", "Lägg till raden: title: Sidans titel")
    for name, value in values.items():
        is_empty = isinstance(value.värde, str) and not value.värde.strip()
        if not value.slag and not is_empty:
            continue
        text = f"{name} läses som {value.slag} och inte som text."
        fix = f"Skriv i stället: {name}: {quoted(one_line(value.värde))}"
        if is_empty or value.slag == "ingenting":
            text, fix = f"{name} är tom.", f"Skriv en text efter kolonet, eller ta bort raden {name}."
        yield sida.fel((value.rad, value.kolumn), ID, text, fix)
