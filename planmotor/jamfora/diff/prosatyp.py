"""A change in the prose, and where among the others it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from planmotor.jamfora.diff.ord import Bit
from planmotor.jamfora.diff.par import Parning, Textplats
from planmotor.jamfora.diff.sidtext import Textavsnitt, Textsida

Prosaslag = Literal["ny", "borttagen", "ändrad", "flyttad"]


@dataclass(frozen=True, slots=True)
class Prosaändring:
    """One change in the prose.

    ``sida`` is the page's path below ``docs`` and ``ankare`` the section's anchor there, both of the later
    version unless the thing is gone. ``avsnitt`` is the section's heading, empty above the first one.
    ``före`` and ``efter`` are Markdown; None where there was nothing. ``bitar`` are the words of a changed
    text, else empty. ``text`` is a whole Swedish sentence without its full stop.
    """

    sida: str
    avsnitt: str
    ankare: str
    slag: Prosaslag
    före: str | None
    efter: str | None
    bitar: tuple[Bit, ...]
    text: str


# Page, section, unit: where in the later version a change is told. What is gone stands after what was
# before it.
Ställe = tuple[str, float, float]
Funnen = tuple[Ställe, Prosaändring]


class Ordning:
    """What answers to what, and the place of everything in the later version."""

    def __init__(self, par: Parning, före: Sequence[Textsida], efter: Sequence[Textsida]) -> None:
        """Number the sections of the later version, and put what is gone after what was before it."""
        self.par, self.före, self.efter = par, före, efter
        self.sida_av = {old.path: new.path for old, new in par.sidor}
        self.senare = {old: new for new, old in par.avsnitt.items()}
        self.titlar = {page.path: page.titel for page in (*efter, *före)}
        self.hela = {*_whole(efter, set(par.avsnitt), set(self.sida_av.values()))}
        self.hela |= {*_whole(före, set(self.senare), set(self.sida_av))}
        self._kvar = {old: new for new, old in par.lika.items()}
        self.nummer: dict[Textavsnitt, tuple[str, float]] = {}
        for page in efter:
            self.nummer |= {avsnitt: (page.path, n) for n, avsnitt in enumerate(page.avsnitt)}
        for page in före:
            self._place_of_gone(page)

    def _place_of_gone(self, page: Textsida) -> None:
        path, last = self.sida_av.get(page.path, page.path), -0.5
        for avsnitt in page.avsnitt:
            if avsnitt not in self.senare:
                self.nummer[avsnitt] = (path, last)
                continue
            self.nummer[avsnitt] = self.nummer[self.senare[avsnitt]]
            if self.nummer[avsnitt][0] == path:
                last = self.nummer[avsnitt][1] + 0.5

    def plats(self, plats: Textplats, gone: bool = False) -> Ställe:
        """Return where a unit is told of; one that is gone comes after what was before it."""
        path, number = self.nummer[plats.avsnitt]
        if not gone:
            return path, number, plats.nummer
        small = plats.nummer / 1_000_000
        for earlier in range(plats.nummer - 1, -1, -1):
            stays = self._kvar.get(Textplats(plats.avsnitt, earlier))
            if stays:
                return path, number, stays.nummer + 0.5 + small
        return path, number, small - 0.5

    def ändring(
        self,
        avsnitt: Textavsnitt,
        slag: Prosaslag,
        före: str | None,
        efter: str | None,
        text: str,
        bitar: tuple[Bit, ...] = (),
    ) -> Prosaändring:
        """Return a change in a section, which is named as it is in the later version if it is there."""
        now = self.senare.get(avsnitt, avsnitt)
        page = now.sida if now is not avsnitt else self.nummer[avsnitt][0]
        return Prosaändring(page, now.rubrik, now.ankare, slag, före, efter, bitar, text)


def _whole(pages: Sequence[Textsida], paired: set[Textavsnitt], kept: set[str]) -> Iterator[Textavsnitt]:
    """Yield the sections that are told of as wholes: those without a pair that have a heading."""
    for page in pages:
        for avsnitt in page.avsnitt:
            if avsnitt not in paired and (avsnitt.rubrik or page.path not in kept):
                yield avsnitt
