"""What a document is made of, whatever it is written as: parts with headings, and blocks of words in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Bitslag = Literal["lika", "borttaget", "tillagt"]
Ordslag = Literal["vanlig", "fet", "tyst"] | Bitslag


class Ord(NamedTuple):
    """A run of words. ``till`` is what they name, for a writer that is told where such things are shown."""

    text: str
    slag: Ordslag = "vanlig"
    till: str = ""


Text = tuple[Ord, ...]


@dataclass(frozen=True, slots=True)
class Stycke:
    """A paragraph: plain, how something was counted, or a notice of what can't be told and what to do.

    One of several facts about the same thing, ``uppgift``, stands close to the next.
    """

    text: Text
    slag: Literal["text", "räknat", "notis", "uppgift"] = "text"


class Punkt(NamedTuple):
    """An item of a list, with items below it."""

    text: Text
    under: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Lista:
    """A list whose order carries no meaning of its own."""

    punkter: tuple[Punkt, ...]


@dataclass(frozen=True, slots=True)
class Tabell:
    """A table: its caption, the names of its columns, its rows and, for numbers, the row of sums.

    The first cell of each row is its header. ``siffror`` tells that all other cells are numbers.
    """

    rubrik: str
    kolumner: tuple[str, ...]
    rader: tuple[tuple[Text, ...], ...]
    summa: tuple[Text, ...] = ()
    siffror: bool = False


Block = Stycke | Lista | Tabell


@dataclass(frozen=True, slots=True)
class Del:
    """A part of a document: an id that an address can hold, its heading, its blocks and the parts below."""

    id: str
    rubrik: str
    block: tuple[Block, ...] = ()
    delar: tuple[Del, ...] = ()


@dataclass(frozen=True, slots=True)
class Dokument:
    """What it is and of what, facts about it, and its parts.

    ``uppgifter`` are pairs of a name and a value that stand below the title. ``dag`` is the day that the
    document looks at; one without is the same whatever day it is.
    """

    slag: str
    om: str
    uppgifter: tuple[tuple[str, str], ...]
    delar: tuple[Del, ...]
    dag: date | None = None
    avsändare: str = ""

    @property
    def titel(self) -> str:
        """The whole title: what it is, and of what."""
        return f"{self.slag}: {self.om}"

    @property
    def fot(self) -> str:
        """What stands at the foot of each page."""
        return f"{self.slag} {self.dag.isoformat()}" if self.dag else self.titel

    def notiser(self) -> Iterator[str]:
        """Yield what the document couldn't tell, and what to do about it."""
        for block in (block for part in alla(self.delar) for block in part.block):
            if isinstance(block, Stycke) and block.slag == "notis":
                yield slät(block.text)


def alla(parts: Iterable[Del]) -> Iterator[Del]:
    """Yield parts and those below them, in reading order."""
    for part in parts:
        yield part
        yield from alla(part.delar)


def text(*words: str | Ord) -> Text:
    """Return words as a text; plain strings are ordinary words."""
    return tuple(word if isinstance(word, Ord) else Ord(word) for word in words)


def stycke(*words: str | Ord) -> Stycke:
    """Return an ordinary paragraph."""
    return Stycke(text(*words))


def räknat(words: str) -> Stycke:
    """Return the paragraph that tells how something was counted."""
    return Stycke(text(f"Så är det räknat: {words}"), "räknat")


def notis(words: str) -> Stycke:
    """Return a notice."""
    return Stycke(text(words), "notis")


def lista(items: Iterable[Text | str]) -> Lista:
    """Return a list of plain items."""
    return Lista(tuple(Punkt(text(item) if isinstance(item, str) else item) for item in items))


def angivet(value: str | None, missing: str) -> Text:
    """Return a value, or in quieter words that there is none."""
    return text(value or Ord(missing, "tyst"))


def slät(words: Text) -> str:
    """Return a text without its marks."""
    return "".join(word.text for word in words)
