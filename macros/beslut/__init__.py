"""Macros for decided versions: each at an address that stays, with its texts and how to check it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator

from macros.andringar import ändringssida
from macros.beslut.fryst import FrystWebb, fryst
from macros.beslut.lankar import omlänkad
from macros.makro import MAKRON, makro
from macros.remiss import redogörelsens_adress
from macros.tabeller import handlingsplan as hela_handlingsplanen
from macros.tabeller import riktvärden
from macros.webb import Webb
from planmotor.grund.problem import shown_path
from planmotor.plan.arkivmapp import frozen_sums, prose_of
from planmotor.plan.beslutslage import Beslutsläge, börjar, fattade, gällande, remisser_till, versionens_läge
from planmotor.plan.beslutstext import in_order, page_address, versionens_namn
from planmotor.plan.model.plan import Version
from planmotor.plan.model.types import Ref
from planmotor.prosa.lasning.huvud import läs_huvud

PAGES = "beslut"
WORDS = {
    "gäller": "Gäller nu.",
    "ersatt": "Har ersatts av en senare version.",
    "kommer": "Har inte börjat gälla än.",
    "väntar": "Väntar på fler beslut.",
    "upphört": "Handlingsplanen har upphört.",
}
BeslutadId = Annotated[str, AfterValidator(Ref("beslutade").check)]

MAIN_HEADING = re.compile(r"^# .*\n", re.M)  # the page that shows a frozen one has its heading


@makro
def beslutslista(webb: Webb) -> str:
    """Alla beslutade versioner, den senaste först, var och en med länk till sin egen sida."""
    versions = sorted(webb.plan.arkiv.versioner, key=lambda one: (one.datum, one.handlingsplan), reverse=True)
    rows = [
        {
            "version": version,
            "läge": versionens_läge(webb.plan, version),
            "gäller": _force(webb, version)[0] if _lives(webb, version) else "upphört",
            "adress": _address(webb, version),
        }
        for version in versions
    ]
    return webb.render("beslutslista", rader=rows, ord=WORDS)


@makro
def beslutad_version(webb: Webb, *, handlingsplan: BeslutadId, datum: str) -> str:
    """En beslutad version: läge, beslut, remiss, ändringar, text, tabeller, hänvisning och kontrollsummor."""
    version = _version(webb, handlingsplan, datum)
    state, prose = versionens_läge(webb.plan, version), prose_of(version.path)
    facts = {
        "version": version,
        "namn": versionens_namn(version.plan, version.handlingsplan, prose),
        "finns": _lives(webb, version),
        "läge": state,
        "gäller": _force(webb, version),
        "beslut": fattade(webb.plan, version) or ((one,) if (one := webb.plan.beslutet(version)) else ()),
        "remisser": [(one, redogörelsens_adress(webb, one)) for one in remisser_till(webb.plan, version)],
        "ändringar": ändringssida(webb, version),
        "sidor": [
            (_title(prose[path], path), f"{page_address(path)}/") for path in in_order(prose, version.plan)
        ],
        "summor": frozen_sums(version),
        "adress": f"{webb.adress}{PAGES}/{version.namn}/" if webb.adress else "",
        "fil": f"{version.handlingsplan}-{version.datum}.zip",
    }
    return "\n".join(_parts(webb, version, facts))


def _parts(webb: Webb, version: Version, facts: dict[str, object]) -> Iterator[str]:
    yield webb.render("versionshuvud", **facts)
    for heading, template in SECTIONS:
        html = webb.render(template, **facts)
        if "<" in html.replace("<!--makro-->", "").replace("<!--/makro-->", ""):
            yield f"## {heading}\n\n{html}"
    if f"handlingsplaner/{version.handlingsplan}.md" not in prose_of(version.path):
        yield from _tables(webb, version)


SECTIONS = (
    ("Beslutet", "versionsbeslut"),
    ("Remissen", "versionsremiss"),
    ("Vad som ändrades", "versionsandringar"),
    ("Texten", "versionstext"),
    ("Så hänvisar du hit", "versionshanvisning"),
    ("Så kontrollerar du att texten är den beslutade", "versionskontroll"),
)


def _tables(webb: Webb, version: Version) -> Iterator[str]:
    """Yield the tables of a version whose own page isn't kept, to be read here instead."""
    frozen = fryst(webb, version)
    yield hela_handlingsplanen(frozen, id=version.handlingsplan)
    if version.post.riktvärden:
        yield f"## Riktvärden och mål\n\n{riktvärden(frozen, handlingsplan=version.handlingsplan)}"


@makro
def beslutad_sida(webb: Webb, *, handlingsplan: BeslutadId, datum: str, fil: str) -> str:
    """En sida så som den löd i en beslutad version, under dess huvudrubrik, med tabeller ur samma version."""
    version = _version(webb, handlingsplan, datum)
    pages = prose_of(version.path)
    if fil not in pages:
        raise KeyError(f'sidan "{fil}" finns inte i versionen {version.namn}')
    frozen: FrystWebb = fryst(webb, version)
    text = omlänkad(pages[fil], fil, f"{PAGES}/{version.namn}/{fil}", set(pages), webb.docs)
    about = webb.render("frystsida", version=version, adress=_address(webb, version))
    place = shown_path(version.path.with_suffix("") / fil)
    filled = MAIN_HEADING.sub("", frozen.markdown(text, place, MAKRON), count=1)
    return f"{about}\n{filled}"


def _version(webb: Webb, handlingsplan: str, datum: str) -> Version:
    version = webb.plan.arkiv.version(handlingsplan, datum)
    if version is None:
        raise KeyError(f'ingen version "{datum}" av "{handlingsplan}" finns i arkivet')
    return version


def _address(webb: Webb, version: Version) -> str:
    return webb.sida(f"{PAGES}/{version.namn}/")


def _title(text: str, path: str) -> str:
    """Return the title that a page had."""
    return läs_huvud(text, path).fält.get("title", path)


def _lives(webb: Webb, version: Version) -> bool:
    """Tell whether the action plan is still one of the plan's."""
    return any(one.id == version.handlingsplan for one in webb.plan.handlingsplaner)


def _force(webb: Webb, version: Version) -> tuple[str, Version | None]:
    """Return whether a version holds, has held or is to hold, and the version that holds today."""
    now = gällande(webb.plan, version.handlingsplan, webb.day)
    state: Beslutsläge = versionens_läge(webb.plan, version)
    first = börjar(webb.plan, version)
    if first is None or state.läge == "under beslut":
        return "väntar", now
    if now is version:
        return "gäller", now
    return ("kommer" if first.första > webb.day else "ersatt"), now
