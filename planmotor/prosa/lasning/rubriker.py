"""The headings of a page, in Markdown and in HTML, in the order that they stand."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import NamedTuple

from planmotor.prosa.lasning.sida import Sida

ATTRIBUTES = re.compile(r"\s*\{:?[^{}]*\}\s*$")
HTML = re.compile(r"h[1-6]")


class Rubrik(NamedTuple):
    """A heading: its line, its level and its words."""

    rad: int
    nivå: int
    text: str
    är_html: bool = False


def rubriker(sida: Sida) -> list[Rubrik]:
    """Return every heading of the page."""
    found = []
    for before, token in zip(sida.tecken, sida.tecken[1:], strict=False):
        if before.type == "heading_open" and before.map:
            words = ATTRIBUTES.sub("", token.content).strip()
            found.append(Rubrik(before.map[0] + 1, int(before.tag[1]), words))
    for tag, end in zip_longest(sida.taggar, sida.taggar[1:]):
        if HTML.fullmatch(tag.namn) and not tag.stänger:
            words = sida.kropp[tag.slut : end.start] if end else sida.kropp[tag.slut :]
            # What begins with an element has words further in; only a pair with nothing between is empty.
            text = words.strip() or ("" if end and end.stänger else "…")
            found.append(Rubrik(sida.plats(tag.start)[0], int(tag.namn[1]), text, True))
    return sorted(found)
