"""What the plan doesn't say: rows without owner, time, measure or status, and measures without a value.

A gap is work to do, not a fault: the sources have many. What is written on an activity holds for its parts.
What a municipality adds of its own isn't held to it: a local plan says as much as the municipality wants.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planmotor.plan.falt import FÄLT
from planmotor.plan.falttyp import Värdeslag, Yta
from planmotor.plan.model.aktiviteter import Delaktivitet, Effektmått, Område
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad
from planmotor.plan.ytor import uppgifter

VÄRDE = "värde"  # a measure without any value is a gap too, though no field of an activity
# Each kind of gap, and what it is called: every field that a row is less whole without.
RUBRIKER = {
    **{f.namn: f.ord.get(Yta.LUCKOR, f"Utan {f.etikett.lower()}") for f in uppgifter(Yta.LUCKOR)},
    VÄRDE: "Effektmått utan rapporterat värde",
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
    if slag == VÄRDE:
        for område in plan.områden:
            yield from (Lucka(slag, område, mått) for mått in område.effektmått if not mått.värden)
        return
    for rad in plan.rader:
        if rad.räknas and not _has(rad, slag):
            yield Lucka(slag, rad.område, rad.aktivitet)


def _has(rad: Rad, slag: str) -> bool:
    own = rad.aktivitet
    # A status isn't inherited: it says how far this very part has come.
    inherits = rad.överordnad if FÄLT[slag].slag is not Värdeslag.STATUS else None
    fills = [fält for fält in FÄLT.values() if slag in (fält.namn, fält.fyller)]
    return any(fält.värde(akt) for fält in fills for akt in (own, inherits) if akt)
