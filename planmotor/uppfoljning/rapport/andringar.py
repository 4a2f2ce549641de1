"""The second part of a report: what has changed since the last meeting, or since the latest decisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planmotor.jamfora.diff import Jämförelse, Ändring
from planmotor.jamfora.diff.visning import Visningsrad, grupper, i_siffror, kortade, ledord, lösa, sidor
from planmotor.office.dokument.typer import (
    Avsnitt,
    Block,
    Lista,
    Ord,
    Punkt,
    Text,
    antal,
    lista,
    notis,
    räknat,
    stycke,
    text,
)
from planmotor.uppfoljning.rapport.omfang import Omfång
from planmotor.uppfoljning.rapport.sedan import Jämförd, Underlag


def ändringarna(urval: Omfång, underlag: Underlag) -> Avsnitt:
    """Return what has changed, comparison by comparison."""
    notes = tuple(notis(said) for said in underlag.notiser)
    parts = tuple(
        part
        for number, one in enumerate(underlag.jämförda, 1)
        if (part := _compared(urval, one, f"andrat-{number}"))
    )
    if not notes and not parts:
        return Avsnitt("andrat", "Det som har ändrats", (stycke("Det finns inget att jämföra."),))
    how = (
        "en rad följs genom sitt id, och texten avgör aldrig vilka rader som hör ihop. "
        "En rad som har ändrats på två sätt räknas en gång i varje slag. Delade aktiviteter räknas också här."
    )
    return Avsnitt("andrat", "Det som har ändrats", (*notes, *([räknat(how)] if parts else ())), parts)


def urvalets(urval: Omfång, one: Jämförd) -> Jämförelse:
    """Return the comparison of what the report is about: all of it, or the rows and measures of a body.

    A row counts when the body answers for it now or did before.
    """
    if urval.organ is None:
        return one.jämförelse
    before = Omfång(one.före, urval.organ)
    after_ids, before_ids = urval.ids(), before.ids()
    heirs = {r.aktivitet.id for r in urval.plan.rader if before_ids & set(r.aktivitet.ersätter)}
    kept = after_ids | before_ids | heirs
    changes = tuple(change for change in one.jämförelse.ändringar if change.id in kept)
    rows = (_number(before, one.handlingsplan), _number(urval, one.handlingsplan))
    return replace(one.jämförelse, ändringar=changes, prosa=(), rader=rows)


def _number(urval: Omfång, plan: str | None) -> int:
    return sum(plan in (None, rad.handlingsplan.id) for rad in urval.rader)


def _compared(urval: Omfång, one: Jämförd, id: str) -> Avsnitt | None:
    found = urvalets(urval, one)
    own = {plan.id for plan in urval.planer()}
    if found.lika and one.handlingsplan and one.handlingsplan not in own:
        return None  # nothing of the body's stands in this action plan
    if found.lika:
        return Avsnitt(id, one.rubrik, (stycke("Inget har ändrats."),))
    counted = lista(i_siffror(found))
    parts = [
        Avsnitt(f"{id}-{number}", group.rubrik, (_rows(group.rader),))
        for number, group in enumerate(grupper(found), 1)
    ]
    return Avsnitt(id, one.rubrik, (counted,), (*parts, *_prose(found, id)))


def _rows(rows: tuple[Visningsrad, ...]) -> Lista:
    return Lista(tuple(item for row in rows for item in _row(row)))


def _row(row: Visningsrad) -> Iterator[Punkt]:
    changes = tuple(_change(change) for change in row.ändringar)
    if row.namn:
        yield Punkt((Ord(row.namn, "fet"),), changes)
    else:
        yield from (Punkt(change) for change in changes)


def _change(change: Ändring) -> Text:
    if not change.bitar:
        return text(f"{change.text}.")
    note = f". {change.anmärkning}." if change.anmärkning else ""
    return text(f"{ledord(change)}: ", *_marked(change), note)


def _marked(change: Ändring) -> Iterator[Ord]:
    """Yield the words that stay, go and come; the spaces between them carry no mark."""
    for space, words, slag in lösa(kortade(change.bitar)):
        if space:
            yield Ord(space)
        yield Ord(words, slag)


def _prose(found: Jämförelse, id: str) -> Iterator[Avsnitt]:
    """Yield which pages have other words, and how many changes each has; the pages themselves show them."""
    pages = [text(f"{page}: {antal(len(made), 'ändring', 'ändringar')}") for page, made in sidor(found)]
    if pages:
        blocks: tuple[Block, ...] = (
            lista(pages),
            stycke(f"Kommandot planmotor jämför {found.från} data visar orden."),
        )
        yield Avsnitt(f"{id}-text", "Texten på webbplatsens sidor", blocks)
