"""What a comparison finds, ready to be shown: it needs neither of the two plans again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from planmotor.jamfora.diff.ord import Bit
from planmotor.jamfora.diff.prosatyp import Prosaändring
from planmotor.jamfora.diff.slag import SLAG


@dataclass(frozen=True, slots=True)
class Ändring:
    """One change of one kind in one place of the plan.

    ``id`` is the id in the later version, or in the earlier when the thing is gone. ``före`` and ``efter``
    are texts as people read them, with names of bodies rather than ids; None where there was nothing.
    ``text`` is a whole Swedish sentence without its full stop. ``bitar`` are the words of a changed text,
    else empty. ``handlingsplan`` and ``område`` are ids, empty for what belongs to no such thing; an own
    activity of a local plan has its kommun there. The names stand beside, for showing.
    ``anmärkning`` is the end of ``text`` that the pieces don't show.
    """

    id: str
    slag: str
    handlingsplan: str
    område: str
    före: str | None
    efter: str | None
    text: str
    bitar: tuple[Bit, ...] = ()
    namn: str = ""
    plannamn: str = ""
    områdesnamn: str = ""
    anmärkning: str = ""


@dataclass(frozen=True, slots=True)
class Jämförelse:
    """All that differs between two named versions, in the order of the later one.

    ``rader`` are the numbers of activities and steps in the earlier and the later version.
    """

    från: str
    till: str
    ändringar: tuple[Ändring, ...]
    prosa: Sequence[Prosaändring] = ()
    rader: tuple[int, int] = (0, 0)

    @property
    def sammanfattning(self) -> dict[str, int]:
        """How many changes there are of each kind that there are any of, in the order of ``SLAG``."""
        found = Counter(ändring.slag for ändring in self.ändringar)
        return {slag: found[slag] for slag in SLAG if found[slag]}

    @property
    def lika(self) -> bool:
        """Whether the two versions say the same."""
        return not self.ändringar and not self.prosa
