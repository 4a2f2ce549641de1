"""Which characters print can show, and what is printed for one that it can't: seen, and never a stop.

A reader on paper must know that something stood there, and be able to look up what it was. So a character
that none of our fonts has is printed as its number within brackets, [U+4E2D], or as letters that say the same
when Unicode knows them. ``verktyg/typsnitt.py`` makes the list of all that can be shown: it asks Typst.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

from planmotor.grund.tecken import meant
from planmotor.grund.text import code

LIST = files("planmotor.tryck") / "typsnitt" / "tecken.txt"
# What only changes the picture before it: its colour, that of a skin, the key around a number.
SILENT = re.compile("[\u20e3\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")
SAME = {"\u2043": "•"}  # a bullet of Apple's


def printable(text: str) -> str:
    """Return the text with what no font has in a form that can be seen."""
    if text.isascii():
        return text
    return _unknown().sub(lambda run: _instead(run[0]), SILENT.sub("", meant(text)))


def unprintable(text: str) -> list[str]:
    """Return the characters that are printed as their numbers, each once, in their order."""
    if text.isascii():
        return []
    runs = _unknown().findall(SILENT.sub("", meant(text)))
    return list(dict.fromkeys(char for run in runs for char in run if not _spelled(char)))


def _instead(run: str) -> str:
    """Return what is printed for a run of unknown characters: their numbers stand within one bracket."""
    made, numbers = "", list[str]()
    for char in run:
        spelled = _spelled(char)
        if spelled and numbers:
            made, numbers = f"{made}[{' '.join(numbers)}]", []
        if spelled:
            made += spelled
        else:
            numbers.append(code(char))
    return f"{made}[{' '.join(numbers)}]" if numbers else made


def _spelled(char: str) -> str:
    """Return characters that say the same, as m2 for the sign of square metres; empty when there are none."""
    spelled = SAME.get(char) or unicodedata.normalize("NFKC", char)
    return "" if spelled == char or _unknown().search(spelled) else spelled


@cache
def _unknown() -> re.Pattern[str]:
    """Return a pattern of runs of characters that the list doesn't have."""
    ends = [line.split("-") for line in LIST.read_text(encoding="ascii").split()]
    known = "".join(f"\\U{int(run[0], 16):08x}-\\U{int(run[-1], 16):08x}" for run in ends)
    return re.compile(f"[^\t\n\r{known}]+")
