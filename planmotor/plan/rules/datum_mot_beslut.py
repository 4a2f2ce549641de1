"""Ett datum, eller vem som beslutade, säger emot den beslutade versionen i arkivet.

Arkivet håller det som beslutades och ändras aldrig. Samma uppgift behöver inte stå i data/aktiviteter.yaml
också. Står den där ska den vara densamma.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import one_line
from planmotor.grund.problem import Problem
from planmotor.plan.draft import MAIN, Draft
from planmotor.plan.frysta import Fryst, dagens, frysta, kvar, planens_egen
from planmotor.plan.source import Document, Loc, Value

ID = "datum-mot-beslut"
FACTS = {
    "beslutad": "Beslutets dag",
    "beslutad_av": "Den som beslutade",
    "gäller_från": "Första dagen som planen gäller",
}
REMOVE = "Ta bort raden. Uppgiften räknas ut ur beslutet."
DECIDE = 'Ett nytt datum anges när planen beslutas, med kommandot "planmotor besluta".'


def check(draft: Draft) -> Iterator[Problem]:
    """Report each fact that the latest decided version gives another answer to."""
    decided = {
        id: whole[-1]
        for id, line in frysta(draft).items()
        if (whole := [version for version in line if not kvar(draft, version)])
    }
    for id, post in dagens(draft).items():
        if id in decided:
            yield from _differ(post.document, post.loc, post.post, decided[id])
    document, own = draft.documents.get(MAIN), planens_egen(draft)
    facts = document.data.get("plan") if document and isinstance(document.data, dict) else None
    if document and own and own.handlingsplan in decided and isinstance(facts, dict):
        yield from _differ(document, ("plan",), facts, decided[own.handlingsplan])


def _differ(document: Document, loc: Loc, post: dict[str, Value], version: Fryst) -> Iterator[Problem]:
    for key, name in FACTS.items():
        said, decided = post.get(key), version.säger(key)
        if isinstance(said, str) and decided and said != decided:
            text = (
                f"{name} är {one_line(said)} här men {one_line(decided)} i den beslutade versionen "
                f"{version.handlingsplan}/{version.datum}."
            )
            yield document.problem((*loc, key), ID, text, f"{REMOVE} {DECIDE}")
