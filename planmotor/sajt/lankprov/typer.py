"""What a file of the built site says of addresses: those that it leads to, and the places that it has."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Länk:
    """A link: the file it stands in, the address as it is written, its words, and the heading above it."""

    fil: str
    adress: str
    text: str = ""
    rubrik: str = ""


@dataclass(slots=True)
class Läst:
    """What was found in a file. ``vidare`` is where it sends its reader at once, when it does."""

    länkar: list[Länk] = field(default_factory=list)
    ankare: set[str] = field(default_factory=set)
    vidare: str = ""


@dataclass(frozen=True, slots=True)
class Död:
    """A link that leads nowhere: ``mål`` is the file or the page that is meant, below the root of the site.

    ``ankare`` is the place that is missing on a page that is there; empty when the page itself is missing.
    """

    länk: Länk
    mål: str
    ankare: str = ""
