"""A report as Markdown, for a page, a document or a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planmotor.grund.text import visible
from planmotor.office.dokument.typer import Avsnitt, Block, Lista, Rapport, Stycke, Tabell, Text

SPECIAL = re.compile(r"[\\`*_{}\[\]()|~^$]")
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# A mention would send somebody a message, a number would link to another matter, an address to anywhere.
TRIGGERS = re.compile(r"@(?=\w)|#(?=\d)|!(?=\d)|(?<=[a-z]):(?=//)|(?<=www)\.", re.IGNORECASE)
TAGS = {"lika": "{}", "borttaget": "<del>{}</del>", "tillagt": "<ins>{}</ins>"}
FORMS = {**TAGS, "fet": "**{}**"}
FRAMES = {"text": "{}", "räknat": "*{}*", "notis": "> **Obs!** {}"}


def escaped(text: str) -> str:
    """Return a text as Markdown that shows just that text, on one line, linking and naming nobody."""
    plain = visible(" ".join(text.split()))
    safe = SPECIAL.sub(r"\\\g<0>", re.sub("[&<>]", lambda sign: ENTITIES[sign[0]], plain))
    return TRIGGERS.sub(r"\g<0><!-- -->", safe)


def som_markdown(rapport: Rapport) -> str:
    """Return the report with one heading of the first level; it ends with a line feed."""
    facts = "\n".join(f"- **{escaped(name)}:** {escaped(value)}" for name, value in rapport.uppgifter)
    blocks = [f"# {escaped(rapport.titel)}", facts]
    blocks += [block for part in rapport.avsnitt for block in _part(part, 2)]
    return "\n\n".join(blocks) + "\n"


def _part(part: Avsnitt, level: int) -> Iterator[str]:
    yield f"{'#' * level} {escaped(part.rubrik)}"
    yield from map(_block, part.block)
    for below in part.delar:
        yield from _part(below, level + 1)


def _block(block: Block) -> str:
    if isinstance(block, Stycke):
        return FRAMES[block.slag].format(_words(block.text))
    if isinstance(block, Lista):
        items = (
            [f"- {_words(i.text)}", *(f"  - {_words(below)}" for below in i.under)] for i in block.punkter
        )
        return "\n".join(line for item in items for line in item)
    return _table(block)


def _table(table: Tabell) -> str:
    rows = [*table.rader, *filter(None, [table.summa])]
    line = [" --- ", *(" ---: " if table.siffror else " --- " for _ in table.kolumner[1:])]
    head = [_row([escaped(name) for name in table.kolumner]), f"|{'|'.join(line)}|"]
    body = [_row([_words(cell) for cell in row]) for row in rows]
    return "\n".join([f"**{escaped(table.rubrik)}**", "", *head, *body])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _words(words: Text) -> str:
    """Return a text on one line, with the spaces at the ends of its pieces kept."""
    return "".join(_piece(word.text, FORMS.get(word.slag, "{}")) for word in words)


def _piece(said: str, form: str) -> str:
    words = escaped(said)
    if not words:
        return " " if said else ""
    before, after = " " * said[0].isspace(), " " * said[-1].isspace()
    return f"{before}{form.format(words)}{after}"
