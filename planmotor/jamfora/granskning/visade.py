"""A review with the pages that differ when both versions are built, instead of those that were guessed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from planmotor.jamfora.granskning import Granskning
from planmotor.jamfora.granskning.berorda import Berörd
from planmotor.jamfora.granskning.byggen import Sidskillnad, Skillnad
from planmotor.prosa.sidkarta import adress


def med_byggen(found: Granskning, differs: Skillnad, docs: Path) -> Granskning:
    """Return the review of a proposal whose built site is known to differ so from the base's."""
    known = {page.adress: page for page in found.sidor}
    paths = {adress(path): path for path in (p.relative_to(docs).as_posix() for p in docs.rglob("*.md"))}
    pages = tuple(_page(one, known.get(one.adress), paths) for one in differs.sidor)
    return replace(found, sidor=pages, byggen=differs)


def _page(one: Sidskillnad, known: Berörd | None, paths: dict[str, str]) -> Berörd:
    if known is None:
        path = paths.get(one.adress, f"{one.adress.strip('/') or 'index'}.md")
        known = Berörd(path, one.titel, ändrad=False, visar=True)
    gone, new = one.slag == "borttagen", one.slag == "ny"
    return replace(known, ny=new, borta=gone, visar=known.visar or not known.ändrad, sedd=one.i_ord)
