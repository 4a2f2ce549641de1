"""How a change is put in Swedish: quotes, lists, and a sentence that goes on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def citat(text: str) -> str:
    """Return a text in Swedish quotation marks, on one line."""
    return f"”{' '.join(text.split())}”"


def uppräknade(names: Sequence[str]) -> str:
    """Return names as a list in a sentence: A, B och C."""
    return " och ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def citerade(texts: Iterable[str]) -> str:
    """Return texts in quotation marks, as a list in a sentence."""
    return uppräknade([citat(text) for text in texts])


def liten(sentence: str) -> str:
    """Return a sentence as it goes on after a colon: with a small first letter."""
    return sentence[:1].lower() + sentence[1:]


def stor(sentence: str) -> str:
    """Return a sentence with a capital first letter."""
    return sentence[:1].upper() + sentence[1:]
