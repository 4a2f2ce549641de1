"""The word that a writer probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word closest to ``word``, or None when nothing is close.

    Case is disregarded; a known word that begins with the written one counts as close.
    """
    choices = {choice.casefold(): choice for choice in known}
    written = word.casefold()
    close = difflib.get_close_matches(written, choices, n=1, cutoff=0.6)
    if close:
        return choices[close[0]]
    longer = [choice for choice in choices if written and choice.startswith(written)]
    return choices[longer[0]] if len(longer) == 1 else None


def listed(words: Iterable[str], most: int = 8) -> str:
    """Return the words with commas between them, cut after ``most``."""
    shown = list(words)
    return ", ".join(shown[:most]) + (", …" if len(shown) > most else "")
