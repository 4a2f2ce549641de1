"""En version i arkivet säger vem som beslutade den, men beslutet står inte så i data/beslut.yaml.

Beslutsloggen, versionens sida och flödet hämtar beslutet därifrån. Saknas det, eller gäller det någon annan,
säger de inte samma sak som arkivet.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import listed, one_line
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft
from planmotor.plan.frysta import Fryst, frysta, noterade

ID = "version-utan-beslut"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each decided version that no decision tells of, and each where it is somebody else's."""
    if "beslut" not in draft.documents:
        return
    for version in (version for line in frysta(draft).values() for version in line):
        bodies = [one.post.get("organ") for one in noterade(draft) if one.gäller(version)]
        if not bodies and (version.säger("beslutad") or version.parter):
            text = f"Beslutet om versionen {_name(version)} står inte i beslut.yaml."
            fix = (
                f"Lägg till beslutet där, med slag: beslut, datum: {version.datum} och gäller: "
                f"[{one_line(version.handlingsplan)}]"
            )
            yield version.document.problem(version.loc, ID, text, fix)
        said = version.säger("beslutad_av")
        if said and bodies and said not in bodies:
            others = listed(str(body) for body in bodies if body) or "ingen"
            text = (
                f"Versionen {_name(version)} är beslutad av {one_line(said)}, men beslut.yaml säger {others}."
            )
            fix = f"Rätta beslutet i beslut.yaml: organ: {one_line(said)}"
            yield version.document.problem((*version.loc, "beslutad_av"), ID, text, fix)


def _name(version: Fryst) -> str:
    return f"{one_line(version.handlingsplan)}/{version.datum}"
