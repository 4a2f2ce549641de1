"""Inget ord och ingen rad kod utan mellanslag är bredare än papperet.

På skärmen går det att rulla i sidled, men i PDF-filen hamnar slutet utanför sidan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planmotor.grund.nearest import one_line
from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.sida import Sida
from planmotor.tryck.bredd import CODE, HEADING, WORD

ID = "for-langt-ord"
PIECE = re.compile(r"[^\s\u00ad/–—-]+[/–—-]*")
SPACED = re.compile(r"\S+")


def check(sida: Sida) -> Iterator[Problem]:
    """Yield each word that is wider than a line, and each piece of code."""
    for start, _after, token in sida.kodblock:
        first = start + (token.type == "fence")
        for number, line in enumerate(token.content.split("\n")):
            if any(len(word) > CODE for word in SPACED.findall(line)):
                yield _problem(sida, first + number + 1, max(SPACED.findall(line), key=len), CODE)
    for around, token in sida.stycken():
        room = HEADING if around.type == "heading_open" and around.tag == "h1" else WORD
        words = [
            w for part in token.children or () if part.type == "text" for w in PIECE.findall(part.content)
        ]
        for word in words:
            if len(word) > room and token.map:
                yield _problem(sida, _line(sida, token.map, word), word, room)


def _line(sida: Sida, lines: list[int], word: str) -> int:
    """Return the line that the word stands on, counted from 1."""
    return next((n + 1 for n in range(*lines) if word in sida.rader[n]), lines[0] + 1)


def _problem(sida: Sida, line: int, word: str, room: int) -> Problem:
    text = f'"{one_line(word)}" har {len(word)} tecken, och en rad på papper rymmer {room}.'
    return sida.fel((line, 1), ID, text, "Dela det, eller länka med en kort text: [namnet](adressen)")
