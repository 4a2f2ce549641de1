"""The consultation that a printed version belongs to, out of the plan's rounds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from planmotor.model.plan import Plan
from planmotor.tryck.uppgifter import Remissuppgifter


def remissuppgifter(plan: Plan, dag: date, say: Callable[[str], None]) -> Remissuppgifter:
    """Return the facts of the round that is open or to come, the nearest first; say so when there is none."""
    rounds = [found for found in getattr(plan, "remisser", ()) if _last(found) and _last(found) >= dag]
    if not rounds:
        say("Ingen remiss är öppen eller på väg i data/remisser. Beteckning och sista svarsdag utelämnas.")
        return Remissuppgifter()
    chosen = min(rounds, key=_last)
    ways = chosen.svara
    return Remissuppgifter(
        beteckning=chosen.diarienummer,
        svara_senast=_last(chosen),
        svara_till=tuple(filter(None, (ways.mottagare, ways.e_post, ways.post, ways.länk))) if ways else (),
        frågor=tuple(question.fråga for question in chosen.frågor),
    )


def _last(found: Any) -> Any:
    return found.stänger.sista if found.stänger else None
