"""A Markdown page as its reader meets it: sentences of words, each with the line where it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from planmotor.grund.problem import Problem, shown_path
from planmotor.grund.text import text_of
from planmotor.klarsprak.mask import BREAK, masked
from planmotor.prosa.lasning.huvud import Huvud, läs_huvud

WORD = re.compile(r"[^\W_]+(?:[-–'’.:\u00ad][^\W_]+)*")
ENDS = re.compile(f"[.!?…{BREAK}]")
CITED = re.compile(r"(?<![*\w])\*(?![*\s])[^*\n]+(?<!\s)\*(?![*\w])")
# A number or a name after these doesn't begin a sentence.
BEFORE_MORE = {
    *("ca", "dnr", "dvs", "d.v.s", "jfr", "kap", "kl", "nr", "prop", "st"),
    *("bl.a", "m.fl", "s.k", "t.ex"),
}


class Word(NamedTuple):
    """A word and where it stands: line and column from 1, and its place in the text."""

    text: str
    line: int
    column: int
    start: int

    @property
    def end(self) -> int:
        """The place in the text after the word."""
        return self.start + len(self.text)


Sentence = tuple[Word, ...]


@dataclass(frozen=True)
class Page:
    """One page: where it lies, its Markdown and the language that its front matter says."""

    path: str
    folder: str
    source: str

    @cached_property
    def language(self) -> str:
        """The page's language: ``lang`` in its front matter, else its folder when that is a code."""
        said = self._front.fält.get("lang")
        if said:
            return said
        return self.folder if self.folder in {"en", "sma"} else "sv"

    @property
    def is_swedish(self) -> bool:
        """Whether rules about Swedish apply to the page."""
        return self.language.split("-")[0] == "sv"

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The page's sentences. A list item, a heading and a table cell end one too, full stop or not."""
        return tuple(_sentences(self._words(self._masked), self._masked))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word of the page's text."""
        return tuple(word for sentence in self.sentences for word in sentence)

    @cached_property
    def front(self) -> tuple[Word, ...]:
        """The words of title and description, which search engines show but the page doesn't."""
        said = [value for name, value in self._front.värden.items() if name in {"title", "description"}]
        return tuple(word for value in said for word in self._words(self.source, value.start, value.slut))

    def is_cited(self, word: Word) -> bool:
        """Tell whether a word stands in italics: the title of something, or a word that is talked about."""
        at = bisect_right(self._cited, (word.start, len(self.source))) - 1
        return at >= 0 and word.end <= self._cited[at][1]

    def problem(self, word: Word | None, rule: str, text: str, fix: str) -> Problem:
        """Return a problem that stands where a word does, or at the top of the page."""
        line, column = (word.line, word.column) if word else (1, 1)
        return Problem(self.path, line, column, rule, text, fix)

    @cached_property
    def _front(self) -> Huvud:
        return läs_huvud(self.source, self.path)

    @cached_property
    def _masked(self) -> str:
        return masked(self.source)

    @cached_property
    def _cited(self) -> list[tuple[int, int]]:
        return [found.span() for found in CITED.finditer(self._masked)]

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.source))]

    def _words(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
        for found in WORD.finditer(text, start, len(text) if end is None else end):
            line = bisect_right(self._starts, found.start())
            yield Word(found[0], line, found.start() - self._starts[line - 1] + 1, found.start())


def _sentences(words: Iterator[Word], text: str) -> Iterator[Sentence]:
    gathered: list[Word] = []
    for word in words:
        if gathered and _is_end(gathered[-1], text[gathered[-1].end : word.start], word):
            yield tuple(gathered)
            gathered = []
        gathered.append(word)
    if gathered:
        yield tuple(gathered)


def _is_end(before: Word, between: str, after: Word) -> bool:
    if BREAK in between:
        return True
    if not ENDS.search(between) or after.text[0].islower():
        return False
    return not between.startswith(".") or before.text.casefold() not in BEFORE_MORE


def read_page(path: Path, docs: Path) -> Page:
    """Read one page; its folder is the first one below ``docs``. Raises Invalid when it isn't UTF-8."""
    shown = shown_path(path)
    inside = (
        path.resolve().relative_to(docs.resolve()) if path.resolve().is_relative_to(docs.resolve()) else path
    )
    folder = inside.parts[0] if len(inside.parts) > 1 else ""
    return Page(shown, folder, text_of(path))
