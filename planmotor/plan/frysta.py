"""Decided versions and decisions as plain values, for the rules that hold the one against the other.

The counterpart of ``beslutslage`` for files that may hold faults: nothing here rests on the model.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from planmotor.plan.arkivmapp import address
from planmotor.plan.draft import MAIN, Draft
from planmotor.plan.source import Document, Loc, Value

PLANS = "handlingsplaner"


class Fryst(NamedTuple):
    """An action plan in a file: of which day, empty for that of today, and what it says of itself."""

    handlingsplan: str
    datum: str
    document: Document
    loc: Loc
    post: dict[str, Value]

    @property
    def parter(self) -> list[str]:
        """Those who all are to decide it."""
        listed = self.post.get("beslutas_av")
        return [part for part in listed if isinstance(part, str)] if isinstance(listed, list) else []

    def säger(self, key: str) -> str | None:
        """Return the text that stands at a key; None when there is none."""
        said = self.post.get(key)
        return said if isinstance(said, str) else None


class Noterat(NamedTuple):
    """A decision in the register: its place there and what it says."""

    document: Document
    loc: Loc
    post: dict[str, Value]

    def gäller(self, version: Fryst) -> bool:
        """Tell whether it is the decision about a version."""
        about, day = self.post.get("gäller"), self.post.get("version") or self.post.get("datum")
        return isinstance(about, list) and version.handlingsplan in about and day == version.datum


def frysta(draft: Draft) -> dict[str, list[Fryst]]:
    """Return the decided versions of each action plan, the oldest first."""
    found: dict[str, list[Fryst]] = {}
    for one in draft.arkiv:
        place = address(one.path, draft.path)
        if place and MAIN in one.documents:
            for made in _plans(one.documents[MAIN], str(place[1])):
                if made.handlingsplan == place[0]:
                    found.setdefault(made.handlingsplan, []).append(made)
    return {id: sorted(line, key=lambda version: version.datum) for id, line in found.items()}


def dagens(draft: Draft) -> dict[str, Fryst]:
    """Return the action plans of today, by id."""
    document = draft.documents.get(MAIN)
    return {made.handlingsplan: made for made in _plans(document, "")} if document else {}


def planens_egen(draft: Draft) -> Fryst | None:
    """Return the action plan that is decided with the plan: the one that says so, or the only one."""
    found = list(dagens(draft).values())
    told = (one for one in found if one.säger("beslutas_med_planen") == "true")
    return next(told, found[0] if len(found) == 1 else None)


def noterade(draft: Draft) -> list[Noterat]:
    """Return the decisions of the register; events are left out."""
    document = draft.documents.get("beslut")
    listed = document.data.get("beslut") if document and isinstance(document.data, dict) else None
    if document is None or not isinstance(listed, list):
        return []
    posts = ((("beslut", number), post) for number, post in enumerate(listed) if isinstance(post, dict))
    return [Noterat(document, loc, post) for loc, post in posts if post.get("slag") == "beslut"]


def kvar(draft: Draft, version: Fryst) -> list[str]:
    """Return the parties that haven't decided a version yet."""
    decided = {one.post.get("organ") for one in noterade(draft) if one.gäller(version)}
    return [part for part in version.parter if part not in decided]


def _plans(document: Document, datum: str) -> Iterator[Fryst]:
    listed = document.data.get(PLANS) if isinstance(document.data, dict) else None
    for number, post in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(post, dict) and isinstance(post.get("id"), str):
            yield Fryst(post["id"], datum, document, (PLANS, number), post)
