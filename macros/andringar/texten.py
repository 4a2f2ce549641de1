"""What has changed in the text: between two decided versions, and since the latest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup

from macros.webb import Webb
from planmotor.grund.git import GitStopped
from planmotor.jamfora.diff.ord import Bit
from planmotor.jamfora.diff.prosa import Prosaändring, jämför_prosa
from planmotor.jamfora.diff.radhistorik import Steg
from planmotor.jamfora.diff.som_dokument import märkta
from planmotor.office.dokument.html import märkt_html
from planmotor.plan.arkivmapp import prose_of
from planmotor.plan.beslutstext import beslutade_sidor
from planmotor.plan.model.plan import Version
from planmotor.plan.versions import pages_in, utgåva

# The names that an editor may choose among say nothing to a visitor of the site.
LISTED = re.compile(r" *\(finns: [^)]*\)")
# What a page fetches from the data is no part of its text, and its name says nothing to a visitor.
CALL = re.compile(r"\{\{[^<>{}]*\}\}")


def text_between(webb: Webb, step: Steg) -> str:
    """Return the changes of the text from one decided version to the next, or why they can't be told."""
    missing = [version for version in (step.från, step.till) if version and not prose_of(version.path)]
    if missing:
        return _render(webb, "", saknas=missing)
    return _render(webb, f"versionen {step.från.datum.i_ord}", step.jämförelse.prosa)


def text_since(webb: Webb, step: Steg) -> str:
    """Return the changes of the text since the latest decided version of an action plan."""
    own = webb.plan.egen_handlingsplan
    with_plan = own is not None and own.id == step.handlingsplan
    now = beslutade_sidor(pages_in(webb.docs), step.handlingsplan, with_plan)
    version = f"versionen {step.från.datum.i_ord}"
    return _render(webb, version, jämför_prosa(prose_of(step.från.path), now), whose=step.handlingsplan)


def text_since_tag(webb: Webb) -> str:
    """Return the changes of the text since the version that a tag in Git marks, when nothing else is kept."""
    tag = webb.plan.uppgifter.texten_följer
    if not tag:
        return _render(webb, "")
    try:
        decided = utgåva(tag, webb.docs.parent / "data/aktiviteter.yaml")
    except GitStopped as stopped:
        return _render(webb, f"versionen {tag}", hinder=LISTED.sub("", str(stopped)))
    return _render(webb, f"versionen {tag}", jämför_prosa(decided.prosa, pages_in(webb.docs)))


def _render(
    webb: Webb,
    mot: str,
    changes: Sequence[Prosaändring] = (),
    hinder: str = "",
    saknas: Sequence[Version] = (),
    whose: str = "",
) -> str:
    pages = {change.sida: _linked(webb, change.sida) for change in changes}
    facts = {
        "mot": mot,
        "ändringar": changes,
        "sidor": pages,
        "hinder": hinder,
        "saknas": saknas,
        "av": whose,
    }
    return CALL.sub("…", webb.render("textandringar", **facts, märkta=_marked))


def _marked(pieces: Sequence[Bit]) -> Markup:
    return märkt_html(märkta(pieces, hel=True))


def _linked(webb: Webb, path: str) -> tuple[str, str] | None:
    """Return the title and the address of a page by its path below docs; None when it is gone."""
    name = path.removesuffix(".md")
    try:
        title = webb.sidtitel(name)
    except KeyError:
        return None
    address = name.removesuffix("index") if name.split("/")[-1] == "index" else f"{name}/"
    return title, f"{webb.rot}{address}"
