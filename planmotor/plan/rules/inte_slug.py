"""Ett id som inte är skrivet som ett id.

Ett id blir en del av en webbadress. Det består av små bokstäver a–z, siffror och bindestreck.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import shown, slug
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft

ID = "inte-slug"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each id that isn't a slug, with the slug that it could be."""
    for fault in draft.of_type(ID):
        if fault.value:
            yield fault.problem(
                ID,
                f"{shown(fault.value)} går inte att använda som id.",
                f"Skriv i stället: id: {slug(fault.value) or 'nytt-id'}   (a–z, 0–9 och bindestreck)",
            )
