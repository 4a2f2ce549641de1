"""A comparison for the terminal: plain text, with changed words as ``git diff --word-diff`` marks them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planmotor.grund.text import INVISIBLE
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
from planmotor.office.dokument.text import MARKS


def som_text(jämförelse: Jämförelse) -> str:
    """Return the summary, the changes område by område and those of the prose; it ends with a line feed."""
    lines = [f"Från {jämförelse.från} till {jämförelse.till}", ""]
    lines += [f"- {said}" for said in i_siffror(jämförelse)] or [EQUAL]
    for group in grupper(jämförelse):
        lines += ["", group.rubrik, *_rows(group)]
    for sida, changes in sidor(jämförelse):
        lines += ["", f"Texten på {sida}", *(f"  - {_prose(ändring)}" for ändring in changes)]
    return "".join(f"{INVISIBLE.sub('', line)}\n" for line in lines)


def _rows(group: Visningsgrupp) -> Iterator[str]:
    for rad in group.rader:
        if rad.namn:
            yield f"  {rad.namn}  [{rad.id}]"
        indent = "    " if rad.namn else "  "
        yield from (f"{indent}- {_change(ändring)}" for ändring in rad.ändringar)


def _change(ändring: Ändring) -> str:
    if ändring.bitar:
        note = f". {ändring.anmärkning}" if ändring.anmärkning else ""
        return f"{ledord(ändring)}: {marked(ändring.bitar)}{note}"
    return ändring.text


def _prose(ändring: Prosaändring) -> str:
    where = f"{ändring.avsnitt}: " if ändring.avsnitt else ""
    if ändring.bitar:
        return f"{where}{ändring.text}: {marked(ändring.bitar)}"
    said = ändring.efter or ändring.före
    return f"{where}{ändring.text}{f': {citat(said)}' if said else ''}"


def marked(bitar: Sequence[Bit]) -> str:
    """Return pieces on one line, with [-what is lost-] and {+what is gained+} marked."""
    parts = lösa(kortade(bitar))
    return "".join(f"{space}{MARKS[slag].format(words)}" for space, words, slag in parts)
