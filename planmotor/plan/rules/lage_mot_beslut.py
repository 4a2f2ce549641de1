"""Läget som står i filen säger emot det som har beslutats.

Läget räknas ut: ur arkivet, besluten och remisserna. Det enda som behöver skrivas är att en beslutad plan ska
revideras, läge: utkast. Står läget på två ställen kan de säga olika saker, och läsaren vet inte vilket som
gäller.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import one_line
from planmotor.grund.problem import Problem
from planmotor.plan.draft import MAIN, Draft
from planmotor.plan.frysta import Fryst, dagens, frysta, kvar, planens_egen

ID = "lage-mot-beslut"
REMOVE = "Ta bort raden. Läget räknas ut."


def check(draft: Draft) -> Iterator[Problem]:
    """Report each state that the decisions, or the consultations, contradict."""
    decided = frysta(draft)
    for id, post in dagens(draft).items():
        said = post.säger("läge")
        text = _objection(draft, post, decided.get(id, []), said) if said else ""
        if text:
            yield post.document.problem((*post.loc, "läge"), ID, text, REMOVE)
    yield from _the_plan(draft, decided)


def _objection(draft: Draft, post: Fryst, versions: list[Fryst], said: str) -> str:
    left = kvar(draft, versions[-1]) if versions else []
    if left:
        made = len(versions[-1].parter) - len(left)
        return (
            f'Läget är "{one_line(said)}", men versionen {versions[-1].datum} är beslutad av {made} av '
            f"{len(versions[-1].parter)}."
        )
    if said == "remiss" and _consulted(draft, post.handlingsplan):
        return "Läget är remiss, men det räknas ut ur datumen i data/remisser."
    return ""


def _consulted(draft: Draft, handlingsplan: str) -> bool:
    """Tell whether there is a consultation, with dates of its own, about the action plan."""
    rounds = (document.data for name, document in draft.documents.items() if name.startswith("remisser/"))
    about = (data for data in rounds if isinstance(data, dict) and "öppnar" in data)
    return any(handlingsplan in (data.get("gäller") or ()) for data in about)


def _the_plan(draft: Draft, decided: dict[str, list[Fryst]]) -> Iterator[Problem]:
    document, own = draft.documents.get(MAIN), planens_egen(draft)
    facts = document.data.get("plan") if document and isinstance(document.data, dict) else None
    if document is None or own is None or own.handlingsplan not in decided or not isinstance(facts, dict):
        return
    said, follows = facts.get("läge"), own.säger("läge") or "beslutad"
    if isinstance(said, str) and said != follows:
        name = one_line(own.handlingsplan)
        text = (
            f'Planens läge är "{one_line(said)}", men handlingsplanen {name} som beslutas med den är '
            f'"{one_line(follows)}".'
        )
        yield document.problem(("plan", "läge"), ID, text, REMOVE)
