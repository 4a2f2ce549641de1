"""En hänvisning till något som inte finns.

Gäller organ, kommuner, områden, rekommendationer, dokument och lagar. Id:t måste stå i listan det hör till.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.draft import Draft
from planmotor.nearest import listed, nearest, one_line, shown
from planmotor.problem import Problem

ID = "okand-hanvisning"
# Ids are much alike, and a guess at the wrong body does harm.
LIKENESS = 0.75


def check(draft: Draft) -> Iterator[Problem]:
    """Report each reference to an id that its list doesn't hold, with the nearest one."""
    for fault in draft.of_type(ID):
        if fault.value:
            kind = fault.context["lista"]
            known = list(draft.ids[kind])
            close = _named(draft, kind, fault.value) or nearest(fault.value, known, LIKENESS)
            if close:
                fix = f"Skriv i stället: {one_line(close)}   (finns: {listed(known)})"
            elif known:
                fix = f"Välj ett id i listan {kind} eller lägg till posten där   (finns: {listed(known)})"
            else:
                fix = f"Lägg till posten i listan {kind}."
            yield fault.problem(ID, f"{shown(fault.value)} finns inte i listan {kind}.", fix)


def _named(draft: Draft, kind: str, name: str) -> str | None:
    """Return the id of the record whose name was written in its id's stead."""
    for id, (document, loc) in draft.ids[kind].items():
        record = document.at(loc[:-1])
        if name.casefold() == str(record.get("namn", "")).casefold():
            return id
    return None
