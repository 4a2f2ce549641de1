"""What the plan doesn't say: rows without owner, time, measure or status, and measures without a value.

A gap is work to do, not a fault: the sources have many. What is written on an activity holds for its parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from planmotor.plan.model.aktiviteter import Delaktivitet, Effektmått, Område
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad

Finns = Callable[[Delaktivitet], object]
# What is missing, in words, and how a row shows that it isn't.
SLAG: dict[str, Finns] = {
    "status": lambda akt: akt.status,
    "ansvarig": lambda akt: akt.ansvarig,
    "tid": lambda akt: akt.tid or akt.prioritet,
    "mått": lambda akt: akt.mått,
}
RUBRIKER = {
    "status": "Utan status",
    "ansvarig": "Utan ansvarig",
    "tid": "Utan tid",
    "mått": "Utan mått",
    "värde": "Effektmått utan rapporterat värde",
}


class Lucka(NamedTuple):
    """A value that is missing: of which kind, in which area, and the record that lacks it."""

    slag: str
    område: Område
    post: Delaktivitet | Effektmått


def gaps(plan: Plan) -> tuple[Lucka, ...]:
    """Return every gap, kind by kind in the order of ``RUBRIKER``, each in the order of the plan."""
    return tuple(lucka for slag in RUBRIKER for lucka in _of(plan, slag))


def _of(plan: Plan, slag: str) -> Iterator[Lucka]:
    if slag == "värde":
        for område in plan.områden:
            yield from (Lucka(slag, område, mått) for mått in område.effektmått if not mått.värden)
        return
    for rad in plan.rader:
        if rad.räknas and not _has(rad, slag):
            yield Lucka(slag, rad.område, rad.aktivitet)


def _has(rad: Rad, slag: str) -> bool:
    stated = SLAG[slag]
    # A status isn't inherited: it says how far this very part has come.
    inherits = slag != "status" and rad.överordnad is not None
    return bool(stated(rad.aktivitet) or (inherits and stated(rad.överordnad)))  # type: ignore[arg-type]
