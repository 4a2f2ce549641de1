"""What somebody's file holds, before anyone asks what it means: paragraphs, tables, and where they stand."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from planmotor.grund.tecken import meant
from planmotor.grund.text import INVISIBLE, ODD

# All that breaks a line somewhere: VT is Word's own break within a paragraph, U+2028 that of the web.
LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
SHORT = 300  # characters: a form's own texts come again in every reply, and in every look at one
_SPACES = re.compile(rf"[ \t{ODD}]+")
INSTEAD = {"Cf": "", "Cs": "\ufffd"}  # of marks that only tell how to set a text, and of half a character


@dataclass(frozen=True, slots=True)
class Incell:
    """A cell of a table: how many columns wide it is, and whether it goes on from the cell above."""

    text: str
    bredd: int = 1
    fortsätter: bool = False
    tabeller: tuple[Intabell, ...] = ()

    @property
    def all_text(self) -> str:
        """The cell's text and, below it, that of the tables within it, a line for each row."""
        inner = (row.text for tabell in self.tabeller for row in tabell.rader)
        return "\n".join(part for part in (self.text, *inner) if part)


@dataclass(frozen=True, slots=True)
class Inrad:
    """A row of a table; ``nummer`` counts from 1 as people see it."""

    nummer: int
    celler: tuple[Incell, ...]

    @property
    def text(self) -> str:
        """All that stands in the row, on one line for each line of text."""
        return " | ".join(filter(None, (cell.all_text for cell in self.celler)))


@dataclass(frozen=True, slots=True)
class Intabell:
    """A table, or a sheet of a workbook."""

    plats: str
    rader: tuple[Inrad, ...]


@dataclass(frozen=True, slots=True)
class Instycke:
    """A paragraph. One that stands ``för_sig`` (a comment, a footnote) never joins its neighbours."""

    plats: str
    text: str
    rubrik: bool = False
    för_sig: bool = False


class Oläst(NamedTuple):
    """What stands in a file and isn't read as said: where, why, and the words themselves."""

    plats: str
    skäl: str
    text: str


@dataclass(slots=True)
class Innehåll:
    """All that one file says, in reading order, with the document's own properties and number of pictures.

    ``listor`` are what its drop-down lists offer, by the tag of each: the value of what is shown. ``oläst``
    is what nobody sees who opens the file: it is told of and not taken for what the sender says.
    """

    block: list[Instycke | Intabell] = field(default_factory=list)
    egenskaper: dict[str, str] = field(default_factory=dict)
    bilder: int = 0
    listor: dict[str, dict[str, str]] = field(default_factory=dict)
    oläst: list[Oläst] = field(default_factory=list)


def tidy(text: str) -> str:
    """Return a text that YAML can hold: composed letters, plain spaces, no hidden characters, no empty ends.

    Every word stays. A hidden character within a word (a soft break, a mark of direction) goes away; a
    control character becomes a space. Word's own bullets become those that every font has.
    """
    return _tidy_again(text) if len(text) <= SHORT else _tidy(text)


def _tidy(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    text = meant(LINE_BREAKS.sub("\n", text).replace("\u00ad", ""))
    text = INVISIBLE.sub(lambda found: INSTEAD.get(unicodedata.category(found[0]), " "), text)
    lines = (_SPACES.sub(" ", line).strip(" ") for line in text.split("\n"))
    return re.sub(r"\n{2,}", "\n", "\n".join(lines)).strip("\n")


_tidy_again = lru_cache(4_000)(_tidy)
