"""Which parts of a Markdown page its reader never reads as running text.

Everything hidden becomes spaces of the same length, so that each word left keeps its place in the file. Where
a block begins or ends stands ``BREAK``, a character that no page holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from planmotor.prosa.lasning.huvud import FRONT

BREAK = "\x1e"
Match = re.Match[str]
# Elements that stand inside a sentence; every other element begins a new one.
INLINE = {
    *("a", "abbr", "b", "bdi", "cite", "code", "data", "dfn", "em", "i", "kbd", "mark", "q", "s", "small"),
    *("span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
}
FOREIGN = r"\blang=[\"']?(?!sv)\w"
EMPHASIS, LINK = r"(\*{1,2}|_)(?=\S)[^*_\n]+\1", r"\[[^\]\n]+\]\([^()\n]*\)"


def _blank(found: Match) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _block(found: Match) -> str:
    return BREAK + _blank(found)[1:]


def _line(found: Match) -> str:
    """Hide a marker at the start of a line and end the block with the line."""
    marker = len(found[1])
    return BREAK + " " * (marker - 1) + found[0][marker:-1] + BREAK


def _tag(found: Match) -> str:
    return _blank(found) if found[1].lower() in INLINE else _block(found)


def _cells(found: Match) -> str:
    return found[0].replace("|", BREAK)


STEPS: tuple[tuple[str, Callable[[Match], str]], ...] = (
    (FRONT.pattern, _block),
    (r"<!--.*?-->", _block),
    (r"^[ \t>]*(`{3,}|~{3,})[^\n]*\n.*?^[ \t>]*\1[ \t]*$", _block),  # fenced code
    (r"<(script|style|pre)\b.*?</\1>", _block),
    (r"\{%.*?%\}|\{#.*?#\}", _blank),
    (r"\{\{.*?\}\}", _blank),  # macros: what they show comes from data
    (r"(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)(?s:.))+?(?<!`)\1(?!`)", _blank),  # code in a line
    (r"<(code|kbd|samp)\b[^>]*>.*?</\1>", _blank),
    (rf"<(\w+)\b[^>]*{FOREIGN}[^>]*>.*?</\1>", _blank),  # another language
    (rf"(?:{EMPHASIS}|{LINK}){{:[^}}\n]*{FOREIGN}[^}}\n]*}}", _blank),  # the same in Markdown
    (r"^\*\[[^\]\n]+\]:.*$|^[ \t]*\[(?!\^)[^\]\n]+\]:[ \t]+\S.*$", _block),  # abbr and link definitions
    (r"</?([A-Za-z][\w-]*)\b[^<>]*>", _tag),
    (r"(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|(?<=\])\[[^\]\n]*\]", _blank),  # where links lead
    (r"\[\^[^\]\n]+\]:?", _blank),  # footnotes
    (r"\{[:#. ][^{}\n]*\}", _blank),  # attribute lists
    (r"(?:https?://|www\.)[^\s<>)\]]+|[\w.+-]+@[\w-]+\.[\w.]+", _blank),
    (r"&#?\w+;", _blank),
    (r"^([ \t]*(?:!!!|\?\?\?\+?)[ \t]+[\w -]*).*\n", _line),  # admonitions: their title is read
    (r"^([ \t>]*#{1,6}[ \t]).*\n", _line),
    (r"^[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\])?|^[ \t]*:[ \t]+", _block),  # list items, definitions
    (r"^[ \t]*\|.*$", _cells),
    (r"^[ \t]*>", _blank),
    (r"^[ \t]*$\n?", lambda found: BREAK * len(found[0])),
)
COMPILED = [(re.compile(pattern, re.M | re.S if ".*?" in pattern else re.M), how) for pattern, how in STEPS]


def masked(source: str) -> str:
    """Return what is read of a page, as long as the page itself."""
    text = source if source.endswith("\n") else source + "\n"
    for pattern, how in COMPILED:
        text = pattern.sub(how, text)
    return text[: len(source)]
