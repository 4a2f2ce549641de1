"""A review in the forms that it can be had in."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from planmotor.grund.report import as_github, as_text
from planmotor.jamfora.diff.typer import Ändring
from planmotor.jamfora.diff.visning import names_itself
from planmotor.jamfora.granskning import Granskning
from planmotor.jamfora.granskning.markdown import NOT_PUBLISHABLE, PUBLISHABLE, som_markdown
from planmotor.klarsprak.lix import decimal


def som_text(found: Granskning, _adress: str = "") -> str:
    """Return the review as people read it in a terminal."""
    lines = [as_text(found.problem)] if found.problem else []
    if found.jämförelse is None:
        lines.append(f"Planen: {found.hinder}")
    else:
        lines += [found.hinder] if found.hinder else []
        lines += [": ".join((*_about(change), change.text)) for change in found.jämförelse.ändringar]
    lines += found.synpunkter
    lines += [": ".join(filter(None, (c.sida, c.avsnitt, c.text))) for c in found.prosa]
    for page in found.sidor:
        lix = f"  LIX {decimal(page.lix_före)} → {decimal(page.lix_efter)}" if page.ändrad else ""
        seen = f"  {page.sedd}" if page.sedd else ""
        lines.append(f"{page.path}{lix}{seen}")
    if found.byggen:
        lines += [*found.byggen.ram, *(f"{path}: ändrad på webbplatsen" for path in found.byggen.filer)]
    lines += [f"{path}: bara formen är ändrad" for path in found.bara_form]
    lines += [f"{one.fil}:{one.rad}: kommentaren försvinner: {one.text}" for one in found.förlorat]
    lines += [f"{path}: ändrad, men jämförs inte i ord" for path in found.ojämförda]
    lines += [f"{path}: ändrad, men granskas inte här" for path in found.övriga]
    if found.prov is not None:
        lines.append(f"{NOT_PUBLISHABLE}\n{found.prov}" if found.prov else PUBLISHABLE)
    if found.påminnelser:
        lines.append(f"Att se över:\n{as_text(found.påminnelser)}")
    return "\n".join(lines) or "Förslaget ändrar ingenting."


def _about(change: Ändring) -> tuple[str, ...]:
    """Return what a change is about: its row, or the place of one that names its thing itself."""
    name = (change.områdesnamn or change.plannamn) if names_itself(change) else change.namn
    return (name,) if name else ()


def som_json(found: Granskning, adress: str = "") -> str:
    """Return the review for other programs."""
    compared = found.jämförelse
    made: dict[str, Any] = {
        "bas": found.bas,
        "problem": [asdict(problem) for problem in found.problem],
        "påminnelser": [asdict(problem) for problem in found.påminnelser],
        "hinder": found.hinder or None,
        "provbygge": found.prov,
        "sammanfattning": compared.sammanfattning if compared else None,
        "ändringar": [asdict(change) for change in compared.ändringar] if compared else None,
        "synpunkter": list(found.synpunkter),
        "prosa": [asdict(change) for change in found.prosa],
        "sidor": [{**asdict(page), "adress": f"{adress}{page.adress}"} for page in found.sidor],
        "webbplatsens_filer": list(found.byggen.filer) if found.byggen else None,
        "bara_form": list(found.bara_form),
        "förlorat": [asdict(one) for one in found.förlorat],
        "filer": list(found.filer),
        "övriga": list(found.övriga),
    }
    return json.dumps(made, ensure_ascii=False, indent=2)


FORMS: dict[str, Callable[[Granskning, str], str]] = {
    "text": som_text,
    "markdown": som_markdown,
    "json": som_json,
    "github": lambda found, _adress: as_github(found.problem),
}
