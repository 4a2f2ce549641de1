"""How Swedish puts words together: quotes, lists, numbers of things, and a sentence that goes on."""

from __future__ import annotations

from collections.abc import Iterable


def citat(text: str) -> str:
    """Return a text in Swedish quotation marks, on one line."""
    return f"”{' '.join(text.split())}”"


def uppräknade(words: Iterable[str]) -> str:
    """Return words as a list in a sentence: a, b och c."""
    *first, last = [*words] or [""]
    return f"{', '.join(first)} och {last}" if first else last


def citerade(texts: Iterable[str]) -> str:
    """Return texts in quotation marks, as a list in a sentence."""
    return uppräknade(map(citat, texts))


def antal(number: int, one: str, many: str) -> str:
    """Return a number and what it counts: 1 rad, 2 rader."""
    return f"{number} {one if number == 1 else many}"


def liten(sentence: str) -> str:
    """Return a sentence as it goes on after a colon: with a small first letter."""
    return sentence[:1].lower() + sentence[1:]


def stor(sentence: str) -> str:
    """Return a sentence with a capital first letter."""
    return sentence[:1].upper() + sentence[1:]
