"""The lists of a page: how deep each item stands, and what stands before a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markdown_it.token import Token

from planmotor.prosa.lasning.sida import Sida

STEP = 4  # the site's Markdown takes so many spaces for a level


class Lista(NamedTuple):
    """A list: the token that opens it, how many lists it stands in, and what comes just before it.

    ``före`` is the paragraph that it follows without a blank line; None when there is none, and when the
    paragraph is the first of an item, for a list may stand right under that.
    """

    tecken: Token
    djup: int
    före: Token | None


class Del(NamedTuple):
    """What stands in an item: the token, how deep, and whether it is the item itself."""

    tecken: Token
    djup: int


def listor(sida: Sida) -> Iterator[Lista]:
    """Yield every list of the page, outside quotations."""
    depth = 0
    quoted = 0
    for number, token in enumerate(sida.tecken):
        quoted += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            if not quoted:
                yield Lista(token, depth, _glued(sida.tecken, number))
            depth += 1
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            depth -= 1


def _glued(tokens: list[Token], number: int) -> Token | None:
    # A paragraph is three tokens: it opens, its text, it closes.
    around, paragraph, _, closing = ([None] * 4 + tokens[:number])[-4:]
    here = tokens[number]
    if not (paragraph and closing and closing.type == "paragraph_close" and paragraph.map and here.map):
        return None
    is_first = around is not None and around.type == "list_item_open"
    return None if is_first or paragraph.map[1] != here.map[0] else paragraph


def delar(sida: Sida) -> Iterator[Del]:
    """Yield what has to be indented: each list within an item, and each block after an item's first."""
    depth = quoted = 0
    for before, token in zip([None, *sida.tecken], sida.tecken, strict=False):
        quoted += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        opens_list = token.type in {"bullet_list_open", "ordered_list_open"}
        is_block = opens_list or token.type in {"paragraph_open", "fence", "code_block", "table_open"}
        follows = before is not None and before.type not in {"list_item_open", "inline"}
        if depth and is_block and follows and not quoted and token.level == 2 * depth:
            yield Del(token, depth)
        depth += opens_list - (token.type in {"bullet_list_close", "ordered_list_close"})
