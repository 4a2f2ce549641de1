"""Ett statusord som inte finns.

Det som behöver sägas utöver statusordet skrivs i kommentar. Utelämna status när ingen är angiven.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import nearest, shown
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft, Fault
from planmotor.plan.model.statusord import STATUSORD

ID = "okand-status"
KNOWN = tuple(post.ord for post in STATUSORD)
# What people write for a status, where the nearest word would mean something else or isn't near.
MEANT = {written: post.ord for post in STATUSORD for written in post.menas}


def concerns(fault: Fault) -> bool:
    """Tell whether the fault is a word that isn't a status, where one is wanted."""
    return fault.field == "status" or "rekommendationer" in fault.loc


def check(draft: Draft) -> Iterator[Problem]:
    """Report each status that isn't one of the known words, with the nearest."""
    for fault in draft.of_type("literal_error"):
        if concerns(fault) and isinstance(fault.value, str) and fault.value:
            close = MEANT.get(fault.value.strip().lower()) or nearest(fault.value, KNOWN)
            start = f"Skriv i stället: {fault.field}: {close}" if close else "Välj ett av orden"
            yield fault.problem(
                ID, f"Status {shown(fault.value)} finns inte.", f"{start}   (giltiga: {', '.join(KNOWN)})"
            )
