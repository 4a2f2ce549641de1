"""En hänvisning till något som inte finns.

Gäller organ, kommuner, områden, rekommendationer, aktiviteter, dokument och lagar. Id:t måste stå i listan
det hör till. Har raden utgått med ett beslut, eller bytts ut, säger meddelandet vilken som följer den.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import MAX_GUESSES, listed, nearest, one_line, shown
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
    lists: dict[str, _List] = {}
    for fault in draft.of_type(ID):
        if fault.value:
            kind = fault.context["lista"]
            left = heirs(found, fault.value) if kind == ROWS else None
            if left is not None:
                yield fault.problem(ID, f"{shown(fault.value)} finns inte kvar i planen.", _instead(left))
                continue
            if kind not in lists:
                lists[kind] = _List(draft, kind)
            name, fix = CALLED.get(kind, kind), lists[kind].advice(fault.value)
            yield fault.problem(ID, f"{shown(fault.value)} finns inte i listan {name}.", fix)


class _List:
    """The ids of one list, asked for the one that was meant; a guess is made at so many only."""

    def __init__(self, draft: Draft, kind: str) -> None:
        self.name, self.known, self.guesses = CALLED.get(kind, kind), list(draft.ids[kind]), 0
        self.named: dict[str, str] = {}  # the id of each record by its name, if that was written instead
        for id, (document, loc) in draft.ids[kind].items():
            self.named.setdefault(str(document.at(loc[:-1]).get("namn", "")).casefold(), id)

    def advice(self, written: str) -> str:
        close = self.named.get(written.casefold()) or self._nearest(written)
        if close:
            return f"Skriv i stället: {one_line(close)}   (finns: {listed(self.known)})"
        if self.known:
            return (
                f"Välj ett id i listan {self.name} eller lägg till posten där   (finns: {listed(self.known)})"
            )
        return f"Lägg till posten i listan {self.name}."

    def _nearest(self, written: str) -> str | None:
        self.guesses += 1
        return nearest(written, self.known, LIKENESS) if self.guesses <= MAX_GUESSES else None


def _instead(heirs: list[str]) -> str:
    """Return what to do with a reference to a row that is gone: the likeliest id would be a guess."""
    if not heirs:
        return "Ta bort hänvisningen. Ingen rad följer den."
    return f"Skriv i stället: {', '.join(map(one_line, heirs))}   (raden som följer den)"
