"""A comparison as Markdown for a comment on a pull request: what comes from data is shown, never obeyed."""

from __future__ import annotations

from planmotor.jamfora.diff.som_dokument import delar
from planmotor.jamfora.diff.typer import Jämförelse
from planmotor.jamfora.diff.visning import EQUAL, i_siffror
from planmotor.office.dokument.markdown import del_som_markdown, escaped

LONGEST = 60_000  # characters: a comment may hold 65 536, and more than the list stands in it


def som_markdown(jämförelse: Jämförelse, högst: int = LONGEST) -> str:
    """Return the comparison with headings of the third level; at most ``högst`` characters and a last line.

    Whole groups are left out when there is no room, and the last line says how many.
    """
    head = [f"Från **{escaped(jämförelse.från)}** till **{escaped(jämförelse.till)}**.", ""]
    head += [f"- {escaped(said)}" for said in i_siffror(jämförelse)] or [EQUAL]
    parts = [del_som_markdown(part, 3) for part in delar(jämförelse)]
    text, left = "\n".join(head), len(parts)
    for part in parts:
        if len(text) + len(part) > högst:
            break
        text, left = f"{text}\n\n{part}", left - 1
    if left:
        what = "avsnitt till har ändringar" if len(parts) > left else "avsnitt har ändringar"
        text += f"\n\n{left} {what} som inte får plats här. `planmotor jämför` visar allt."
    return f"{text}\n"
