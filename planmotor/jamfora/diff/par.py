"""Finds what in one text answers to what in another: pages, sections and sentences.

Equal things go first, then like ones. Likeness is counted in words by compiled code, and between sections
only sentences that share three words in a row are held against each other, so that many changes stay cheap.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import NamedTuple, TypeVar

from rapidfuzz.distance import Indel

from planmotor.jamfora.diff.sidtext import Textavsnitt, Textdel, Textsida

T = TypeVar("T")
P = TypeVar("P", Textsida, Textavsnitt)
Gap = tuple[Textavsnitt, list["Textplats"], list["Textplats"]]
COMMON = 20  # a text in more places than this says nothing of which of them is meant
MOVABLE = 25  # characters: a shorter text is the same in many places, so it hasn't moved from any of them
ALIKE, LETTERS_ALIKE = 0.45, 0.75  # of two units in the same section
ALONE_ALIKE = 0.25  # when nothing else was changed there
MOVED_ALIKE = 0.7  # of two units in different sections
SAME_CONTENT, SAME_HEADING = 0.5, 0.7
CANDIDATES = 3


class Textplats(NamedTuple):
    """A unit and where it stands."""

    avsnitt: Textavsnitt
    nummer: int

    @property
    def del_(self) -> Textdel:
        """The unit itself."""
        return self.avsnitt.delar[self.nummer]


@dataclass
class Parning:
    """What answers to what. Sections and units that are in no pair are new, or gone."""

    sidor: list[tuple[Textsida, Textsida]] = field(default_factory=list)
    avsnitt: dict[Textavsnitt, Textavsnitt] = field(default_factory=dict)  # after → before
    lika: dict[Textplats, Textplats] = field(default_factory=dict)  # after → before, in their places
    flyttade: dict[Textplats, Textplats] = field(default_factory=dict)
    ändrade: dict[Textplats, Textplats] = field(default_factory=dict)
    nya: list[Textplats] = field(default_factory=list)
    borttagna: list[Textplats] = field(default_factory=list)


def para(before: Sequence[Textsida], after: Sequence[Textsida]) -> Parning:
    """Return what answers to what in the pages before and after."""
    made = Parning(sidor=_pages(before, after))
    _sections(made, before, after)
    gaps = _gaps(made, before, after)
    _moves(made)
    _changes(made, gaps)
    _changed_moves(made)
    return made


def _pages(before: Sequence[Textsida], after: Sequence[Textsida]) -> list[tuple[Textsida, Textsida]]:
    """Return pages with the same path, then those that have another path but much the same content."""
    old = {page.path: page for page in before}
    pairs = [(old.pop(page.path), page) for page in after if page.path in old]
    taken = {page.path for _, page in pairs}
    new = [page for page in after if page.path not in taken]
    return pairs + _best(_overlaps(list(old.values()), new), SAME_CONTENT)


def _overlaps(before: Sequence[P], after: Sequence[P]) -> Iterator[tuple[float, P, P]]:
    """Yield how much of their texts two things share, from 0 to 1, where they share any at all."""
    words = [Counter(thing.texter) for thing in before]
    index = defaultdict[str, list[int]](list)
    for number, texts in enumerate(words):
        for text in texts:
            index[text].append(number)
    for thing in after:
        own = Counter(thing.texter)
        near = (index[text] for text in own if 0 < len(index.get(text, ())) <= COMMON)
        for number in sorted({number for numbers in near for number in numbers}):
            shared = 2 * (words[number] & own).total() / (words[number].total() + own.total())
            yield shared, before[number], thing


def _best(scores: Iterable[tuple[float, T, T]], least: float) -> list[tuple[T, T]]:
    """Return the best pairs, each thing in one pair at most."""
    taken, pairs = set[int](), list[tuple[T, T]]()
    for score, one, other in sorted(scores, key=lambda scored: -scored[0]):
        if score >= least and id(one) not in taken and id(other) not in taken:
            taken |= {id(one), id(other)}
            pairs.append((one, other))
    return pairs


def _sections(made: Parning, before: Sequence[Textsida], after: Sequence[Textsida]) -> None:
    """Pair sections: by anchor within a page, by likeness within it, and by content between pages."""
    for old, new in made.sidor:
        anchors = {avsnitt.ankare or avsnitt.rubrik: avsnitt for avsnitt in old.avsnitt}
        for avsnitt in new.avsnitt:
            if (avsnitt.ankare or avsnitt.rubrik) in anchors:
                made.avsnitt[avsnitt] = anchors.pop(avsnitt.ankare or avsnitt.rubrik)
        gone, come = _unpaired(made, [old], old=True), _unpaired(made, [new])
        tops = [next((a for a in side if a.nivå == 1), None) for side in (gone, come)]
        if tops[0] and tops[1]:  # the heading of the page itself, however it was reworded
            made.avsnitt[tops[1]] = tops[0]
            gone, come = [a for a in gone if a is not tops[0]], [a for a in come if a is not tops[1]]
        made.avsnitt.update(
            (b, a) for a, b in _best([*_overlaps(gone, come), *_headings(gone, come)], SAME_CONTENT)
        )
    scores = _overlaps(_unpaired(made, before, old=True), _unpaired(made, after))
    made.avsnitt.update((b, a) for a, b in _best(scores, SAME_CONTENT))


def _unpaired(made: Parning, pages: Sequence[Textsida], old: bool = False) -> list[Textavsnitt]:
    taken = set(made.avsnitt.values()) if old else set(made.avsnitt)
    return [avsnitt for page in pages for avsnitt in page.avsnitt if avsnitt not in taken]


def _headings(
    before: Sequence[Textavsnitt], after: Sequence[Textavsnitt]
) -> Iterator[tuple[float, Textavsnitt, Textavsnitt]]:
    for one in before:
        for other in after:
            yield Indel.normalized_similarity(one.rubrik, other.rubrik, score_cutoff=SAME_HEADING), one, other


def _gaps(made: Parning, before: Sequence[Textsida], after: Sequence[Textsida]) -> list[Gap]:
    """Pair what stands unchanged in its section; return what was changed, place by place."""
    gaps = []
    for page in after:
        for new in page.avsnitt:
            old = made.avsnitt.get(new)
            if old is None:
                made.nya += [Textplats(new, number) for number in range(len(new.delar))]
            else:
                gaps += list(_section_gaps(made, old, new))
    for avsnitt in _unpaired(made, before, old=True):
        made.borttagna += [Textplats(avsnitt, number) for number in range(len(avsnitt.delar))]
    return gaps


def _section_gaps(made: Parning, old: Textavsnitt, new: Textavsnitt) -> Iterator[Gap]:
    for tag, a, a_end, b, b_end in SequenceMatcher(None, old.texter, new.texter, False).get_opcodes():
        gone = [Textplats(old, number) for number in range(a, a_end)]
        come = [Textplats(new, number) for number in range(b, b_end)]
        if tag == "equal":
            made.lika.update(zip(come, gone, strict=True))
        else:
            made.borttagna += gone
            made.nya += come
            yield new, gone, come


def _moves(made: Parning) -> None:
    """Pair equal texts that stand in another place: first in the same section, then on the same page."""
    for near in (_in_section, _on_page, lambda *_: True):
        gone = defaultdict[str, list[Textplats]](list)
        for plats in reversed(made.borttagna):
            gone[plats.del_.text].append(plats)
        for plats in list(made.nya):
            close = [old for old in gone.get(plats.del_.text, ()) if near(made, old, plats)]
            if close and (len(plats.del_.text) >= MOVABLE or near is _in_section):
                gone[plats.del_.text].remove(close[-1])
                made.flyttade[plats] = close[-1]
        _forget(made)


def _in_section(made: Parning, old: Textplats, new: Textplats) -> bool:
    return made.avsnitt.get(new.avsnitt) is old.avsnitt


def _on_page(_made: Parning, old: Textplats, new: Textplats) -> bool:
    return old.avsnitt.sida == new.avsnitt.sida


def _forget(made: Parning) -> None:
    """Take what has found its pair out of what is new and what is gone."""
    found = {**made.flyttade, **made.ändrade}
    old = set(found.values())
    made.nya = [plats for plats in made.nya if plats not in found]
    made.borttagna = [plats for plats in made.borttagna if plats not in old]


def _changes(made: Parning, gaps: list[Gap]) -> None:
    """Pair units that were reworded where they stand, or elsewhere in their section."""
    free_old, free_new = set(made.borttagna), set(made.nya)
    sections = defaultdict[Textavsnitt, tuple[list[Textplats], list[Textplats]]](lambda: ([], []))
    for section, old, new in gaps:
        gone, come = [p for p in old if p in free_old], [p for p in new if p in free_new]
        alone = len(gone) == len(come) == 1
        pairs = _best_units(gone, come, ALONE_ALIKE if alone else ALIKE)
        made.ändrade.update(pairs)
        sections[section][0].extend(p for p in gone if p not in pairs.values())
        sections[section][1].extend(p for p in come if p not in pairs)
    for gone, come in sections.values():
        made.ändrade.update(_best_units(gone, come, ALIKE))
    _forget(made)


def _best_units(
    gone: Sequence[Textplats], come: Sequence[Textplats], least: float
) -> dict[Textplats, Textplats]:
    words = {plats: plats.del_.text.split() for plats in (*gone, *come)}
    scores = ((_alike(a, b, words, least), a, b) for a in gone for b in come if _same_kind(a, b))
    return {b: a for a, b in _best(scores, least)}


def _same_kind(one: Textplats, other: Textplats) -> bool:
    kinds = {one.del_.slag, other.del_.slag}
    return len(kinds) == 1 or kinds == {"mening", "punkt"}


def _alike(one: Textplats, other: Textplats, words: dict[Textplats, list[str]], least: float) -> float:
    """Return how alike two units are, from 0 to 1: by words, or for short ones by letters."""
    by_word = Indel.normalized_similarity(words[one], words[other], score_cutoff=least)
    if by_word:
        return by_word
    return Indel.normalized_similarity(one.del_.text, other.del_.text, score_cutoff=LETTERS_ALIKE)


def _changed_moves(made: Parning) -> None:
    """Pair units that were both moved to another section and reworded a little."""
    index = defaultdict[tuple[str, ...], list[Textplats]](list)
    for plats in made.borttagna:
        for three in _threes(plats):
            index[three].append(plats)
    scores = []
    for plats in made.nya:
        shared = Counter(old for three in _threes(plats) for old in index.get(three, ()))
        for old, _count in shared.most_common(CANDIDATES):
            words = {place: place.del_.text.split() for place in (old, plats)}
            scores.append((Indel.normalized_similarity(words[old], words[plats]), old, plats))
    made.flyttade.update((new, old) for old, new in _best(scores, MOVED_ALIKE))
    _forget(made)


def _threes(plats: Textplats) -> set[tuple[str, ...]]:
    words = plats.del_.text.casefold().split()
    return {tuple(words[at : at + 3]) for at in range(len(words) - 2)}
