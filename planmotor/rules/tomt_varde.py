"""En nyckel står där utan värde.

Ett tomt fält kan betyda både "vet inte" och "glömt". Utelämna i stället hela raden när uppgiften saknas:
då skriver webbplatsen "ej angiven".
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.draft import Draft
from planmotor.problem import Problem
from planmotor.source import walk

ID = "tomt-varde"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each key or item of a list without a value, and each text that is empty."""
    for document in draft.documents.values():
        for loc in (loc for loc, value in walk(document.data) if value is None or value == ""):
            name = next((step for step in reversed(loc) if isinstance(step, str)), "")
            yield document.problem(
                loc,
                ID,
                f'Fältet "{name}" har inget värde.',
                f"Skriv ett värde efter kolon, eller ta bort raden: {name}:",
            )
