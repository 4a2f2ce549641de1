"""The ledger of a file: every piece of text that stands in it, and what became of it.

The pieces come of a plain walk (``bitar``), and what was read of the file's own reader. Each word that was
read answers for one word of the file. What nothing answers for is told of too: it is then the program that
has missed it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from planmotor.office.las.bitar import (
    CODE,
    COPY,
    FORMULA,
    MOVED,
    PROMPT,
    PROPERTY,
    SETTING,
    STRUCK,
    Bit,
    pieces,
)
from planmotor.office.las.fil import Fil
from planmotor.office.las.innehall import Incell, Innehåll, Intabell, tidy

MISSED = "programmet har inte läst den"
# What nobody has to be told of: it is no text that somebody has written for others to read.
QUIET = {CODE, SETTING, PROPERTY, COPY, PROMPT, FORMULA}
QUIET |= {MOVED, "flyttad text, läst där den står nu"}
ASIDE = {STRUCK, MOVED}  # what the reader has put aside, and says so
FEW = 20  # texts with the same words that the shortest is chosen among
PATIENCE = 3_000_000  # looks for letters within texts; what is left after that counts as missed
_WORD = re.compile(r"\w+")
Fits = Callable[["Lästext"], bool]


@dataclass(slots=True)
class Lästext:
    """A text that was read, its place, why it isn't taken as said (if so), and what of it is unclaimed."""

    plats: str
    text: str
    skäl: str = ""
    ord: Counter[str] = field(default_factory=Counter)
    tät: str = ""

    def __post_init__(self) -> None:
        """Work out the words that can be claimed."""
        self.ord, self.tät = words(self.text), squeezed(self.text)


@dataclass(frozen=True, slots=True)
class Rad:
    """A line of the ledger: a piece of text, and where it was read or why it wasn't."""

    bit: Bit
    plats: str = ""
    skäl: str = ""

    @property
    def saknas(self) -> bool:
        """Whether the program has missed it."""
        return self.skäl == MISSED


def words(text: str) -> Counter[str]:
    """Return the words of a text, as often as they stand in it."""
    return Counter(_WORD.findall(tidy(text).casefold()))


def holds(said: Counter[str], wanted: Counter[str]) -> bool:
    """Tell whether a text still has all these words; a long one is never gone through for a few."""
    return all(said[word] >= times for word, times in wanted.items())


def take_away(said: Counter[str], claimed: Counter[str]) -> None:
    """Take claimed words from those that a text still has."""
    for word, times in claimed.items():
        said[word] -= times
        if said[word] <= 0:
            del said[word]


def squeezed(text: str) -> str:
    """Return a text without spaces: two programs break lines in different places."""
    return "".join(tidy(text).casefold().split())


def ledger(fil: Fil, read: Innehåll) -> list[Rad]:
    """Return every piece of text of a file, with what became of it."""
    claims, bits = Claims(read_texts(read)), list(pieces(fil))
    made = [Rad(bit, skäl=bit.skäl) for bit in bits if bit.skäl and bit.skäl not in ASIDE]
    made = [claims.copy(rad) if rad.skäl == COPY else rad for rad in made]
    wanted = [bit for bit in bits if not bit.skäl or bit.skäl in ASIDE]
    found, rest = claims.all(wanted)
    parts = [replace(bit, text=text, noder=()) for bit in rest for text in bit.noder or (bit.text,)]
    found_parts, missed = claims.all(parts)
    return [*made, *found, *found_parts, *(Rad(bit, skäl=bit.skäl or MISSED) for bit in missed)]


def read_texts(read: Innehåll) -> Iterator[Lästext]:
    """Yield each text that was read, with its place: paragraphs, cells, and what was put aside."""
    for block in read.block:
        if isinstance(block, Intabell):
            yield from _cells(block)
        else:
            yield Lästext(block.plats, block.text)
    yield from (Lästext(one.plats, one.text, one.skäl) for one in read.oläst)
    yield from (Lästext(PROPERTY, value, PROPERTY) for value in read.egenskaper.values())


def _cells(table: Intabell) -> Iterator[Lästext]:
    for row in table.rader:
        for cell in row.celler:
            yield from _cell(cell, f"{table.plats}, rad {row.nummer}")


def _cell(cell: Incell, place: str) -> Iterator[Lästext]:
    if cell.text:
        yield Lästext(place, cell.text)
    for table in cell.tabeller:
        yield from _cells(table)


class Claims:
    """The texts that were read, found by the words in them."""

    def __init__(self, texts: Iterable[Lästext]) -> None:
        self.texts = list(texts)
        self.everything = "\0".join(one.tät for one in self.texts)
        self.exact: dict[str, list[Lästext]] = defaultdict(list)
        self.by_word: dict[str, list[Lästext]] = defaultdict(list)
        self.looks = 0
        for one in reversed(self.texts):
            self.exact[one.tät].append(one)
            for word in one.ord:
                self.by_word[word].append(one)

    def copy(self, rad: Rad) -> Rad:
        """Return the line of a text for other programs: missed when what was read doesn't say the same."""
        return rad if squeezed(rad.bit.text) in self.everything else replace(rad, skäl=MISSED)

    def all(self, bits: list[Bit]) -> tuple[list[Rad], list[Bit]]:
        """Return the lines of the pieces that texts answer for, and the pieces that none does.

        Whole texts first, then words, then letters within words: so that nobody takes another's.
        """
        found: list[Rad] = []
        for claim in (self._whole, self._words, self._letters):
            left = []
            for bit in bits:
                target = next(filter(None, (claim(bit, way) for way in (bit.text, *bit.annars))), None)
                if target is None:
                    left.append(bit)
                else:
                    found.append(Rad(bit, target.plats, target.skäl))
            bits = left
        return found, bits

    def _whole(self, bit: Bit, text: str) -> Lästext | None:
        """Claim a text that says just this; those that have been claimed are passed by for good."""
        tight = squeezed(text)
        among = self.exact.get(tight, [])
        while among and among[-1].tät != tight:
            among.pop()
        return self._take(bit, text, reversed(among), lambda one: one.tät == tight)

    def _words(self, bit: Bit, text: str) -> Lästext | None:
        """Claim the words in a text that says more."""
        wanted = words(text)
        if not wanted:
            return None
        rarest = min(wanted, key=lambda word: len(self.by_word.get(word, [])))
        among = sorted(self._with(rarest, wanted), key=lambda one: one.ord.total())
        return self._take(bit, text, among, lambda one: holds(one.ord, wanted))

    def _with(self, word: str, wanted: Counter[str]) -> Iterator[Lästext]:
        """Yield the first texts that hold all the words; those that have lost this one are passed by."""
        among = self.by_word.get(word, [])
        while among and not among[-1].ord[word]:
            among.pop()
        found = 0
        for one in reversed(among):
            self.looks += 1
            if found == FEW or self.looks > PATIENCE:
                return
            if holds(one.ord, wanted):
                found += 1
                yield one

    def _letters(self, bit: Bit, text: str) -> Lästext | None:
        """Claim the letters where they stand: a word may have been put together of two pieces."""
        tight = squeezed(text)
        self.looks += len(self.texts)
        if self.looks > PATIENCE:
            return None
        return self._take(bit, text, self.texts, lambda one: tight in one.tät)

    @staticmethod
    def _take(
        bit: Bit, text: str, among: Iterable[Lästext], fits: Callable[[Lästext], bool]
    ) -> Lästext | None:
        for one in among:
            if fits(one) and (one.skäl or not bit.skäl):
                one.tät = one.tät.replace(squeezed(text), "\0", 1)
                take_away(one.ord, words(text))
                return one
        return None
