"""Dates that have moved while the words beside them stayed: the two may no longer mean the same occasion."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from planmotor.grund.nearest import shown
from planmotor.grund.problem import Problem, shown_path
from planmotor.plan.model.aktiviteter import Tid
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad
from planmotor.plan.reminders import MOVED


def flyttade(före: Plan, efter: Plan) -> Iterator[tuple[Rad, Tid, Tid]]:
    """Yield each row with another date than before and the same words beside it, and its two times."""
    earlier = {rad.aktivitet.id: rad.aktivitet.tid for rad in före.alla_rader}
    for rad in efter.alla_rader:
        old, new = earlier.get(rad.aktivitet.id), rad.aktivitet.tid
        if old and new and new.text and old.text == new.text and _dates(old) != _dates(new):
            yield rad, old, new


def _dates(tid: Tid) -> tuple[str | None, str | None]:
    return tid.från, tid.klart_senast


def frågor(data: Path, före: Plan, efter: Plan) -> Iterator[Problem]:
    """Yield a question about each: where it stands, how the date has moved and what the words still say."""
    for rad, old, new in flyttade(före, efter):
        moved = f"{_said(old)} till {_said(new)}"
        yield Problem(
            shown_path(data),
            new.rad or rad.aktivitet.rad,
            1,
            MOVED,
            f"Datumet för {shown(rad.aktivitet.namn)} har flyttats från {moved}, "
            f"men orden {shown(new.text)} står kvar.",
            "Stämmer orden också med det nya datumet? Rätta annars fältet text under tid, eller ta bort det.",
        )


def _said(tid: Tid) -> str:
    return "–".join(date for date in _dates(tid) if date) or "inget datum"
