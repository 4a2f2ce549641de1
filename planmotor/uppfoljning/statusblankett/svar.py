"""A form as it was read, before it is held against the plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from planmotor.grund.sprak import citat
from planmotor.uppfoljning.statusblankett.falt import Värden
from planmotor.uppfoljning.statusblankett.fel import Fel


class Svarsrad(NamedTuple):
    """A row of a form: where it stands, what it says, and what the plan said when the form was made."""

    ställe: str
    id: str
    nu: Värden
    då: Värden
    namn_då: str


class Lämnat(NamedTuple):
    """Words that were left unread: what and where, which may be published, and the words, which may not."""

    vad: str
    ord: str

    @property
    def i_ord(self) -> str:
        """Both, for the sender and for the editor."""
        return f"{self.vad.rstrip('.')}: {citat(self.ord)}" if self.ord else self.vad


@dataclass(slots=True)
class Statussvar:
    """A form as it was read. ``fel`` stops it; ``lämnat`` is what was left unread."""

    fil: str
    organ: str = ""
    avtryck: str = ""
    rader: dict[str, Svarsrad] = field(default_factory=dict)
    fel: list[Fel] = field(default_factory=list)
    lämnat: list[Lämnat] = field(default_factory=list)

    @property
    def anmärkningar(self) -> list[str]:
        """What was left unread, without the words: they were never meant to be published."""
        return [one.vad for one in self.lämnat]

    def leave(self, vad: str, ord: str = "") -> None:
        """Note something that is left unread."""
        self.lämnat.append(Lämnat(vad, ord))

    def stop(self, place: str, text: str, råd: str) -> None:
        """Note something that stops the file."""
        self.fel.append(Fel(self.fil, place, text, råd))
