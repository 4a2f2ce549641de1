"""Samma id står på två ställen.

Ett id är permanent och unikt i alla datafiler. Ett id som har använts får aldrig återanvändas.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import one_line
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft, walk_ids
from planmotor.plan.source import Document, Loc

ID = "dubbelt-id"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each id that already stands somewhere else, in any of the files."""
    seen: dict[str, tuple[Document, Loc]] = {}
    for document in draft.documents.values():
        for _kind, id, loc in walk_ids(document.data):
            if id in seen:
                other, first = seen[id]
                where = f"{other.path}:{other.where(first)[0]}"
                name = one_line(id)
                yield document.problem(
                    loc, ID, f'Id "{name}" finns redan, på {where}.', f"Skriv ett nytt id: id: {name}-2"
                )
            else:
                seen[id] = (document, loc)
