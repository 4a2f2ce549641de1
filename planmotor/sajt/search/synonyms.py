"""Words that mean the same, from the plan's list of terms: a query on one finds the other."""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.plan.model.plan import Plan

SHORTEST = 3  # a shorter abbreviation begins too many words to be worth looking for


def synonyms(plan: Plan) -> dict[str, list[str]]:
    """Return what to look for as well, by what somebody wrote (in small letters)."""
    found: dict[str, dict[str, None]] = {}
    for written, meant in _pairs(plan):
        if written.lower() != meant.lower():
            found.setdefault(written.lower(), {})[meant] = None
    return {written: list(found[written]) for written in sorted(found)}


def _pairs(plan: Plan) -> Iterator[tuple[str, str]]:
    if plan.begrepp is None:
        return
    for term in plan.begrepp.begrepp:
        names = (term.namn, *term.kallas_även)
        yield from ((one, other) for one in names for other in names)
        yield from ((spoken, term.namn) for spoken in term.söks_som)
    for short in plan.begrepp.förkortningar:
        if short.uttydning:
            yield short.kort, short.uttydning
            if len(short.kort) >= SHORTEST:
                yield short.uttydning, short.kort
