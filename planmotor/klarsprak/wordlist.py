"""The words that the Swedish dictionary needn't know: the project's own list and the names in its data."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from planmotor.grund.problem import Problem, shown_path
from planmotor.grund.text import text_of
from planmotor.klarsprak.text import WORD
from planmotor.plan.source import read, walk

DISORDER = "ordlista-i-oordning"
LIST = "ordlista.txt"
# Fields whose values are names; a name is spelled as its owner spells it.
NAMES = {"namn", "kort", "kortnamn", "kallas_även", "förkortning", "uttydning", "utgivare", "titel", "ort"}
SWEDISH = str.maketrans("åäöéü", "{|}eu")


def own_words(data: Path) -> tuple[set[str], list[Problem]]:
    """Return the words of ``data/ordlista.txt``, one a line, and those that stand out of order in it.

    In order, two editors who add a word each seldom touch the same line.
    """
    path = data / LIST
    if not path.exists():
        return set(), []
    shown = shown_path(path)
    lines = enumerate(text_of(path).splitlines(), 1)
    words = [(number, line.strip()) for number, line in lines if line.strip() and not line.startswith("#")]
    problems = [
        _disorder(shown, number, before, word)
        for (_, before), (number, word) in pairwise(words)
        if swedish_order(before) >= swedish_order(word)
    ]
    return {word for _, word in words}, problems


def _disorder(path: str, line: int, before: str, word: str) -> Problem:
    if before == word:
        return Problem(path, line, 1, DISORDER, f'"{word}" står två gånger.', "Ta bort den ena raden.")
    return Problem(path, line, 1, DISORDER, f'"{word}" står i fel ordning.', f'Det ska stå före "{before}".')


def swedish_order(word: str) -> tuple[str, str]:
    """Return what to sort a word by: å, ä and ö come after z."""
    return word.casefold().translate(SWEDISH), word


def names(data: Path) -> set[str]:
    """Return the words of all names in the data files."""
    found: set[str] = set()
    for path in sorted(data.glob("*.yaml")):
        for loc, value in walk(read(path).data):
            if isinstance(value, str) and NAMES & {*map(str, loc[-2:])}:
                found |= {part for word in WORD.findall(value) for part in (word, *re.split("[-–:]", word))}
    return found
