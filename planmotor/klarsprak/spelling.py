"""Spelling, against a Swedish dictionary and the project's own words.

The dictionary is the package hunspell-sv, read by Hunspell itself, since Swedish makes compounds freely and
no list holds them all. Names of bodies, places and systems stand in ``data/ordlista.txt`` or are already
names in the other data files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

from hunspell import Hunspell

from planmotor.grund.nearest import nearest
from planmotor.grund.problem import Invalid, Problem
from planmotor.klarsprak.text import Page, Word
from planmotor.klarsprak.wordlist import LIST, names, own_words

UNKNOWN = "okant-stavat-ord"
FILE = re.compile(r".+\.(?:com|csv|docx|eu|html|ics|json|md|nu|org|pdf|se|xlsx|yaml)")
MOST_SUGGESTIONS, ALIKE = 20, 0.6  # one suggestion takes Hunspell up to half a second


class Speller:
    """Knows which words are spelled right; remembers every answer."""

    def __init__(self, own: Iterable[str]) -> None:
        """Load the dictionary; ``own`` are the words that it needn't know."""
        self.own = frozenset(own)
        self.dictionary = Hunspell("sv_SE", hunspell_data_dir=str(_folder()))
        self.knows = cache(self._knows)
        self.suggestion = cache(self._suggestion)
        self.suggested = 0

    def _knows(self, word: str) -> bool:
        """Tell whether a word, or each part of it between hyphens, is known.

        What holds a digit and what looks like the name of a file or a site always is.
        """
        word = word.replace("\u00ad", "").replace("’", "'")
        if any(char.isdigit() for char in word) or FILE.fullmatch(word) or self._has(word):
            return True
        return all(self._has(part) for part in re.split("[-–:']", word))

    def _has(self, word: str) -> bool:
        bare = word.removesuffix("s")
        own = {word, bare} | ({word.lower(), bare.lower()} if word[:1].isupper() else set())
        return len(word) == 1 or bool(own & self.own) or self.dictionary.spell(word)

    def _suggestion(self, word: str) -> str | None:
        """Return the known word most like this one; None when nothing is, or after many questions."""
        self.suggested += 1
        close = [nearest(word, self.own)]
        if self.suggested <= MOST_SUGGESTIONS:
            close += self.dictionary.suggest(word)
        ranked = [
            (SequenceMatcher(None, word.casefold(), other.casefold()).ratio(), other)
            for other in close
            if other
        ]
        likeness, best = max(ranked, key=lambda pair: pair[0], default=(0.0, ""))
        return best if likeness >= ALIKE else None


@cache
def _folder() -> Path:
    """Return the folder where the package of the dictionary has put it."""
    files = distribution("hunspell-sv").files or []
    found = next(file for file in files if file.name == "sv_SE.dic")
    return Path(str(found.locate())).resolve().parent


def check(pages: Iterable[Page], data: Path) -> list[Problem]:
    """Return what is misspelled on the Swedish pages, and what is out of order in the project's own list."""
    own, problems = own_words(data)
    speller = Speller(own | names(data))
    for page in pages:
        if page.is_swedish:
            problems += _check_page(page, speller)
    return Invalid(problems).problems


def _check_page(page: Page, speller: Speller) -> Iterator[Problem]:
    for word in (*page.front, *page.words):
        if not speller.knows(word.text):
            yield _problem(page, word, speller.suggestion(word.text))


def _problem(page: Page, word: Word, close: str | None) -> Problem:
    mend = f"Skriv i stället: {close}   (" if close else "Rätta stavningen.   ("
    fix = f"{mend}ett ord som är rätt läggs i data/{LIST})"
    return page.problem(word, UNKNOWN, f'Ordet "{word.text}" finns inte i ordlistan.', fix)
