"""A document as Markdown, for a page, a document or a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planmotor.grund.text import visible
from planmotor.office.dokument.typer import Block, Del, Dokument, Lista, Punkt, Stycke, Tabell, Text

SPECIAL = re.compile(r"[\\`*_{}\[\]()|~^$]")
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# A mention would send somebody a message, a number would link to another matter, an address to anywhere.
TRIGGERS = re.compile(r"@(?=\w)|#(?=\d)|!(?=\d)|(?<=[a-z]):(?=//)|(?<=www)\.", re.IGNORECASE)
FORMS = {"borttaget": "<del>{}</del>", "tillagt": "<ins>{}</ins>", "fet": "**{}**"}
FRAMES = {"räknat": "*{}*", "notis": "> **Obs!** {}"}


def escaped(text: str) -> str:
    """Return a text as Markdown that shows just that text, on one line, linking and naming nobody."""
    plain = visible(" ".join(text.split()))
    safe = SPECIAL.sub(r"\\\g<0>", re.sub("[&<>]", lambda sign: ENTITIES[sign[0]], plain))
    return TRIGGERS.sub(r"\g<0><!-- -->", safe)


def som_markdown(dokument: Dokument) -> str:
    """Return the document with one heading of the first level; it ends with a line feed."""
    facts = "\n".join(f"- **{escaped(name)}:** {escaped(value)}" for name, value in dokument.uppgifter)
    parts = (del_som_markdown(part, 2) for part in dokument.delar)
    return "\n\n".join([f"# {escaped(dokument.titel)}", facts, *parts]) + "\n"


def del_som_markdown(part: Del, level: int) -> str:
    """Return a part with a heading of that level."""
    below = (del_som_markdown(one, level + 1) for one in part.delar)
    return "\n\n".join([f"{'#' * level} {escaped(part.rubrik)}", *map(_block, part.block), *below])


def _block(block: Block) -> str:
    if isinstance(block, Stycke):
        return FRAMES.get(block.slag, "{}").format(märkt_markdown(block.text))
    if isinstance(block, Lista):
        items = (
            [f"- {märkt_markdown(i.text)}", *(f"  - {märkt_markdown(below)}" for below in i.under)]
            for i in block.punkter
        )
        return "\n".join(line for item in items for line in item)
    return _table(block)


def _item(item: Punkt) -> Iterator[str]:
    yield f"- {märkt_markdown(item.text)}"
    yield from (f"  - {märkt_markdown(below)}" for below in item.under)


def _table(table: Tabell) -> str:
    rows = [*table.rader, *filter(None, [table.summa])]
    line = [" --- ", *(" ---: " if table.siffror else " --- " for _ in table.kolumner[1:])]
    head = [_row([escaped(name) for name in table.kolumner]), f"|{'|'.join(line)}|"]
    body = [_row([märkt_markdown(cell) for cell in row]) for row in rows]
    return "\n".join([f"**{escaped(table.rubrik)}**", "", *head, *body])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def märkt_markdown(words: Text) -> str:
    """Return words with their marks, on one line, with the spaces at the ends of its pieces kept."""
    return "".join(_piece(word.text, FORMS.get(word.slag, "{}")) for word in words)


def _piece(said: str, form: str) -> str:
    words = escaped(said)
    if not words:
        return " " if said else ""
    before, after = " " * said[0].isspace(), " " * said[-1].isspace()
    return f"{before}{form.format(words)}{after}"
