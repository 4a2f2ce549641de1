"""En fotnot har två delar: märket [^1] i texten, och en rad som börjar med [^1]: och säger vad noten säger.

Saknas den ena visas märket som det står, eller så visas noten utan att någon vet vad den hör till.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planmotor.grund.nearest import one_line
from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.sida import Sida

ID = "fotnot"
NOTE = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:", re.M)
MARK = re.compile(r"(?<![!\\])\[\^([^\]\s]+)\](?!\()")


def check(sida: Sida) -> Iterator[Problem]:
    """Yield marks without a note, notes without a mark, and notes that are told twice."""
    text = sida.utan_anrop
    notes = {found.start(): found[1] for found in NOTE.finditer(text)}
    starts = {found.start() + found[0].index("[") for found in NOTE.finditer(text)}
    marks = [found for found in MARK.finditer(text) if found.start() not in starts]
    told: set[str] = set()
    for at, name in notes.items():
        shown = one_line(name)
        if name in told:
            yield sida.fel(at, ID, f"Fotnoten {shown} står redan på sidan.", "Ge den ett eget nummer.")
        elif name not in {mark[1] for mark in marks}:
            text = f"Ingen text hänvisar till fotnoten {shown}."
            yield sida.fel(at, ID, text, f"Skriv [^{shown}] där noten hör hemma, eller ta bort den.")
        told.add(name)
    for mark in marks:
        if mark[1] not in told:
            shown = one_line(mark[1])
            text = f"Fotnoten {shown} finns inte på sidan."
            yield sida.fel(mark.start(), ID, text, f"Skriv den längst ned på sidan: [^{shown}]: Notens text")
