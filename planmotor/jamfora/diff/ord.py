"""Two texts word by word: which words stay, which go and which come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import Indel

from planmotor.office.dokument.typer import Bitslag

# A word keeps its hyphens, slashes and points inside (t.ex, ja/nej), and the space before it.
WORD = re.compile(r"\s*\w+(?:[-./:’']\w+)*|\s*[^\w\s]")


@dataclass(frozen=True, slots=True)
class Bit:
    """A run of words that a text keeps, loses or gains.

    The pieces that aren't ``tillagt`` say the earlier text, and those that aren't ``borttaget`` the later
    one, both with one space between words.
    """

    slag: Bitslag
    text: str


def words(text: str) -> list[str]:
    """Return the words and signs of a text, each with the one space that may stand before it."""
    return WORD.findall(" ".join(text.split()))


def same_words(före: str | None, efter: str | None) -> bool:
    """Tell whether two texts say the same: another line break or a doubled space is no change."""
    return före == efter or (före or "").split() == (efter or "").split()


def bitar(före: str, efter: str) -> tuple[Bit, ...]:
    """Return the pieces of two texts in reading order; what is lost stands before what is gained."""
    old, new = words(före), words(efter)
    found: list[Bit] = []
    for step in Indel.opcodes([w.strip() for w in old], [w.strip() for w in new]):
        lost, gained = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        found += [Bit("lika", "".join(gained))] if step.tag == "equal" else _changed(lost, gained)
    return tuple(_in_runs(_without_islands(found)))


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[Bit]:
    if old:
        yield Bit("borttaget", "".join(old))
    if new:
        yield Bit("tillagt", "".join(new))


def _without_islands(found: Sequence[Bit]) -> Iterator[Bit]:
    """Yield the pieces; a lone sign that stays between two changes is read as changed with them."""
    for number, bit in enumerate(found):
        inner = 0 < number < len(found) - 1
        if bit.slag == "lika" and inner and not re.search(r"\w", bit.text):
            yield Bit("borttaget", bit.text)
            yield Bit("tillagt", bit.text)
        else:
            yield bit


def _in_runs(found: Iterable[Bit]) -> Iterator[Bit]:
    """Yield the pieces with neighbouring changes put together: all that is lost, then all that is gained."""
    for changed, run in groupby(found, key=lambda bit: bit.slag != "lika"):
        pieces = list(run)
        if not changed:
            yield Bit("lika", "".join(bit.text for bit in pieces))
            continue
        for slag in ("borttaget", "tillagt"):
            text = "".join(bit.text for bit in pieces if bit.slag == slag)
            if text:
                yield Bit(slag, text)
