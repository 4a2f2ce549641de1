"""What is told of a decision: by the arguments of a command, or in a form that somebody filled in."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from planmotor.grund.problem import Stopped
from planmotor.plan.model.types import Datum

WHOLE_DAY = len("2025-02-21")


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what and when; ``dokument`` and ``avsnitt`` say where it stands, when that is known.

    ``gäller_från`` is the first day that the plan holds; None for the day of the decision.
    """

    handlingsplan: str
    datum: Datum
    organ: str
    beslut: str
    dokument: str | None = None
    avsnitt: str | None = None
    gäller_från: Datum | None = None


def parsed(text: str) -> Datum:
    """Return the day of a decision; raise Stopped when it isn't a whole day."""
    try:
        datum = Datum.parse(text)
    except PydanticCustomError:
        datum = Datum("")
    if len(datum) != WHOLE_DAY:
        raise Stopped(f'"{text}" är ingen dag. Skriv år-månad-dag, till exempel 2025-02-21.')
    return datum
