"""Two built sites held against each other: every page as its reader meets it, and every file beside them.

Only what is built can tell which pages look different: a number may reach a page by many ways. What stands on
every page, such as the menu and the notice of a draft, is told once and not once a page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from planmotor.grund.sprak import antal, citat, uppräknade


@dataclass(frozen=True, slots=True)
class Sidbild:
    """A built page: its title, the lines of its text, its links with their words, and the places on it."""

    titel: str
    rader: tuple[str, ...]
    länkar: tuple[str, ...] = ()
    ankare: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bygge:
    """A built site: its pages by address, its files by path with a checksum, and what every page shows."""

    sidor: Mapping[str, Sidbild]
    filer: Mapping[str, str]
    ram: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sidskillnad:
    """A page that differs: ``slag`` is ny, borttagen or ändrad; the rest is what has come and gone on it."""

    adress: str
    titel: str
    slag: str
    nya_rader: int = 0
    borta_rader: int = 0
    nya_länkar: int = 0
    borta_länkar: int = 0
    borta_ankare: tuple[str, ...] = ()

    @property
    def i_ord(self) -> str:
        """What has come and gone, in words; empty when only the order or the places are others."""
        pairs = (
            (self.nya_rader, "ny rad", "nya rader"),
            (self.borta_rader, "rad borta", "rader borta"),
            (self.nya_länkar, "ny länk", "nya länkar"),
            (self.borta_länkar, "länk borta", "länkar borta"),
            (len(self.borta_ankare), "ställe borta", "ställen borta"),
        )
        return uppräknade(antal(number, one, many) for number, one, many in pairs if number)


@dataclass(frozen=True, slots=True)
class Skillnad:
    """All that differs between two built sites."""

    sidor: tuple[Sidskillnad, ...]
    filer: tuple[str, ...]
    ram: tuple[str, ...]
    antal_sidor: int


def skillnad(före: Bygge, efter: Bygge) -> Skillnad:
    """Return what differs, pages and files in the order of their addresses."""
    pages = tuple(_pages(före.sidor, efter.sidor))
    files = sorted(
        path for path in {**före.filer, **efter.filer} if före.filer.get(path) != efter.filer.get(path)
    )
    frame = tuple(_frame(före.ram, efter.ram))
    return Skillnad(pages, tuple(files), frame, len({**före.sidor, **efter.sidor}))


def _pages(före: Mapping[str, Sidbild], efter: Mapping[str, Sidbild]) -> Iterator[Sidskillnad]:
    for address in sorted({**före, **efter}):
        old, new = före.get(address), efter.get(address)
        if old == new:
            continue
        if old is None or new is None:
            shown = new or old
            yield Sidskillnad(address, shown.titel if shown else "", "ny" if new else "borttagen")
            continue
        lines, links = Counter(new.rader), Counter(new.länkar)
        old_lines, old_links = Counter(old.rader), Counter(old.länkar)
        yield Sidskillnad(
            address,
            new.titel,
            "ändrad",
            (lines - old_lines).total(),
            (old_lines - lines).total(),
            (links - old_links).total(),
            (old_links - links).total(),
            tuple(sorted({*old.ankare} - {*new.ankare})),
        )


def _frame(före: Iterable[str], efter: Iterable[str]) -> Iterator[str]:
    """Yield what has changed in what every page shows: its menu, its foot and its notice."""
    old, new = list(före), list(efter)
    gone, come = [one for one in old if one not in new], [one for one in new if one not in old]
    yield from (f"Det här står inte längre på varje sida: {citat(one)}" for one in gone)
    yield from (f"Det här är nytt på varje sida: {citat(one)}" for one in come)
    if old != new and not gone and not come:
        yield "Det som står på varje sida har en annan ordning"
