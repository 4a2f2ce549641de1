"""Så få har svarat i en enkät, eller på en fråga, att någon kan kännas igen.

Har färre än tio svarat ska svaren inte stå i filen, för den är öppen för alla. Det gäller gruppen och varje
fråga för sig: av 43 som svarade på enkäten kan sju ha svarat på en av frågorna. Antalet får stå kvar.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft
from planmotor.plan.model.enkat import LEAST_ANSWERS
from planmotor.plan.rules.fler_svar_an_svarande import number, results
from planmotor.plan.source import Value

ID = "for-fa-svar"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each result that has answers from fewer than ten people, as a whole or to one question."""
    for document, loc, result in results(draft):
        answered, questions = number(result.get("antal_svar")), result.get("svar")
        if questions and answered is not None and answered < LEAST_ANSWERS:
            yield document.problem(
                (*loc, "svar"),
                ID,
                f"Gruppen har bara {answered} svar, så någon kan kännas igen.",
                "Ta bort svar: och raderna under. Låt antal_svar stå kvar.",
            )
            continue
        for place, question in enumerate(questions if isinstance(questions, list) else ()):
            given = _given(question)
            if given is not None and given < LEAST_ANSWERS:
                yield document.problem(
                    (*loc, "svar", place),
                    ID,
                    f"Frågan har bara {given} svar, så någon kan kännas igen.",
                    "Ta bort frågan och dess svar ur resultatet.",
                )


def _given(question: Value) -> int | None:
    """Return how many answers a question has; None when its numbers can't be read."""
    answers = question.get("svar") if isinstance(question, dict) else None
    if not isinstance(answers, list) or not answers:
        return None
    numbers = [number(answer.get("antal")) if isinstance(answer, dict) else None for answer in answers]
    known = [one for one in numbers if one is not None]
    return sum(known) if len(known) == len(numbers) else None
