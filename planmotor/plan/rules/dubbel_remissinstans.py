"""En remissinstans står två gånger i samma remiss.

Varje instans får en enda blankett.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import shown
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft, kind_of

ID = "dubbel-remissinstans"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each body that a round has already asked."""
    for name, document in draft.documents.items():
        listed = document.data.get("remissinstanser") if kind_of(name) == "remisser" else None
        seen: set[str] = set()
        for number, id in enumerate(listed if isinstance(listed, list) else []):
            if isinstance(id, str) and id in seen:
                text = f"Remissinstansen {shown(id)} står redan i listan."
                yield document.problem(("remissinstanser", number), ID, text, "Ta bort den ena.")
            elif isinstance(id, str):
                seen.add(id)
