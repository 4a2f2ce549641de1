"""A question cut into words, each with its place; and what is said when it can't be understood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from planmotor.grund.problem import Stopped

TOKEN = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"\\]|\\.)*"|”[^”]*”|'[^']*')|(?P<sign>!=|<=|>=|=|<|>|\(|\))|(?P<word>[^\s()=!<>"”]+))"""
)
SIGNS = ("=", "!=", "<", "<=", ">", ">=")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a sign or a quoted text of a question; ``at`` counts characters from 0."""

    kind: str  # text, sign, word or end
    value: str
    at: int
    raw: str = ""

    @property
    def folded(self) -> str:
        """The word as it is compared; empty for a quoted text, which is never a word of the language."""
        return "" if self.kind == "text" else folded(self.value)


class QuestionError(Stopped):
    """A question that can't be understood: where it went wrong, and what to write instead."""

    def __init__(self, question: str, at: int, text: str) -> None:
        """Make the message: the question, a mark below the place, and the words."""
        self.at = at
        shown = question.replace("\n", " ").replace("\t", " ")
        super().__init__(f"Frågan går inte att tolka vid tecken {at + 1}:\n  {shown}\n  {' ' * at}^\n{text}")


def words(question: str) -> list[Word]:
    """Return the words of a question, its end last; raise QuestionError for a sign out of place."""
    return [*_words(question), Word("end", "", len(question.rstrip()))]


def _words(question: str) -> Iterator[Word]:
    at = 0
    while question[at:].strip():
        found = TOKEN.match(question, at)
        if not found or found.lastgroup is None:
            at += len(question[at:]) - len(question[at:].lstrip())
            quote = question[at] in "\"”'"
            why = (
                "Ett citattecken saknar sitt par."
                if quote
                else f"Tecknet {question[at]} går inte att använda här."
            )
            raise QuestionError(question, at, why)
        kind, raw = found.lastgroup, found[found.lastgroup]
        yield Word(kind, _unquoted(raw) if kind == "text" else raw, found.start(kind), raw)
        at = found.end()


def _unquoted(raw: str) -> str:
    return re.sub(r"\\(.)", r"\1", raw[1:-1])


def folded(text: str) -> str:
    """Return a text as it is compared: without case and dots over letters, and with - _ and space alike."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[\s_–-]+", "-", kept).strip("-")
