"""En hänvisning till något som inte finns.

Gäller organ, kommuner, områden, rekommendationer, aktiviteter, dokument och lagar. Id:t måste stå i listan
det hör till. Har raden utgått med ett beslut, eller bytts ut, säger meddelandet vilken som följer den.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import listed, nearest, one_line, shown
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft
from planmotor.plan.editions import ROWS, editions, heirs

ID = "okand-hanvisning"
# Ids are much alike, and a guess at the wrong body does harm.
LIKENESS = 0.75
# What a list that is several is called where it is told of.
CALLED = {"parter": "organ eller kommuner"}


def check(draft: Draft) -> Iterator[Problem]:
    """Report each reference to an id that its list doesn't hold, with the nearest one."""
    found = [edition for line in editions(draft).values() for edition in line] if draft.arkiv else []
    for fault in draft.of_type(ID):
        if fault.value:
            kind = fault.context["lista"]
            left = heirs(found, fault.value) if kind == ROWS else None
            if left is not None:
                yield fault.problem(ID, f"{shown(fault.value)} finns inte kvar i planen.", _instead(left))
                continue
            known, name = list(draft.ids[kind]), CALLED.get(kind, kind)
            close = _named(draft, kind, fault.value) or nearest(fault.value, known, LIKENESS)
            if close:
                fix = f"Skriv i stället: {one_line(close)}   (finns: {listed(known)})"
            elif known:
                fix = f"Välj ett id i listan {name} eller lägg till posten där   (finns: {listed(known)})"
            else:
                fix = f"Lägg till posten i listan {name}."
            yield fault.problem(ID, f"{shown(fault.value)} finns inte i listan {name}.", fix)


def _instead(heirs: list[str]) -> str:
    """Return what to do with a reference to a row that is gone: the likeliest id would be a guess."""
    if not heirs:
        return "Ta bort hänvisningen. Ingen rad följer den."
    return f"Skriv i stället: {', '.join(map(one_line, heirs))}   (raden som följer den)"


def _named(draft: Draft, kind: str, name: str) -> str | None:
    """Return the id of the record whose name was written in its id's stead."""
    for id, (document, loc) in draft.ids[kind].items():
        record = document.at(loc[:-1])
        if name.casefold() == str(record.get("namn", "")).casefold():
            return id
    return None
