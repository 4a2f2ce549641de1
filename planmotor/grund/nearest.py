"""Words about words: the one that a writer meant, how a value is shown, and a word in an address."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from itertools import islice
from typing import Any

from rapidfuzz import fuzz, process

MAX_SHOWN = 80
# How many faults of a kind get a guess among names without number; with more, a guess helps nobody.
MAX_GUESSES = 300
SLACK = 0.01  # of a hundred: what rounding may take away
# Characters that look like another one, or like nothing: a message that repeats them must name them.
LOOKALIKES = {
    "\u00a0": "[hårt blanksteg]",
    "\u00ad": "[mjukt bindestreck]",
    "\u2007": "[hårt blanksteg]",
    "\u202f": "[hårt blanksteg]",
}


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """Return the known word closest to ``word``, or None when nothing is as like it as ``likeness``.

    Case is disregarded; a known word that begins with the written one counts as close.

    The likeness is difflib's. Its blocks are a common subsequence, so a word that shares too short a one
    can't be close: compiled code puts those aside first, for thousands of faults are told in one go.
    """
    choices = {choice.casefold(): choice for choice in known}
    written = unicodedata.normalize("NFKC", word).strip().casefold()
    least = 100 * likeness - SLACK
    likely = process.extract(written, list(choices), scorer=fuzz.ratio, score_cutoff=least, limit=None)
    close = difflib.get_close_matches(written, [choice for choice, *_ in likely], n=1, cutoff=likeness)
    if close:
        return choices[close[0]]
    longer = [choice for choice in choices if written and choice.startswith(written)]
    return choices[longer[0]] if len(longer) == 1 else None


def listed(words: Iterable[str], most: int = 8) -> str:
    """Return the words with commas between them, cut after ``most``."""
    first = list(islice(words, most + 1))
    return ", ".join(one_line(word) for word in first[:most]) + (", …" if len(first) > most else "")


def shown(value: Any) -> str:
    """Return a value as a message repeats it: on one line, not too long, and with nothing hidden in it."""
    if isinstance(value, list):
        return "en lista"
    if isinstance(value, dict):
        return "en post med nycklar"
    return f'"{one_line(str(value))}"'


def one_line(text: str) -> str:
    """Return a text without line breaks, cut when it is long, with look-alike characters named."""
    line = re.sub(r"[ \t\n]+", " ", text).strip(" ")
    if len(line) > MAX_SHOWN:
        line = line[: MAX_SHOWN - 1] + "…"
    return "".join(LOOKALIKES.get(char, char) for char in line)


def quoted(text: str) -> str:
    """Return a text as it is written in YAML with quotation marks around it."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def slug(text: str) -> str:
    """Return a word in ASCII, as ids, file names and addresses are: ej påbörjad becomes ej-paborjad."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
