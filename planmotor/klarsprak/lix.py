"""LIX, the readability index of Carl-Hugo Björnsson, and the goals for it.

LIX = words / sentences + 100 × long words / words

A long word has more than six letters (Björnsson, *Läsbarhet*, Liber 1968; formula and scale as given at
https://sv.wikipedia.org/wiki/Läsbarhetsindex and https://github.com/lindehaven/lix). The scale:

======== ==========================================
under 25 books for children
25–30    simple texts
30–40    ordinary prose and fiction
40–50    information, such as newspapers
50–60    specialist texts, what authorities usually write
over 60  difficult: research and legal prose
======== ==========================================

Hence the goals in ``data/klarsprak.yaml``: what citizens read is ordinary prose, the plan is information.
LIX sees lengths only. A text can score low and still be hard to follow: it is a warning light, not a grade.

A number counts as a word, a list item, heading or table cell as a sentence; a colon ends none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planmotor.grund.problem import Problem
from planmotor.klarsprak.settings import Mål
from planmotor.klarsprak.text import Page, Sentence

TOO_HARD, TOO_LONG = "lix-over-malet", "meningar-over-malet"
LONG = 6
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted on a page."""

    words: int
    sentences: int
    long_words: int

    @property
    def lix(self) -> float | None:
        """The index with one decimal; None without words."""
        if not self.words:
            return None
        return round(self.words / self.sentences + 100 * self.long_words / self.words, 1)

    @property
    def words_per_sentence(self) -> float | None:
        """The mean length of a sentence with one decimal; None without words."""
        return round(self.words / self.sentences, 1) if self.words else None


def measure(sentences: tuple[Sentence, ...]) -> Measure:
    """Count words, sentences and long words."""
    words = [word.text for sentence in sentences for word in sentence]
    return Measure(len(words), len(sentences), sum(is_long(word) for word in words))


def is_long(word: str) -> bool:
    """Tell whether a word has more than six letters; digits, hyphens and full stops are no letters."""
    return sum(char.isalpha() for char in word) > LONG


def check(page: Page, goal: Mål) -> Iterator[Problem]:
    """Report a page whose LIX or mean sentence is above the goal of its folder.

    Both say which words or which sentence weigh most, since a number alone helps nobody to rewrite.
    """
    found = measure(page.sentences)
    if found.lix is not None and found.lix > goal.lix:
        text = f"Sidan har LIX {decimal(found.lix)}. Målet är högst {goal.lix}."
        yield page.problem(None, TOO_HARD, text, _advice(page))
    mean = found.words_per_sentence
    if mean is not None and goal.ord_per_mening and mean > goal.ord_per_mening:
        text = f"Meningarna har {decimal(mean)} ord i medeltal. Målet är högst {goal.ord_per_mening}."
        yield page.problem(None, TOO_LONG, text, f"Dela långa meningar. {_longest(page)}")


def decimal(number: float | None) -> str:
    """Return a number as Swedish writes it."""
    return "–" if number is None else str(number).replace(".", ",")


def _advice(page: Page) -> str:
    counts: dict[str, int] = {}
    for word in page.words:
        if is_long(word.text):
            counts[word.text.casefold()] = counts.get(word.text.casefold(), 0) + 1
    common = sorted(counts, key=lambda word: (-counts[word], word))[:SHOWN]
    return f"Byt eller dela upp långa ord; vanligast är {', '.join(common)}. {_longest(page)}"


def _longest(page: Page) -> str:
    longest = max(page.sentences, key=len)
    return f"Längsta meningen börjar på rad {longest[0].line} och har {len(longest)} ord."
