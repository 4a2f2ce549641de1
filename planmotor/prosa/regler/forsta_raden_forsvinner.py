"""En sida utan huvud börjar med sin rubrik.

Börjar den med ett ord och ett kolon läses raden som en uppgift om sidan, och försvinner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.sida import Sida

ID = "forsta-raden-forsvinner"
# As the builder of the site reads the first line of a page.
EATEN = re.compile(r" {0,3}[A-Za-z0-9_-]+:\s*")


def check(sida: Sida) -> Iterator[Problem]:
    """Yield the first line of a page when it would be taken for a fact about the page."""
    if not sida.huvud.slut and EATEN.match(sida.källa):
        text = "Sidans första rad läses som en uppgift om sidan och syns inte."
        fix = "Börja filen med sidans huvud: --- på en rad, title: och description: på var sin, och --- igen."
        yield sida.fel((1, 1), ID, text, fix)
