"""A comparison as Markdown for a comment on a pull request: what comes from data is shown, never obeyed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planmotor.jamfora.diff.ord import Bit
from planmotor.jamfora.diff.prosatyp import Prosaändring
from planmotor.jamfora.diff.sprak import citat
from planmotor.jamfora.diff.typer import Jämförelse, Ändring
from planmotor.jamfora.diff.visning import (
    EQUAL,
    Visningsgrupp,
    grupper,
    i_siffror,
    kortade,
    ledord,
    lösa,
    sidor,
)
from planmotor.office.dokument.markdown import TAGS, escaped

LONGEST = 60_000  # characters: a comment may hold 65 536, and more than the list stands in it


def som_markdown(jämförelse: Jämförelse, högst: int = LONGEST) -> str:
    """Return the comparison with headings of the third level; at most ``högst`` characters and a last line.

    Whole groups are left out when there is no room, and the last line says how many.
    """
    head = [f"Från {_version(jämförelse.från)} till {_version(jämförelse.till)}.", ""]
    head += [f"- {escaped(said)}" for said in i_siffror(jämförelse)] or [EQUAL]
    parts = [*_groups(jämförelse)]
    text, left = "\n".join(head), len(parts)
    for part in parts:
        if len(text) + len(part) > högst:
            break
        text, left = f"{text}\n\n{part}", left - 1
    if left:
        what = "avsnitt till har ändringar" if len(parts) > left else "avsnitt har ändringar"
        text += f"\n\n{left} {what} som inte får plats här. `planmotor jämför` visar allt."
    return f"{text}\n"


def _version(name: str) -> str:
    return f"**{escaped(name)}**"


def _groups(jämförelse: Jämförelse) -> Iterator[str]:
    for group in grupper(jämförelse):
        yield "\n".join([f"### {escaped(group.rubrik)}", "", *_rows(group)])
    for sida, changes in sidor(jämförelse):
        yield "\n".join([f"### Texten på {escaped(sida)}", "", *(f"- {_prose(ä)}" for ä in changes)])


def _rows(group: Visningsgrupp) -> Iterator[str]:
    for rad in group.rader:
        if rad.namn:
            yield f"- **{escaped(rad.namn)}**"
        indent = "  " if rad.namn else ""
        yield from (f"{indent}- {_change(ändring)}" for ändring in rad.ändringar)


def _change(ändring: Ändring) -> str:
    if not ändring.bitar:
        return escaped(ändring.text)
    note = f". {escaped(ändring.anmärkning)}" if ändring.anmärkning else ""
    return f"{ledord(ändring)}: {_marked(ändring.bitar)}{note}"


def _prose(ändring: Prosaändring) -> str:
    where = f"**{escaped(ändring.avsnitt)}**: " if ändring.avsnitt else ""
    if ändring.bitar:
        return f"{where}{escaped(ändring.text)}: {_marked(ändring.bitar)}"
    said = ändring.efter or ändring.före
    return f"{where}{escaped(ändring.text)}{f': {escaped(citat(said))}' if said else ''}"


def _marked(bitar: Sequence[Bit]) -> str:
    parts = lösa(kortade(bitar))
    return "".join(f"{space}{TAGS[slag].format(escaped(words))}" for space, words, slag in parts)
