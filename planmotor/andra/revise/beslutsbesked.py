"""What a decision has done and what is left to do, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from planmotor.andra.revise.besluta import Made
from planmotor.andra.revise.beslutet import Decision
from planmotor.grund.nearest import listed
from planmotor.grund.problem import shown_path
from planmotor.plan import arkivmapp
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.types import in_words
from planmotor.plan.remisslage import svarstid

# What a text may say of itself that isn't true any more when it has been decided.
DRAFT = re.compile(r"\b(?:arbetsutkast|utkast(?:et)?|remissversion\w*|den beslutade planen)\b", re.I)


def planned(decision: Decision, made: Made) -> str:
    """Return what is about to be noted, for somebody to say yes to."""
    plan = made.plan
    name = plan.namn(decision.handlingsplan)
    lines = [
        f"Beslut: {decision.beslut}",
        f"  Plan: {name}",
        f"  Beslutades av: {plan.namn(decision.organ)}, {decision.datum.i_ord}",
    ]
    if made.först:
        first = (
            decision.gäller_från.i_ord
            if decision.gäller_från
            else "dagen som står i planen, tidigast beslutets"
        )
        lines.append(f"  Gäller från: {first}")
    else:
        lines.append(f"  Version: {made.datum.i_ord}, som redan är fryst")
    if made.kvar:
        lines.append(f"  Kvar att besluta: {_names(plan, made.kvar)}")
    return "\n".join(lines)


def told(made: Made, decision: Decision, main: Path) -> str:
    """Return what was done and what is left to do, in words."""
    return "\n".join([*_done(made, decision, main), *_left(made, decision), *_next(made, decision)])


def _done(made: Made, decision: Decision, main: Path) -> Iterator[str]:
    if made.först:
        yield f"{shown_path(made.version)}: {decision.handlingsplan} är fryst, beslutad {made.datum}."
        if made.sidor:
            yield f"{shown_path(made.version.with_suffix(''))}: texten är fryst, {len(made.sidor)} sidor."
        yield f"{shown_path(made.version.parent.parent / arkivmapp.SUMS)}: kontrollsummor är tillagda."
    yield f"{shown_path(main.with_name('beslut.yaml'))}: beslutet är infört."
    yield f"{shown_path(main)}: läge, beslutad, beslutad_av och gäller_från räknas ut ur beslutet."
    pages = [path for path in made.new if path.suffix == ".md" and arkivmapp.FOLDER not in path.parts]
    versions = [path for path in pages if path.parent.name == made.datum and path.name == "index.md"]
    for path in versions:
        yield f"{shown_path(path.parent)}: versionens sidor är nya, {1 + len(made.sidor)} stycken."
    for path in pages:
        if not any(path.is_relative_to(version.parent) for version in versions):
            yield f"{shown_path(path)}: sidan om ändringarna är ny."
    if made.cleared:
        yield (
            f"ersätter och utgår är borttagna på {made.cleared} ställen. De står kvar i den frysta "
            "versionen, som nästa revidering jämförs med."
        )
    if made.kvar:
        yield (
            f"{len(made.kvar)} parter är kvar att besluta: {_names(made.plan, made.kvar)}. "
            "Planen börjar gälla när alla har beslutat."
        )


def _left(made: Made, decision: Decision) -> Iterator[str]:
    """Yield what the decision leaves to somebody: nothing of it stops the decision, which has been made."""
    if not decision.dokument:
        yield "Beslutet saknar källa. Lägg till den i data när protokollet finns bland dokumenten."
    for remiss in made.plan.remisser if made.först else ():
        found, closes = made.plan.remissens_synpunkter(remiss.id), svarstid(made.plan, remiss).stänger
        left = len(list(found.utan_ställningstagande())) if found else 0
        if decision.handlingsplan in remiss.gäller and left:
            when = f", som stängde {in_words(closes)}" if closes else ""
            yield f"Remissen {remiss.id}{when}: {left} synpunkter och svar saknar ställningstagande."
    for path, text in made.sidor.items():
        lines = [str(n) for n, line in enumerate(text.splitlines(), 1) if DRAFT.search(line)]
        if lines:
            told = f"docs/{path}: texten talar om ett utkast, eller om en annan beslutad plan, på rad"
            yield f"{told} {listed(lines, 5)}. Stämmer det efter beslutet?"


def _next(made: Made, decision: Decision) -> Iterator[str]:
    yield "Nästa steg:"
    yield "  1. Läs igenom ändringen (git diff), spara den (git commit) och gör ett ändringsförslag."
    if made.först:
        yield f"  2. När förslaget är godkänt: git tag plan/{made.datum} och git push --tags."
    if made.kvar:
        parts = f"planmotor besluta {decision.handlingsplan} DATUM --organ ID --beslut TEXT"
        yield f"  {3 if made.först else 2}. När nästa part har beslutat: {parts}"
    elif made.först:
        yield "  3. Skriv läge: utkast på handlingsplanen när nästa revidering börjar."


def _names(plan: Plan, parts: tuple[str, ...]) -> str:
    return listed((plan.namn(part) for part in parts), 99)
