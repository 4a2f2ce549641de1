"""The second part of a report: what has changed since the last meeting, or since the latest decisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planmotor.grund.sprak import antal
from planmotor.jamfora.diff import Jämförelse
from planmotor.jamfora.diff.som_dokument import radlista
from planmotor.jamfora.diff.visning import grupper, i_siffror, sidor
from planmotor.office.dokument.typer import (
    Block,
    Del,
    lista,
    notis,
    räknat,
    stycke,
    text,
)
from planmotor.uppfoljning.rapport.omfang import Omfång
from planmotor.uppfoljning.rapport.sedan import Jämförd, Underlag


def ändringarna(urval: Omfång, underlag: Underlag) -> Del:
    """Return what has changed, comparison by comparison."""
    notes = tuple(notis(said) for said in underlag.notiser)
    parts = tuple(
        part
        for number, one in enumerate(underlag.jämförda, 1)
        if (part := _compared(urval, one, f"andrat-{number}"))
    )
    if not notes and not parts:
        return Del("andrat", "Det som har ändrats", (stycke("Det finns inget att jämföra."),))
    how = (
        "en rad följs genom sitt id, och texten avgör aldrig vilka rader som hör ihop. "
        "En rad som har ändrats på två sätt räknas en gång i varje slag. Delade aktiviteter räknas också här."
    )
    return Del("andrat", "Det som har ändrats", (*notes, *([räknat(how)] if parts else ())), parts)


def urvalets(urval: Omfång, one: Jämförd) -> Jämförelse:
    """Return the comparison of what the report is about: all of it, or the rows and measures of a body.

    A row counts when the body answers for it now or did before.
    """
    if urval.organ is None:
        return one.jämförelse
    before = Omfång(one.före, urval.organ)
    after_ids, before_ids = urval.ids(), before.ids()
    heirs = {r.aktivitet.id for r in urval.plan.alla_rader if before_ids & set(r.aktivitet.ersätter)}
    kept = after_ids | before_ids | heirs
    changes = tuple(change for change in one.jämförelse.ändringar if change.id in kept)
    rows = (_number(before, one.handlingsplan), _number(urval, one.handlingsplan))
    return replace(one.jämförelse, ändringar=changes, prosa=(), rader=rows)


def _number(urval: Omfång, plan: str | None) -> int:
    return sum(plan in (None, rad.handlingsplan.id) for rad in urval.rader)


def _compared(urval: Omfång, one: Jämförd, id: str) -> Del | None:
    found = urvalets(urval, one)
    own = {plan.id for plan in urval.planer()}
    if found.lika and one.handlingsplan and one.handlingsplan not in own:
        return None  # nothing of the body's stands in this action plan
    if found.lika:
        return Del(id, one.rubrik, (stycke("Inget har ändrats."),))
    counted = lista(i_siffror(found))
    parts = [
        Del(f"{id}-{number}", group.rubrik, (radlista(group.rader, slut="."),))
        for number, group in enumerate(grupper(found), 1)
    ]
    return Del(id, one.rubrik, (counted,), (*parts, *_prose(found, id)))


def _prose(found: Jämförelse, id: str) -> Iterator[Del]:
    """Yield which pages have other words, and how many changes each has; the pages themselves show them."""
    pages = [text(f"{page}: {antal(len(made), 'ändring', 'ändringar')}") for page, made in sidor(found)]
    if pages:
        blocks: tuple[Block, ...] = (
            lista(pages),
            stycke(f"Kommandot planmotor jämför {found.från} data visar orden."),
        )
        yield Del(f"{id}-text", "Texten på webbplatsens sidor", blocks)
