"""Ett svar i en enkät har fler svar än det finns svarande.

Antalet för ett svar kan inte vara större än antal_svar. Oftast är det en siffra för mycket.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft
from planmotor.plan.source import Document, Loc, Value, walk

ID = "fler-svar-an-svarande"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each answer that more people gave than answered."""
    for document, loc, result in results(draft):
        answered = number(result.get("antal_svar"))
        for inner, value in walk(result.get("svar")):
            given = number(value) if inner[-1:] == ("antal",) else None
            if answered is not None and given is not None and given > answered:
                yield document.problem(
                    (*loc, "svar", *inner),
                    ID,
                    f"{given} har gett svaret, men bara {answered} har svarat.",
                    "Rätta antal eller antal_svar.",
                )


def results(draft: Draft) -> Iterator[tuple[Document, Loc, dict[str, Value]]]:
    """Yield every result of a survey, as it stands in the file, and where."""
    document = draft.documents.get("enkater")
    listed = document.data.get("resultat") if document else None
    for place, result in enumerate(listed if isinstance(listed, list) else ()):
        if document and isinstance(result, dict):
            yield document, ("resultat", place), result


def number(value: Value) -> int | None:
    """Return a whole number that is written with digits; None when it is something else."""
    return int(value) if isinstance(value, str) and value.isascii() and value.isdecimal() else None
