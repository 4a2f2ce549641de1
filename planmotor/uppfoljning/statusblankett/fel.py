"""What stops a form, and what is said of one, told to the person who has to answer its sender."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fel:
    """Something that stops a file. ``ställe`` is its sheet and cell, empty when it is the file as a whole."""

    fil: str
    ställe: str
    text: str
    råd: str

    def __str__(self) -> str:
        """Return file, place and what is wrong on one line, and what to do about it on the next."""
        where = f"{self.fil}, {self.ställe}" if self.ställe else self.fil
        return f"{where}: {self.text}\n  {self.råd}"


def told(faults: Iterable[Fel]) -> str:
    """Return every fault, in the order that they were found and each once."""
    return "\n".join(dict.fromkeys(map(str, faults)))
