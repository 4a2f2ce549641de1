"""One page as a Git host's preview reads it, by a parser of CommonMark that isn't the site's own.

What the preview takes for code is text to both readers: there ``{{`` is just two braces.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.anrop import Anrop, läs_anrop
from planmotor.prosa.lasning.huvud import Huvud, läs_huvud
from planmotor.prosa.lasning.taggar import Tagg, läs_taggar

SPAN = re.compile(r"(?<![`\\])(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.S)
COMMENT = re.compile(r"<!--.*?-->", re.S)
DEEP = 60  # quotations and lists within each other: hosts read far more than the 20 that are usual here
CODE = {"fence", "code_block"}
Spann = tuple[int, int]


@lru_cache(maxsize=1)
def reader() -> MarkdownIt:
    """Return the parser: CommonMark with what GitHub and GitLab add to it."""
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": DEEP}).enable(["table", "strikethrough"])
    return parser.use(footnote_plugin, inline=False)


@dataclass(frozen=True)
class Sida:
    """A page: its path as people write it, and its text with line feeds as line breaks."""

    path: str
    källa: str

    @cached_property
    def huvud(self) -> Huvud:
        """The front matter."""
        return läs_huvud(self.källa, self.path)

    @cached_property
    def kropp(self) -> str:
        """The page below its front matter, with the same places: what stands above is blank."""
        above = self.källa[: self.huvud.slut]
        return re.sub(r"[^\n]", " ", above) + self.källa[self.huvud.slut :]

    @cached_property
    def rader(self) -> list[str]:
        """The lines of the body; those of the front matter are blank."""
        return self.kropp.split("\n")

    @cached_property
    def tecken(self) -> list[Token]:
        """The page's blocks, in order, as the preview finds them."""
        return reader().parse(self.kropp.expandtabs(4) if "\t" in self.kropp else self.kropp)

    @cached_property
    def kodblock(self) -> list[tuple[int, int, Token]]:
        """First line and the line after the last (from 0) of each block of code."""
        return [(t.map[0], t.map[1], t) for t in self.tecken if t.type in CODE and t.map]

    @cached_property
    def kod(self) -> list[Spann]:
        """Where code stands, in blocks and in lines, and comments: from and to, in order."""
        blocks = [(self._starts[a], self._starts[min(b, len(self._starts) - 1)]) for a, b, _ in self.kodblock]
        # As many spaces as there were characters, but not blank: so a span doesn't end where a fence stood.
        text = _without(self.kropp, blocks)
        comments = [found.span() for found in COMMENT.finditer(text)]
        spans = [found.span() for found in SPAN.finditer(_without(text, comments))]
        return sorted([*blocks, *comments, *spans])

    @cached_property
    def utan_kod(self) -> str:
        """The body with its code blank, as long as it was."""
        return _without(self.kropp, self.kod)

    @cached_property
    def anrop(self) -> tuple[list[Anrop], list[Problem]]:
        """Every call of a macro, and what stands between braces and is none."""
        return läs_anrop(self.utan_kod, self.path)

    @cached_property
    def taggar(self) -> list[Tagg]:
        """Every tag of HTML that is written on the page."""
        return läs_taggar(self.utan_anrop)

    @cached_property
    def utan_anrop(self) -> str:
        """The body without code and without the text of calls, as long as it was."""
        return _without(self.utan_kod, [(call.start, call.slut) for call in self.anrop[0]])

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.kropp)), len(self.kropp)]

    def plats(self, tecken: int) -> tuple[int, int]:
        """Return line and column, from 1, of a character's place in the text."""
        line = bisect_right(self._starts, tecken, hi=len(self._starts) - 1)
        return line, tecken - self._starts[line - 1] + 1

    def fel(self, at: int | tuple[int, int], rule: str, text: str, fix: str) -> Problem:
        """Return a problem at a place in the text, or at line and column."""
        line, column = self.plats(at) if isinstance(at, int) else at
        return Problem(self.path, line, column, rule, text, fix)

    def stycken(self) -> Iterator[tuple[Token, Token]]:
        """Yield each run of text with the block that opens around it: a paragraph, a heading, a cell."""
        for before, token in zip(self.tecken, self.tecken[1:], strict=False):
            if token.type == "inline":
                yield before, token


def _without(text: str, spans: list[Spann]) -> str:
    parts, at = list[str](), 0
    for start, end in sorted(spans):
        if end <= at:
            continue
        first = max(start, at)
        parts += [text[at:first], re.sub(r"[^\n]", " ", text[first:end])]
        at = end
    return "".join([*parts, text[at:]])
