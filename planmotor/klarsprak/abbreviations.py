"""Abbreviations that a reader meets before anyone has said what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.klarsprak.settings import Settings
from planmotor.klarsprak.text import WORD, Page, Word
from planmotor.plan.model.register import Förkortning, Lag

ID = "oforklarad-forkortning"
ENDING = 3
MEANS = [["är", "en"], ["är", "ett"], ["är", "den"], ["betyder"], ["står", "för"]]


def check(page: Page, settings: Settings) -> Iterator[Problem]:
    """Report each abbreviation of ``data/begrepp.yaml`` that the page uses before it explains it.

    People land in the middle of a site from a search, so every page explains its own. The explanation may
    stand before the abbreviation, in the same sentence or in the next one ("SIP är en plan"), and a macro may
    give it. What no source explains can't be explained here either; the list of abbreviations says so.
    """
    allowed = set(settings.file.kända_förkortningar)
    for post in settings.abbreviations:
        if post.kort in allowed or not post.uttydning:
            continue
        first = _first_use(page, post.kort)
        if first and not _is_explained(page, post, first, settings.laws):
            word = first[0]
            yield page.problem(
                word,
                ID,
                f'"{post.kort}" används innan det förklaras på sidan.',
                f"Skriv ut det första gången: {post.uttydning} ({post.kort})",
            )


def _first_use(page: Page, short: str) -> tuple[Word, int] | None:
    """Return the first word that is or begins with the abbreviation, and the number of its sentence."""
    for number, sentence in enumerate(page.sentences):
        for word in sentence:
            if re.fullmatch(rf"{re.escape(short)}(?:[-:–].*)?", word.text):
                return word, number
    return None


def _is_explained(page: Page, post: Förkortning, first: tuple[Word, int], laws: tuple[Lag, ...]) -> bool:
    _, number = first
    read = [other.text.casefold() for sentence in page.sentences[: number + 2] for other in sentence]
    return (
        _holds(read, [_stem(part) for part in _parts(post.uttydning or "")])
        or any(_holds(read, [post.kort.casefold(), *verb]) for verb in MEANS)
        or bool(re.search(_by_markup(post.kort, laws), page.source[: _end(page, number + 1)]))
        or bool(re.search(rf"^\*\[{re.escape(post.kort)}\]:", page.source, re.M))
    )


def _end(page: Page, number: int) -> int:
    """Return the place where the sentence after the numbered one begins, or the page ends."""
    following = page.sentences[number + 1 : number + 2]
    return following[0][0].start if following else len(page.source)


def _by_markup(short: str, laws: tuple[Lag, ...]) -> str:
    """Return a pattern of the macros and the element that show what an abbreviation means."""
    written = re.escape(short)
    made = [rf'förkortning\(\s*kort="{written}"', rf"<abbr\b[^>]*>{written}<"]
    made += [rf'lag\(\s*id="{re.escape(law.id)}"' for law in laws if law.förkortning == short]
    return "|".join(made)


def _holds(words: list[str], parts: list[str]) -> bool:
    """Tell whether words that begin as the parts do follow each other anywhere."""
    starts = range(len(words) - len(parts) + 1)
    return any(all(words[at + n].startswith(part) for n, part in enumerate(parts)) for at in starts)


def _parts(meaning: str) -> list[str]:
    return [found[0].casefold() for found in WORD.finditer(meaning)]


def _stem(word: str) -> str:
    """Return a word without the ending that Swedish changes: plan, planer, planerna."""
    return word[:-ENDING] if len(word) > 2 * ENDING else word
