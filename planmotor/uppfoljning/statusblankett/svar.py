"""A form as it was read, before it is held against the plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from planmotor.uppfoljning.statusblankett.falt import Värden
from planmotor.uppfoljning.statusblankett.fel import Fel


class Svarsrad(NamedTuple):
    """A row of a form: where it stands, what it says, and what the plan said when the form was made."""

    ställe: str
    id: str
    nu: Värden
    då: Värden
    namn_då: str


class Oläst(NamedTuple):
    """Words that stand in a form and are no answer; ``sagd`` when a note tells of their place already.

    A locked cell has the row and column that it is in.
    """

    blad: str
    plats: str
    text: str
    id: str = ""
    kolumn: str = ""
    sagd: bool = False


@dataclass(slots=True)
class Statussvar:
    """A form as it was read. ``fel`` stops it; ``anmärkningar`` say what was left unread.

    ``olästa`` are the words themselves, for the sender and the editor: nobody has asked whether they may be
    published.
    ``låsta`` are the cells that nobody is asked to write in, until they are held against the plan.
    """

    fil: str
    organ: str = ""
    avtryck: str = ""
    rader: dict[str, Svarsrad] = field(default_factory=dict)
    fel: list[Fel] = field(default_factory=list)
    anmärkningar: list[str] = field(default_factory=list)
    olästa: list[Oläst] = field(default_factory=list)
    låsta: list[Oläst] = field(default_factory=list)

    @property
    def lämnat(self) -> list[str]:
        """What was left unread, with its words: for the sender, and for whoever reads the form in."""
        words = (f"Lästes inte: {one.text} (bladet {one.blad}, {one.plats})" for one in self.olästa)
        return [*self.anmärkningar, *words]

    def stop(self, place: str, text: str, råd: str) -> None:
        """Note something that stops the file."""
        self.fel.append(Fel(self.fil, place, text, råd))
