"""En fil i arkivet ligger fel, heter fel eller rymmer något annat än namnet säger.

En beslutad version heter arkiv/HANDLINGSPLAN/DATUM.yaml. Den rymmer just den handlingsplanen och säger vilket
format den är skriven i, så att den går att läsa också när formatet har ändrats.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import one_line
from planmotor.grund.problem import Problem, shown_path
from planmotor.plan.arkivmapp import FOLDER, address
from planmotor.plan.draft import MAIN, Draft
from planmotor.plan.model.revidering import NEWEST
from planmotor.plan.source import Document, Loc

ID = "felaktig-arkivfil"
PLANS = "handlingsplaner"
Finding = tuple[Loc, str, str]


def check(draft: Draft) -> Iterator[Problem]:
    """Report each file of the archive whose place and content don't say the same."""
    for one in draft.arkiv:
        place = address(one.path, draft.path)
        if place is None:
            yield Problem(
                shown_path(one.path),
                1,
                1,
                ID,
                "Filen ligger inte där en beslutad version ska ligga.",
                f"Lägg den i mappen med handlingsplanens id, med beslutets dag som namn: "
                f"{FOLDER}/handlingsplan/2025-02-21.yaml",
            )
        elif MAIN in one.documents:
            document = one.documents[MAIN]
            for loc, text, fix in _findings(document, *place):
                yield document.problem(loc, ID, text, fix)


def _findings(document: Document, handlingsplan: str, datum: str) -> Iterator[Finding]:
    if "format" not in document.data:
        text = "Filen säger inte vilket format den är skriven i."
        yield (), text, f"Lägg till raden överst: format: {NEWEST}"
    plans = document.data.get(PLANS)
    if not isinstance(plans, list):
        return
    if len(plans) > 1:
        text = f"Filen rymmer {len(plans)} handlingsplaner men får bara rymma en."
        yield (PLANS, 1), text, "Lägg varje handlingsplan i en egen fil, i mappen med dess id."
    for number, plan in enumerate(plans[:1]):
        if isinstance(plan, dict):
            yield from _plan(plan, (PLANS, number), handlingsplan, datum)


def _plan(plan: dict[str, object], loc: Loc, handlingsplan: str, datum: str) -> Iterator[Finding]:
    id, decided = plan.get("id"), plan.get("beslutad")
    if isinstance(id, str) and id != handlingsplan:
        text = f'Filen ligger i mappen {handlingsplan} men rymmer handlingsplanen "{one_line(id)}".'
        yield (*loc, "id"), text, "Flytta filen till mappen med handlingsplanens id."
    if isinstance(decided, str) and decided != datum:
        text = f"Filens namn säger {datum} men handlingsplanen beslutades {one_line(decided)}."
        yield (*loc, "beslutad"), text, "Ge filen beslutets dag som namn."
