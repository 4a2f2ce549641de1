"""A comparison for the terminal: plain text, with changed words as ``git diff --word-diff`` marks them."""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.text import visible
from planmotor.jamfora.diff.som_dokument import prosaändrat, ändrat
from planmotor.jamfora.diff.typer import Jämförelse
from planmotor.jamfora.diff.visning import EQUAL, Visningsgrupp, grupper, i_siffror, sidor
from planmotor.office.dokument.text import märkt_text


def som_text(jämförelse: Jämförelse) -> str:
    """Return the summary, the changes område by område and those of the prose; it ends with a line feed."""
    lines = [f"Från {jämförelse.från} till {jämförelse.till}", ""]
    lines += [f"- {said}" for said in i_siffror(jämförelse)] or [EQUAL]
    for group in grupper(jämförelse):
        lines += ["", group.rubrik, *_rows(group)]
    for sida, changes in sidor(jämförelse):
        lines += ["", f"Texten på {sida}", *(f"  - {märkt_text(prosaändrat(ä))}" for ä in changes)]
    return "".join(f"{visible(line)}\n" for line in lines)


def _rows(group: Visningsgrupp) -> Iterator[str]:
    for rad in group.rader:
        if rad.namn:
            yield f"  {rad.namn}  [{rad.id}]"
        indent = "    " if rad.namn else "  "
        yield from (f"{indent}- {märkt_text(ändrat(ändring))}" for ändring in rad.ändringar)
