"""Ett id betyder något annat än i en beslutad version, eller två id har bytt plats.

Länkar, kalendrar och jämförelser följer id:t, aldrig texten. Ett id som har stått i en beslutad version får
därför bara betyda samma sak: samma slags post, i samma handlingsplan. Texten får ändras, men ett id får inte
ta över det namn som ett annat id hade.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import one_line
from planmotor.grund.problem import Problem
from planmotor.plan.draft import MAIN, Draft
from planmotor.plan.editions import Edition, Entry, decided_documents, entries, steps
from planmotor.plan.source import Document

ID = "id-bytt-betydelse"
NEW_ID = "Skriv ett nytt id här. Ett id som har använts får aldrig betyda något annat."


def check(draft: Draft) -> Iterator[Problem]:
    """Follow every id from the oldest decided version to the files of today."""
    if not draft.arkiv:
        return
    first: dict[str, Entry] = {}
    for document in (*decided_documents(draft), *draft.documents.values()):
        for entry in entries(document):
            before = first.setdefault(entry.id, entry)
            if (before.kind, before.handlingsplan) != (entry.kind, entry.handlingsplan):
                text = (
                    f'Id "{one_line(entry.id)}" står här {_standing(entry)}, men på {before.where} '
                    f"{_standing(before)}."
                )
                yield document.problem(entry.loc, ID, text, NEW_ID)
    for earlier, later in steps(draft):
        yield from _swapped(earlier, later)
    yield from _renamed_plan(draft)


def _renamed_plan(draft: Draft) -> Iterator[Problem]:
    """Report a plan whose own id isn't the one that it was decided with."""
    known = ((one, _plan_id(one)) for one in decided_documents(draft))
    decided, id = next(((one, id) for one, id in known if id), (None, ""))
    document = draft.documents.get(MAIN)
    if decided and document and _plan_id(document) != id:
        line = decided.where(("plan", "id"))[0]
        text = f'Planens id ska vara "{one_line(id)}", som det var i {decided.path}:{line}.'
        fix = f"Skriv i stället: id: {one_line(id)}   Kalendrar och flöden känner igen planen på det."
        yield document.problem(("plan", "id"), ID, text, fix)


def _plan_id(document: Document) -> str:
    plan = document.data.get("plan")
    id = plan.get("id") if isinstance(plan, dict) else None
    return id if isinstance(id, str) else ""


def _standing(entry: Entry) -> str:
    plan = f" i handlingsplanen {one_line(entry.handlingsplan)}" if entry.handlingsplan else ""
    return f"i listan {entry.kind}{plan}"


def _swapped(earlier: Edition, later: Edition) -> Iterator[Problem]:
    """Report each id that has taken the name of another, when that one stays with a new name."""
    renamed = {
        id: (earlier.entries[id].name, entry)
        for id, entry in later.entries.items()
        if id in earlier.entries and earlier.entries[id].name != entry.name
    }
    had = {(entry.kind, name): id for id, (name, entry) in renamed.items() if name}
    for id, (name, entry) in renamed.items():
        other = had.get((entry.kind, entry.name))
        if other is not None:
            text = (
                f'Id "{one_line(id)}" och "{one_line(other)}" har bytt plats: '
                f'i versionen från {earlier.datum} var "{one_line(entry.name)}" namnet på det andra.'
            )
            fix = f"Låt id:t stå kvar vid sin egen text. Här stod: namn: {one_line(name)}"
            yield entry.document.problem(entry.loc, ID, text, fix)
