"""Questions to the plan: which rows are ours, which have no date, what comes next."""

from __future__ import annotations

from datetime import date

from planmotor.oppna.query.parser import parse
from planmotor.oppna.query.words import QuestionError
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad

__all__ = ["QuestionError", "ask"]


def ask(plan: Plan, question: str, day: date, *, everything: bool = False) -> list[Rad]:
    """Return the rows that the question is true of, in the order of the plan; ``day`` is what idag means.

    The municipalities' own rows come last. Only rows that count are asked about, as in every overview: a
    divided activity leaves its status to its parts. ``everything`` asks about them too. Raises QuestionError.
    """
    match = parse(question, plan, day)
    return [rad for rad in plan.alla_rader if (everything or rad.räknas) and match(rad)]
