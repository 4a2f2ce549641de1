"""Ett beslut gäller en version som inte finns, eller fattades av någon som inte ska besluta den.

När flera parter beslutar samma plan står varje parts beslut för sig, med versionens dag i fältet version.
Varje part beslutar en gång, och inte före versionens dag.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import listed, nearest, one_line
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft
from planmotor.plan.frysta import Fryst, Noterat, frysta, noterade
from planmotor.plan.source import Loc

ID = "beslut-utan-version"
Finding = tuple[Loc, str, str]


def check(draft: Draft) -> Iterator[Problem]:
    """Report each decision whose version, party or day can't be right."""
    versions = [version for line in frysta(draft).values() for version in line]
    seen: set[tuple[str, str, str]] = set()
    for one in noterade(draft):
        for loc, text, fix in (*_missing(one, versions), *_party(one, versions, seen)):
            yield one.document.problem((*one.loc, *loc), ID, text, fix)


def _missing(one: Noterat, versions: list[Fryst]) -> Iterator[Finding]:
    day = one.post.get("version")
    if not isinstance(day, str) or any(one.gäller(version) for version in versions):
        return
    about = one.post.get("gäller")
    known = [v.datum for v in versions if isinstance(about, list) and v.handlingsplan in about]
    close = nearest(day, known)
    fix = f"Skriv i stället: version: {close}" if close else "Ta bort raden, eller rätta gäller."
    text = f"Det finns ingen beslutad version {one_line(day)} av det som beslutet gäller."
    yield ("version",), text, f"{fix}   (finns: {listed(known) or 'ingen'})"


def _party(one: Noterat, versions: list[Fryst], seen: set[tuple[str, str, str]]) -> Iterator[Finding]:
    part, day = one.post.get("organ"), one.post.get("datum")
    for version in (version for version in versions if version.parter and one.gäller(version)):
        name = f"{one_line(version.handlingsplan)}/{version.datum}"
        if not isinstance(part, str):
            yield (), f"Beslutet om {name} säger inte vems det är.", "Lägg till raden organ, med partens id."
        elif part not in version.parter:
            fix = f"Skriv en av parterna: {listed(version.parter, 20)}"
            yield ("organ",), f"{one_line(part)} hör inte till dem som ska besluta {name}.", fix
        elif (version.handlingsplan, version.datum, part) in seen:
            text = f"{one_line(part)} har redan beslutat {name}."
            yield ("organ",), text, "Ta bort det ena beslutet, eller rätta version."
        elif isinstance(day, str) and day < version.datum:
            text = f"Beslutet fattades {one_line(day)}, före versionen {name}."
            yield ("datum",), text, "Rätta dagen."
        if isinstance(part, str):
            seen.add((version.handlingsplan, version.datum, part))
