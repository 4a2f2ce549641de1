"""Words of officialese that have a plainer neighbour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planmotor.grund.problem import Problem
from planmotor.klarsprak.settings import forms
from planmotor.klarsprak.text import Page, Sentence

ID = "krangligt-ord"
Phrases = Mapping[tuple[str, ...], str]


def phrases(words: Mapping[str, str]) -> Phrases:
    """Return each form and phrase of the list, split into words, with what to write instead of it."""
    made: dict[tuple[str, ...], str] = {}
    for key, value in words.items():
        written, plain = forms(key), forms(value)
        plain = plain if len(plain) == len(written) else [value] * len(written)
        made |= {_split(form): better for form, better in zip(written, plain, strict=True)}
    return made


def check(page: Page, known: Phrases) -> Iterator[Problem]:
    """Report words and phrases on the list, the longest phrase first where several begin alike.

    Words in italics are left alone: the title of an act or a report can't be made plainer here.
    """
    longest = max(map(len, known), default=0)
    for sentence in page.sentences:
        position = 0
        while position < len(sentence):
            length = _match(sentence, position, known, longest)
            if length and not page.is_cited(sentence[position]):
                yield _problem(page, sentence[position : position + length], known)
            position += length or 1


def _match(sentence: Sentence, position: int, known: Phrases, longest: int) -> int:
    """Return how many words from a position make a phrase of the list; 0 for none."""
    for length in range(min(longest, len(sentence) - position), 0, -1):
        if _key(sentence[position : position + length]) in known:
            return length
    return 0


def _problem(page: Page, found: Sentence, known: Phrases) -> Problem:
    written = " ".join(word.text for word in found)
    return page.problem(found[0], ID, f'"{written}" är krångligt.', f"Skriv hellre: {known[_key(found)]}")


def _key(words: Sentence) -> tuple[str, ...]:
    return tuple(word.text.casefold() for word in words)


def _split(phrase: str) -> tuple[str, ...]:
    return tuple(part.strip(".").casefold() for part in phrase.split())
