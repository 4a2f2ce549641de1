"""Markdown in one form, so that two ways of writing the same are the same: ``- _a_`` and ``* *a*``.

Editors and formatters rewrite a page when they save it. What a reader meets is told by a parser of
CommonMark; what only looks different in the file is no change of the page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

MARKED = re.compile(r"[*_`\\&<>!\[\]~]")  # a text without these is what it says
BULLET = re.compile(r"[-*+]\s+")
NUMBER = re.compile(r"\d{1,9}[.)]\s+")
DEFINITION = re.compile(r":\s+")
CELL = re.compile(r"(?<!\\)\|")
FENCE = re.compile(r"(?:`{3,}|~{3,})[ \t]*(.*)")
RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}[ \t]*")
UNDERLINE = re.compile(r"^ {0,3}(?:=+|-+)[ \t]*$", re.M)
OPENS = {
    "em_open": "*",
    "em_close": "*",
    "strong_open": "**",
    "strong_close": "**",
    "s_open": "~~",
    "s_close": "~~",
}
AS_WRITTEN = {"makro", "html", "förkortning", "länk"}


@lru_cache(maxsize=1)
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable("strikethrough")


def enhetlig(text: str, slag: str) -> str:
    """Return the text of a unit in the one form; ``slag`` is what kind of unit it is."""
    if slag in AS_WRITTEN:
        return text
    if slag == "kod":
        return _code(text)
    if slag == "rad":
        cells = [_inline(cell.strip()) for cell in CELL.split(text.strip().strip("|"))]
        return f"| {' | '.join(cells)} |"
    for marker, form in ((BULLET, "- "), (NUMBER, "1. "), (DEFINITION, ": ")):
        found = marker.match(text) if slag == "punkt" else None
        if found:
            return form + _inline(text[found.end() :])
    return "---" if RULE.fullmatch(text) else _inline(text)


def med_rubriktecken(text: str) -> str:
    """Return a page with each heading on one line after its signs, also one that was underlined."""
    if not UNDERLINE.search(text):
        return text
    lines = text.split("\n")
    tokens = _reader().parse(text)
    for opened, inline in pairwise(tokens):
        if opened.type == "heading_open" and opened.markup in "=-" and opened.map and opened.level == 0:
            first, after = opened.map
            lines[first:after] = [
                f"{'#' * int(opened.tag[1])} {inline.content.replace(chr(10), ' ')}",
                *[""] * (after - first - 1),
            ]
    return "\n".join(lines)


def _code(text: str) -> str:
    lines = text.split("\n")
    opens, closes = FENCE.fullmatch(lines[0].strip()), FENCE.fullmatch(lines[-1].strip())
    if not opens or not closes or len(lines) == 1:
        return text
    return "\n".join([f"```{opens[1].strip()}", *lines[1:-1], "```"])


@lru_cache(maxsize=20_000)
def _inline(text: str) -> str:
    """Return a text on one line with its emphasis, code and links written in one way."""
    if not MARKED.search(text):
        return text
    (root,) = _reader().parseInline(text)
    return "".join(_shown(root.children or []))


def _shown(tokens: list[Token]) -> list[str]:
    made: list[str] = []
    links: list[str] = []
    for token in tokens:
        if token.type in OPENS:
            made.append(OPENS[token.type])
        elif token.type == "code_inline":
            made.append(f"`{token.content}`")
        elif token.type in {"softbreak", "hardbreak"}:
            made.append(" ")
        elif token.type == "link_open":
            links.append(_target(token, "href"))
            made.append("[")
        elif token.type == "link_close":
            made.append(f"]{links.pop()}")
        elif token.type == "image":
            made.append(f"![{token.content}]{_target(token, 'src')}")
        else:
            made.append(token.content)
    return made


def _target(token: Token, name: str) -> str:
    title = token.attrGet("title")
    return f'({token.attrGet(name)} "{title}")' if title else f"({token.attrGet(name)})"
