"""A comparison as parts of a document: what every format says of it, change by change, with marked words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planmotor.grund.sprak import citat
from planmotor.jamfora.diff.ord import Bit
from planmotor.jamfora.diff.prosatyp import Prosaändring
from planmotor.jamfora.diff.typer import Jämförelse, Ändring
from planmotor.jamfora.diff.visning import Visningsrad, grupper, kortade, ledord, lösa, sidor
from planmotor.office.dokument.typer import Del, Lista, Ord, Punkt, Text, lista, text


def delar(jämförelse: Jämförelse) -> Iterator[Del]:
    """Yield what has changed in one place after another, last the pages' prose."""
    for group in grupper(jämförelse):
        yield Del("", group.rubrik, (radlista(group.rader),))
    for sida, changes in sidor(jämförelse):
        yield Del("", f"Texten på {sida}", (lista(map(prosaändrat, changes)),))


def radlista(rows: Iterable[Visningsrad], slut: str = "") -> Lista:
    """Return rows with their changes below; ``slut`` is how each change ends."""
    return Lista(tuple(item for row in rows for item in _items(row, slut)))


def _items(row: Visningsrad, slut: str) -> Iterator[Punkt]:
    changes = tuple(ändrat(change, slut) for change in row.ändringar)
    if row.namn:
        yield Punkt((Ord(row.namn, "fet"),), changes)
    else:
        yield from map(Punkt, changes)


def ändrat(ändring: Ändring, slut: str = "", *, hel: bool = False) -> Text:
    """Return a change in words; a long text is cut down to what is near a change, unless ``hel``."""
    if not ändring.bitar:
        return text(f"{ändring.text}{slut}")
    note = f". {ändring.anmärkning}{slut}" if ändring.anmärkning else ""
    return text(f"{ledord(ändring)}: ", *märkta(ändring.bitar, hel=hel), note)


def prosaändrat(ändring: Prosaändring, *, hel: bool = False) -> Text:
    """Return a change of the prose in words, after the heading that it stands under."""
    where = (Ord(ändring.avsnitt, "fet"), Ord(": ")) if ändring.avsnitt else ()
    if ändring.bitar:
        return text(*where, f"{ändring.text}: ", *märkta(ändring.bitar, hel=hel))
    said = ändring.efter or ändring.före
    return text(*where, ändring.text, f": {citat(said)}" if said else "")


def märkta(bitar: Sequence[Bit], *, hel: bool = False) -> Text:
    """Return the words that stay, go and come; the spaces between them carry no mark."""
    found: list[Ord] = []
    for space, words, slag in lösa(bitar if hel else kortade(bitar)):
        found += [Ord(space)] if space else []
        found.append(Ord(words, slag))
    return tuple(found)
