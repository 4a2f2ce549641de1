"""En grupp i en enkät är så liten att någon kan kännas igen.

Har färre än tio svarat ska svaren inte stå i filen, för den är öppen för alla. Antalet får stå kvar.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft
from planmotor.plan.model.enkat import LEAST_ANSWERS
from planmotor.plan.rules.fler_svar_an_svarande import number, results

ID = "for-fa-svar"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each result that has answers from fewer than ten people."""
    for document, loc, result in results(draft):
        answered = number(result.get("antal_svar"))
        if result.get("svar") and answered is not None and answered < LEAST_ANSWERS:
            yield document.problem(
                (*loc, "svar"),
                ID,
                f"Gruppen har bara {answered} svar, så någon kan kännas igen.",
                "Ta bort svar: och raderna under. Låt antal_svar stå kvar.",
            )
