"""Parts of a page that stand under a condition: from a call that opens one to the call that ends it.

``{{ om_saknas(vad="…") }}`` and ``{{ om_finns(vad="…") }}`` open, ``{{ slut_om() }}`` ends, each on a line of
its own. What stands between is published while the condition holds, and else it is as if it weren't written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planmotor.prosa.lasning.anrop import Anrop

OPENS, ENDS = ("om_saknas", "om_finns"), "slut_om"
# What the macro that opens a part returns when the part isn't to be published.
HIDDEN = "<!--dold-->"


@dataclass(frozen=True, slots=True)
class Villkor:
    """A part of a page: the call that opens it and the one that ends it."""

    öppnar: Anrop
    slutar: Anrop

    def omfattar(self, rad: int) -> bool:
        """Tell whether a line stands in the part."""
        return self.öppnar.rad <= rad <= self.slutar.rad


def villkoren(calls: Sequence[Anrop]) -> Iterator[Villkor]:
    """Yield the parts of a page; a call that has no other is passed over, for a rule tells of it."""
    opening: Anrop | None = None
    for call in calls:
        if call.namn in OPENS:
            opening = call
        elif call.namn == ENDS and opening:
            yield Villkor(opening, call)
            opening = None


def utan_par(calls: Sequence[Anrop]) -> Iterator[Anrop]:
    """Yield each call that opens a part within another or without an end, or ends what nothing opens."""
    opening: Anrop | None = None
    for call in calls:
        if call.namn in OPENS:
            if opening:
                yield opening
            opening = call
        elif call.namn == ENDS:
            if not opening:
                yield call
            opening = None
    if opening:
        yield opening


def hela_raden(text: str, call: Anrop) -> tuple[int, int]:
    """Return where the line of a call that stands alone begins and ends, its line feed too."""
    start = text.rfind("\n", 0, call.start) + 1
    end = text.find("\n", call.slut)
    return start, len(text) if end < 0 else end + 1


def står_ensamt(text: str, call: Anrop) -> bool:
    """Tell whether nothing but the call stands on its line."""
    start, end = hela_raden(text, call)
    return not text[start : call.start].strip() and not text[call.slut : end].strip()
