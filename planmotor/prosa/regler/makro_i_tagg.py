"""Ett makro står i texten, aldrig inne i en HTML-tagg.

Det som makrot hämtar är text och tabeller, och skulle göra taggen oläslig.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.sida import Sida

ID = "makro-i-tagg"
INSIDE = re.compile(r"<[A-Za-z/][^<>]*\Z")
LINK = re.compile(r"\]\([^()\s]*\Z|\]:[ \t]*\S*\Z")


def check(sida: Sida) -> Iterator[Problem]:
    """Yield each call that stands within a tag, an address or an attribute list."""
    for call in sida.anrop[0]:
        before = sida.utan_kod[max(0, call.start - 500) : call.start]
        if INSIDE.search(before) or LINK.search(before.rpartition("\n")[2]):
            text = f"Makrot {call.namn} står inne i en tagg eller en adress."
            yield sida.fel(call.start, ID, text, "Flytta makrot till texten.")
