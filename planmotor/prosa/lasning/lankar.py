"""The links of a page to other places of the site, each with its line."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from markdown_it.token import Token

from planmotor.prosa.lasning.sida import Sida
from planmotor.prosa.lasning.tillaten import SCHEME

ATTRIBUTE = {"a": "href", "img": "src"}
OPENS = {"link_open": "href", "image": "src"}


def länkar(sida: Sida) -> Iterator[tuple[int, str, bool]]:
    """Yield line, address and whether it is HTML, of each link that doesn't lead to another host."""
    for _, token in sida.stycken():
        if token.map:
            yield from ((_line(sida, token.map, to), to, False) for to in _targets(token))
    for tag in sida.taggar:
        name = ATTRIBUTE.get(tag.namn, "")
        given = dict(tag.attribut).get(name, "") if name and not tag.stänger else ""
        if given and _is_inside(given):
            yield sida.plats(tag.start)[0], given, True


def _targets(token: Token) -> Iterator[str]:
    for part in token.children or ():
        target = part.attrGet(OPENS[part.type]) if part.type in OPENS else None
        if target and _is_inside(str(target)):
            yield unquote(str(target))


def _is_inside(address: str) -> bool:
    return not SCHEME.match(address) and not address.startswith("//")


def _line(sida: Sida, lines: list[int], address: str) -> int:
    """Return the line of an address; one that is defined elsewhere stands where the link begins."""
    return next((n + 1 for n in range(*lines) if address in sida.rader[n]), lines[0] + 1)
