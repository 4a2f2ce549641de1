"""What every way of showing a comparison shares: its groups, its summary in words and pieces cut short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from planmotor.grund.sprak import antal
from planmotor.jamfora.diff.ord import Bit
from planmotor.jamfora.diff.prosatyp import Prosaändring
from planmotor.jamfora.diff.slag import SLAG
from planmotor.jamfora.diff.typer import Jämförelse, Ändring
from planmotor.office.dokument.typer import Bitslag

# Kinds whose text names the thing itself; the others stand below the name of their row.
NAMES_ITSELF = {
    *("ny", "borttagen", "delad", "planuppgift", "indelning", "effektmått", "riktvärde"),
    *("rekommendation", "lokal plan", "organ"),
}
WHOLE = "Planen som helhet"
ORDER = "Ordning"
CONTEXT = 6  # words that are kept on each side of a change in a long text
EQUAL = "Det är ingen skillnad i det som jämförs."


@dataclass(frozen=True, slots=True)
class Visningsrad:
    """A row with its changes, or one change that names its thing itself and then has no ``namn``."""

    namn: str
    id: str
    ändringar: tuple[Ändring, ...]


@dataclass(frozen=True, slots=True)
class Visningsgrupp:
    """What has changed in one place: the plan as a whole, an action plan, an område or a kommun."""

    rubrik: str
    rader: tuple[Visningsrad, ...]


def grupper(jämförelse: Jämförelse) -> Iterator[Visningsgrupp]:
    """Yield the changes område by område, in their order."""
    for _where, group in groupby(jämförelse.ändringar, key=lambda ä: (ä.handlingsplan, ä.område)):
        changes = list(group)
        first = changes[0]
        names = [name for name in (first.plannamn, first.områdesnamn) if name]
        yield Visningsgrupp(": ".join(names) or WHOLE, tuple(_rows(changes)))


def _rows(changes: Sequence[Ändring]) -> Iterator[Visningsrad]:
    for (id, itself), group in groupby(changes, key=lambda ä: (ä.id, names_itself(ä))):
        rows = tuple(group)
        yield Visningsrad("" if itself else rows[0].namn, id, rows)


def names_itself(ändring: Ändring) -> bool:
    """Tell whether a change's text says what it is about, so that no name belongs before it."""
    of_område = ändring.slag == "ordning" and not ändring.område
    return of_område or ändring.slag in NAMES_ITSELF


def sidor(jämförelse: Jämförelse) -> Iterator[tuple[str, tuple[Prosaändring, ...]]]:
    """Yield the pages whose prose has changed, each with its changes."""
    for sida, group in groupby(jämförelse.prosa, key=lambda ändring: ändring.sida):
        yield sida, tuple(group)


def i_siffror(jämförelse: Jämförelse) -> list[str]:
    """Return the summary in words: how many rows before and after, then how many changes of each kind."""
    before, after = jämförelse.rader
    said = [f"{before} rader har blivit {after}"] if before != after else []
    said += [SLAG[slag].antal(number) for slag, number in jämförelse.sammanfattning.items()]
    if jämförelse.prosa:
        pages = len({ändring.sida for ändring in jämförelse.prosa})
        changes = antal(len(jämförelse.prosa), "ändring", "ändringar")
        said.append(f"{changes} i texten på {antal(pages, 'sida', 'sidor')}")
    return said


def ledord(ändring: Ändring | Prosaändring) -> str:
    """Return what stands before the words of a changed text: Omformulerad, or Kommentar."""
    return SLAG[ändring.slag].namn if isinstance(ändring, Ändring) else ändring.text


def kortade(bitar: Sequence[Bit]) -> Iterator[Bit]:
    """Yield the pieces with a long text that stays cut down to the words next to a change."""
    for number, bit in enumerate(bitar):
        words = bit.text.split(" ")
        if bit.slag != "lika" or len(words) <= 2 * CONTEXT + 1:
            yield bit
            continue
        head = " ".join(words[: CONTEXT + 1]) if number else ""
        tail = " ".join(words[-CONTEXT:]) if number < len(bitar) - 1 else ""
        yield Bit("lika", f"{head} … {tail}".rstrip() if number else f"… {tail}")


def lösa(bitar: Iterable[Bit]) -> Iterator[tuple[str, str, Bitslag]]:
    """Yield the space before each piece, its words and what has become of them.

    Words that begin a text have no space of their own; those that take their place get one.
    """
    before = ""
    for bit in bitar:
        words = bit.text.lstrip()
        space = bit.text[: len(bit.text) - len(words)]
        if bit.slag == "tillagt" and before[:1].isalnum() and words[:1].isalnum():
            space = " "
        yield space, words, bit.slag
        before = bit.text if bit.slag == "borttaget" else ""
