"""Macros that tell what has changed, from one decided version to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from macros.andringar.texten import text_between, text_since, text_since_tag
from macros.makro import makro
from macros.webb import Webb, in_markdown
from planmotor.grund.nearest import slug
from planmotor.grund.sprak import uppräknade
from planmotor.jamfora.diff.radhistorik import Steg
from planmotor.jamfora.diff.slag import SLAG
from planmotor.jamfora.diff.som_dokument import ändrat
from planmotor.jamfora.diff.typer import Jämförelse, Ändring
from planmotor.jamfora.diff.visning import grupper, i_siffror
from planmotor.office.dokument.html import märkt_html
from planmotor.plan.arkivmapp import prose_of
from planmotor.plan.model.plan import Version
from planmotor.plan.model.register import Beslut
from planmotor.plan.model.types import HandlingsplanId

PAGES = "uppfoljning/andringar"


@makro
def ändringslista(webb: Webb) -> str:
    """Alla beslutade versioner, och vad som har ändrats mellan dem, i siffror och med länk."""
    steps = [(step, _said(step.jämförelse), _page(webb, step)) for step in webb.steg]
    versions = webb.plan.arkiv.versioner
    first = [v for v in versions if v == webb.plan.arkiv.av(v.handlingsplan)[0]]
    return webb.render("andringslista", steg=steps, första=first)


def _said(comparison: Jämförelse) -> str:
    return uppräknade(i_siffror(comparison))


def _page(webb: Webb, step: Steg) -> str:
    """Return the address of the page that tells of a step; raise KeyError in Swedish when it is missing."""
    if step.till is None:
        return webb.sida(f"{PAGES}/sedan-beslutet/", step.handlingsplan)
    name = f"{PAGES}/{step.handlingsplan}-{step.till.datum}"
    webb.sidtitel(name)
    return f"{webb.rot}{name}/"


@makro
def ändringar(webb: Webb, *, handlingsplan: HandlingsplanId, till: str) -> str:
    """Vad som ändrades i en handlingsplan, och i dess text, när versionen av dagen till beslutades."""
    step = _step(webb, handlingsplan, till)
    if step is None or step.till is None:
        raise KeyError(f'ingen version före "{till}" av "{handlingsplan}" finns i arkivet')
    head = _head(webb, step, webb.plan.beslutet(step.till), step.till)
    parts = [head, _filter(webb, [step]), *_changes(webb, step.jämförelse, "##"), text_between(webb, step)]
    return "\n".join(parts)


def _step(webb: Webb, handlingsplan: str, till: str) -> Steg | None:
    found = (one for one in webb.steg if one.handlingsplan == handlingsplan and one.till)
    return next((one for one in found if one.till and one.till.datum == till), None)


class Ändringssida(NamedTuple):
    """What changed with a version, in short: since which one, in numbers, and where it is told in full."""

    från: Version
    sagt: str
    adress: str


def ändringssida(webb: Webb, version: Version) -> Ändringssida | None:
    """Return what changed with a version; None for the first one."""
    step = _step(webb, version.handlingsplan, version.datum)
    if step is None:
        return None
    return Ändringssida(step.från, _said(step.jämförelse), _page(webb, step))


@makro
def ändringar_sedan_beslutet(webb: Webb) -> str:
    """Vad som har ändrats i varje handlingsplan, och i texten, sedan den senast beslutade versionen."""
    steps = [step for step in webb.steg if step.till is None]
    parts = [part for step in steps for part in _since(webb, step)]
    texts = [text_since(webb, step) for step in steps if prose_of(step.från.path)]
    return "\n".join([_filter(webb, steps), *parts, *(texts or [text_since_tag(webb)])])


def _since(webb: Webb, step: Steg) -> Iterator[str]:
    yield f"## {in_markdown(webb.plan.kort(step.handlingsplan))} {{: #{step.handlingsplan} }}\n"
    decision = webb.plan.beslutet(step.från)
    yield _head(webb, step, decision, step.från)
    yield from _changes(webb, step.jämförelse, "###")


def _head(webb: Webb, step: Steg, decision: Beslut | None, decided: Version) -> str:
    """Return what a comparison is of, and how the file that was decided is held against its checksum."""
    facts = {"steg": step, "beslut": decision, "sagt": _said(step.jämförelse)}
    return webb.render("andringshuvud", **facts, beslutad=decided)


def _filter(webb: Webb, steps: Sequence[Steg]) -> str:
    """Return links that show one kind of change at a time; nothing when there is only one kind."""
    found = Counter(ändring.slag for step in steps for ändring in step.jämförelse.ändringar)
    counts = {kind: found[kind] for kind in SLAG if found[kind]}
    return webb.render("andringsfilter", antal=counts, slag=SLAG, kod=slug) if len(counts) > 1 else ""


def _changes(webb: Webb, comparison: Jämförelse, level: str) -> Iterator[str]:
    for group in grupper(comparison):
        yield f"{level} {in_markdown(group.rubrik.rpartition(': ')[2])}\n"
        yield webb.render("andringar", grupp=group, i_ord=_in_words)


def _in_words(change: Ändring) -> Markup:
    return märkt_html(ändrat(change, hel=True))
