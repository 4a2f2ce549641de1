"""En webbadress eller e-postadress som ska bli en länk står inom < och >, eller får egna ord.

Förhandsvisningen gör en länk också av en adress som står för sig själv. På webbplatsen blir den vanlig text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from markdown_it.token import Token

from planmotor.grund.nearest import one_line
from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.sida import Sida

ID = "bar-adress"
ADDRESS = re.compile(
    r"(?<!\w)(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)'\"*_~]|(?<![\w/:])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.I
)


def check(sida: Sida) -> Iterator[Problem]:
    """Yield each address that only the preview makes a link of."""
    lines = unescape(sida.utan_anrop).split("\n")
    for _, inline in sida.stycken():
        first, after = inline.map or (0, 0)
        for begun in (found[0] for text in _plain(inline.children or []) for found in ADDRESS.finditer(text)):
            # A sign within the address may have parted it, and the text of a call isn't there.
            number = next((n for n in range(first, after) if begun in lines[n]), None)
            if number is not None:
                whole = ADDRESS.search(lines[number], lines[number].index(begun))
                yield _problem(sida, number + 1, one_line(whole[0] if whole else begun))


def _problem(sida: Sida, line: int, address: str) -> Problem:
    text = f"{address} blir en länk i förhandsvisningen, men inte på webbplatsen."
    whole = f"https://{address}" if address.lower().startswith("www") else address
    own = "" if "@" in address else f", eller med egna ord: [ord]({whole})"
    return sida.fel((line, 1), ID, text, f"Skriv <{whole}>{own}")


def _plain(children: list[Token]) -> Iterator[str]:
    """Yield the text of a paragraph that no link holds."""
    inside = 0
    for token in children:
        html = token.content.lower() if token.type == "html_inline" else ""
        inside += token.type == "link_open" or html.startswith("<a ")
        inside -= token.type == "link_close" or html.startswith("</a")
        if token.type == "text" and not inside:
            yield token.content
