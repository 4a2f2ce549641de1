"""Macros that tell what has changed, from one decided version to the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from macros.makro import makro
from macros.webb import Webb, in_markdown
from planmotor.grund.git import GitStopped
from planmotor.grund.nearest import slug
from planmotor.grund.sprak import uppräknade
from planmotor.jamfora.diff.ord import Bit
from planmotor.jamfora.diff.prosa import jämför_prosa
from planmotor.jamfora.diff.radhistorik import NOW, Steg
from planmotor.jamfora.diff.slag import SLAG
from planmotor.jamfora.diff.som_dokument import märkta, ändrat
from planmotor.jamfora.diff.typer import Jämförelse, Ändring
from planmotor.jamfora.diff.visning import grupper, i_siffror
from planmotor.office.dokument.html import märkt_html
from planmotor.plan.model.plan import Version
from planmotor.plan.model.register import Beslut
from planmotor.plan.model.types import HandlingsplanId
from planmotor.plan.versions import Utgåva, utgåva

PAGES = "uppfoljning/andringar"
# The names that an editor may choose among say nothing to a visitor of the site.
LISTED = re.compile(r" *\(finns: [^)]*\)")


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
        return f"{webb.rot}{PAGES}/sedan-beslutet/#{step.handlingsplan}"
    name = f"{PAGES}/{step.handlingsplan}-{step.till.datum}"
    webb.sidtitel(name)
    return f"{webb.rot}{name}/"


@makro
def ändringar(webb: Webb, *, handlingsplan: HandlingsplanId, till: str) -> str:
    """Vad som ändrades i en handlingsplan när versionen av dagen till beslutades."""
    for step in webb.steg:
        if step.handlingsplan == handlingsplan and step.till and step.till.datum == till:
            decision = webb.plan.beslutet(step.till)
            head = _head(webb, step, decision, step.till)
            return "\n".join([head, _filter(webb, [step]), *_changes(webb, step.jämförelse, "##")])
    raise KeyError(f'ingen version före "{till}" av "{handlingsplan}" finns i arkivet')


@makro
def ändringar_sedan_beslutet(webb: Webb) -> str:
    """Vad som har ändrats i varje handlingsplan, och i texten, sedan den senast beslutade versionen."""
    steps = [step for step in webb.steg if step.till is None]
    parts = [part for step in steps for part in _since(webb, step)]
    return "\n".join([_filter(webb, steps), *parts, _prose(webb)])


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


def _marked(pieces: Sequence[Bit]) -> Markup:
    return märkt_html(märkta(pieces, hel=True))


def _prose(webb: Webb) -> str:
    tag = webb.plan.uppgifter.texten_följer
    if not tag:
        return webb.render("textandringar", tagg=None, hinder=None, ändringar=(), märkta=_marked)
    try:
        decided = utgåva(tag, webb.docs.parent / "data/aktiviteter.yaml")
    except GitStopped as stopped:
        hinder = LISTED.sub("", str(stopped))
        return webb.render("textandringar", tagg=tag, hinder=hinder, ändringar=(), märkta=_marked)
    now = {
        p.relative_to(webb.docs).as_posix(): p.read_text(encoding="utf-8") for p in webb.docs.rglob("*.md")
    }
    edition = Utgåva(NOW, webb.plan, now)
    changes = jämför_prosa(decided.prosa, edition.prosa)
    pages = {change.sida: _linked(webb, change.sida) for change in changes}
    return webb.render("textandringar", tagg=tag, hinder=None, ändringar=changes, sidor=pages, märkta=_marked)


def _linked(webb: Webb, path: str) -> tuple[str, str] | None:
    """Return the title and the address of a page by its path below docs; None when it is gone."""
    name = path.removesuffix(".md")
    try:
        title = webb.sidtitel(name)
    except KeyError:
        return None
    address = name.removesuffix("index") if name.split("/")[-1] == "index" else f"{name}/"
    return title, f"{webb.rot}{address}"
