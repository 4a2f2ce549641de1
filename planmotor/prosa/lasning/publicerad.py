"""A page as the site's own Markdown makes it, with a word in the place of each macro call.

Two readers of Markdown don't always agree. What the preview of a Git host shows is what the editor has seen;
so what differs from it, and any word that is lost, is told before it is published.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from itertools import zip_longest
from typing import Any, NamedTuple

from markdown import Markdown

from planmotor.prosa.lasning.sida import Sida, reader

# The extensions that the builder of the site always adds.
ALWAYS = ("toc", "tables", "fenced_code")
WORD = re.compile(r"[^\W_]+")
# An attribute list sets an id or a class on the site; the preview shows it as it stands.
ATTRIBUTES = re.compile(
    r"(?<=[*_`)\]])\{:?[^{}\n]*\}|(?<=[\w\s}])\{:[^{}\n]*\}|(?<=\S) +\{[.#][^{}\n]*\}(?= *$)", re.M
)
# What has to be the same in the preview and on the site.
SHAPE = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "table", "tr", "td", "th"),
    *("dl", "pre", "hr", "br", "strong", "em", "del", "code", "a", "img"),
}
SAME = {"s": "del"}  # what one of them calls otherwise
WITHIN = {"li", "blockquote"}  # what holds others: how deep these stand has to be the same too
SKIPPED = {"footnote-ref", "footnote-backref"}
PLACEHOLDER = "Xmakro{}x"
Tillägg = Sequence[str | dict[str, Any]]


@lru_cache(maxsize=1)
def _markdown(told: str) -> Markdown:
    """Return the site's Markdown with these extensions, told as JSON; the macros' own has nothing to do."""
    names, options = list[str](), dict[str, Any]()
    for one in json.loads(told):
        name, given = (one, {}) if isinstance(one, str) else next(iter(one.items()))
        if not name.startswith("macros."):
            names.append(name)
            options[name] = given or {}
    wanted = [*ALWAYS, *names]
    return Markdown(extensions=list(dict.fromkeys(wanted)), extension_configs=options)


def _body(sida: Sida, changed: Iterable[tuple[int, int, str]] = ()) -> str:
    """Return the body with a word in the place of each call, and with other things in the place of others."""
    calls = [(call.start, call.slut, PLACEHOLDER.format(n)) for n, call in enumerate(sida.anrop[0])]
    parts, at = list[str](), sida.huvud.slut
    for start, end, instead in sorted([*calls, *changed]):
        if start >= at:
            parts += [sida.källa[at:start], instead]
            at = end
    return "".join([*parts, sida.källa[at:]])


def publicerad(sida: Sida, tillägg: Tillägg) -> str:
    """Return the page's HTML as the site's Markdown writes it."""
    made = _markdown(json.dumps(tillägg))
    made.reset()
    return made.convert(_body(sida).lstrip("\n"))


def förhandsvisad(sida: Sida) -> str:
    """Return the page's HTML as a Git host's preview writes it; attribute lists are the site's own."""
    gone = [(*found.span(), "") for found in ATTRIBUTES.finditer(sida.källa)]
    gone = [part for part in gone if not any(a <= part[0] < b for a, b in sida.kod)]
    return str(reader().render(_body(sida, gone)))


class Form(NamedTuple):
    """An element, what it stands within, and how many words stand before it."""

    tagg: str
    djup: int = 0
    ord: int = 0


class Innehåll(HTMLParser):
    """What a reader meets: words in order, how the page is built, anchors and the text of each element."""

    def __init__(self) -> None:
        super().__init__()
        self.ord: list[str] = []
        self.form: list[Form] = []
        self.ankare: list[str] = []
        self._skip = 0
        self._quoted = -1  # how many words stand before the end of the latest quotation
        self._stack: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element: its anchor, its place among the words, and what an image says."""
        given, tag = dict(attrs), SAME.get(tag, tag)
        self.ankare += [given[name] or "" for name in ("id", "name") if given.get(name)]
        skips = bool(SKIPPED & set((given.get("class") or "").split())) or tag in {"script", "style"}
        if tag not in {"br", "hr", "img", "input", "wbr", "path", "circle"}:
            self._stack.append((tag, skips))
            self._skip += skips
        # Two quotations in a row are one on the site, with the same words in the same paragraphs.
        goes_on = tag == "blockquote" and self._quoted == len(self.ord)
        if tag in SHAPE and not self._skip and not goes_on:
            within = [name for name, _ in self._stack]
            depth = sum(name in WITHIN or (name, tag) == ("p", "pre") for name in within)
            self.form.append(Form(tag, depth, len(self.ord)))
        if tag == "img":
            self.handle_data(given.get("alt") or "")

    def handle_endtag(self, tag: str) -> None:
        """Close an element, and those within it that nobody has closed."""
        tag = SAME.get(tag, tag)
        if tag == "blockquote":
            self._quoted = len(self.ord)
        while self._stack and any(open_tag == tag for open_tag, _ in self._stack):
            name, skips = self._stack.pop()
            self._skip -= skips
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        """Take the words of a text, but not the number of a footnote, which nobody has written."""
        if not self._skip:
            self.ord += WORD.findall(data)


def innehåll(html: str) -> Innehåll:
    """Return what a reader meets of a page's HTML."""
    read = Innehåll()
    read.feed(html)
    read.close()
    return read


def förlorade(site: Innehåll, preview: Innehåll) -> list[str]:
    """Return the words of the preview that the site doesn't show, in their order."""
    left = Counter(site.ord)
    lost = []
    for word in preview.ord:
        left[word] -= 1
        if left[word] < 0:
            lost.append(word)
    return lost


def första_skillnad(site: Innehåll, preview: Innehåll) -> tuple[str, str, list[str]] | None:
    """Return what the preview and the site make of the same place, and the words that follow it there."""
    for ours, theirs in zip_longest(site.form, preview.form, fillvalue=Form("")):
        if ours[:2] != theirs[:2]:
            read, at = (preview, theirs.ord) if theirs.tagg else (site, ours.ord)
            return ours.tagg, theirs.tagg, read.ord[at : at + 6]
    return None


def plats_för(sida: Sida, words: Sequence[str]) -> int:
    """Return the line where the words stand, or the first of the body."""
    wanted = [word for word in words if not word.startswith("Xmakro")]
    first = sida.källa.count("\n", 0, sida.huvud.slut)
    for length in range(len(wanted), 0, -1):
        for number, line in enumerate(sida.rader[first:], first + 1):
            found = WORD.findall(unescape(line))
            if any(found[at : at + length] == wanted[:length] for at in range(len(found))):
                return number
    return min(first + 1, len(sida.rader))
