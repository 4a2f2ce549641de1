"""What a reply file holds, before anyone asks what it means: paragraphs and tables, and where they stand."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from planmotor.grund.tecken import meant
from planmotor.grund.text import INVISIBLE, ODD

_SPACES = re.compile(rf"[ \t\x0b\x0c{ODD}]+")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: how many columns wide it is, and whether it goes on from the cell above."""

    text: str
    bredd: int = 1
    fortsätter: bool = False
    tabeller: tuple[Tabell, ...] = ()

    @property
    def all_text(self) -> str:
        """The cell's text and, below it, that of the tables within it, a line for each row."""
        inner = (row.text for tabell in self.tabeller for row in tabell.rader)
        return "\n".join(part for part in (self.text, *inner) if part)


@dataclass(frozen=True, slots=True)
class Rad:
    """A row of a table; ``nummer`` counts from 1 as people see it."""

    nummer: int
    celler: tuple[Cell, ...]

    @property
    def text(self) -> str:
        """All that stands in the row, on one line for each line of text."""
        return " | ".join(cell.all_text for cell in self.celler if cell.all_text)


@dataclass(frozen=True, slots=True)
class Tabell:
    """A table, or a sheet of a workbook."""

    plats: str
    rader: tuple[Rad, ...]


@dataclass(frozen=True, slots=True)
class Stycke:
    """A paragraph. One that stands ``för_sig`` (a comment, a footnote) never joins its neighbours."""

    plats: str
    text: str
    rubrik: bool = False
    för_sig: bool = False


@dataclass(slots=True)
class Innehåll:
    """All that one file says, in reading order, with the document's own properties and number of pictures.

    ``val`` are the sections that its lists offer, by what they show: those of the day when the form was made.
    """

    block: list[Stycke | Tabell] = field(default_factory=list)
    egenskaper: dict[str, str] = field(default_factory=dict)
    bilder: int = 0
    val: dict[str, str] = field(default_factory=dict)


def tidy(text: str) -> str:
    """Return a text that YAML can hold: composed letters, plain spaces, no hidden characters, no empty ends.

    Every word stays. A hidden character within a word (a soft break, a mark of direction) goes away; a
    control character becomes a space. Word's own bullets become those that every font has.
    """
    text = unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", text))
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = meant(text.replace("\u00ad", ""))
    text = INVISIBLE.sub(lambda found: "" if unicodedata.category(found[0]) == "Cf" else " ", text)
    lines = (_SPACES.sub(" ", line).strip(" ") for line in text.split("\n"))
    return re.sub(r"\n{2,}", "\n", "\n".join(lines)).strip("\n")
