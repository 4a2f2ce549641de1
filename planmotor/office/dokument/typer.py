"""What a report is made of, whatever it is shown as: parts with headings, and blocks of words below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from planmotor.plan.model.rad import Rad

Bitslag = Literal["lika", "borttaget", "tillagt"]
Ordslag = Literal["vanlig", "fet", "tyst"] | Bitslag


class Ord(NamedTuple):
    """A run of words. ``rad`` is the row that they name, for those who can link to it."""

    text: str
    slag: Ordslag = "vanlig"
    rad: Rad | None = None


Text = tuple[Ord, ...]


@dataclass(frozen=True, slots=True)
class Stycke:
    """A paragraph: plain, how something was counted, or a notice of what can't be told and what to do."""

    text: Text
    slag: Literal["text", "räknat", "notis"] = "text"


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
class Avsnitt:
    """A part of the report: an id that an address can hold, its heading, its blocks and the parts below."""

    id: str
    rubrik: str
    block: tuple[Block, ...] = ()
    delar: tuple[Avsnitt, ...] = ()


@dataclass(frozen=True, slots=True)
class Rapport:
    """The paper for a meeting: what it is and of what, the day that it looks at, facts, and its parts.

    ``uppgifter`` are pairs of a name and a value that stand below the title.
    """

    slag: str
    om: str
    dag: date
    uppgifter: tuple[tuple[str, str], ...]
    avsnitt: tuple[Avsnitt, ...]

    @property
    def titel(self) -> str:
        """The whole title: what it is, and of what."""
        return f"{self.slag}: {self.om}"

    def notiser(self) -> Iterator[str]:
        """Yield what the report couldn't tell, and what to do about it."""
        for avsnitt in alla(self.avsnitt):
            for block in avsnitt.block:
                if isinstance(block, Stycke) and block.slag == "notis":
                    yield slät(block.text)


def alla(parts: Iterable[Avsnitt]) -> Iterator[Avsnitt]:
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


def radnamn(rad: Rad) -> Text:
    """Return a row's name, to link to it, and the area that it stands in."""
    return (Ord(rad.aktivitet.namn, rad=rad), Ord(f" ({rad.område.namn})", "tyst"))


def angivet(value: str | None, missing: str) -> Text:
    """Return a value, or in quieter words that there is none."""
    return text(value or Ord(missing, "tyst"))


def slät(words: Text) -> str:
    """Return a text without its marks."""
    return "".join(word.text for word in words)
