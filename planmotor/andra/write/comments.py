"""Which comments and blank lines of a text belong to which of its entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from planmotor.andra.write.tree import Entry, Node


@dataclass(slots=True)
class Notes:
    """What stands around an entry: comment lines above it ("" is a blank line), after it and below it.

    ``beside_key`` is the comment on the line of a key or a dash whose value begins on the next line.
    ``below`` are the comments after the value that are indented deeper than the entry.
    """

    above: list[str] = field(default_factory=list)
    beside_key: str = ""
    beside: str = ""
    below: list[str] = field(default_factory=list)


class Comments:
    """The notes of every entry of a tree, and what stands first and last in the text."""

    def __init__(self, text: str, root: Node) -> None:
        """Hand out every comment of the text to an entry, or to ``head`` or ``foot``."""
        self._text = text
        self._notes: dict[int, Notes] = {}
        self._at = 0
        self._last: Notes | None = None
        self._last_is_key = False
        self.head: list[str] = []
        self._visit(root)
        beside, rest = self._gap(len(text))
        self._put_beside(beside)
        self.foot = [comment for _column, comment in rest]

    def of(self, entry: Entry) -> Notes:
        """Return the notes of an entry."""
        notes = self._notes.get(id(entry))
        if notes is None:
            notes = self._notes[id(entry)] = Notes()
        return notes

    def within(self, node: Node) -> bool:
        """Tell whether a comment stands inside a flow collection: then it can't stay on one line."""
        return "\n" in self._text[node.start : node.end] and any(
            self.of(entry) != Notes() or self.within(entry.value) for entry in node.entries
        )

    def _visit(self, node: Node) -> None:
        before: Entry | None = None
        for entry in node.entries:
            self._enter(node, entry, before)
            self._value(entry)
            before = entry

    def _enter(self, node: Node, entry: Entry, before: Entry | None) -> None:
        is_first = self._last is None
        beside, rest = self._gap(entry.start)
        if is_first:
            self._begin([comment for _column, comment in ([(0, beside)] if beside else []) + rest], entry)
        else:
            self._put_beside(beside)
            deep = [n for n, (column, comment) in enumerate(rest, 1) if comment and column > node.column]
            below = deep[-1] if deep and before and node.style == "block" else 0
            if before and below:
                self.of(before).below = [comment for _column, comment in rest[:below]]
            self.of(entry).above = [comment for _column, comment in rest[below:]]
        self._at = entry.key.end if entry.key else entry.start + (node.style == "block")
        self._last, self._last_is_key = self.of(entry), True

    def _begin(self, lines: list[str], entry: Entry) -> None:
        """Let all but the last paragraph above the first key be the file's head; one alone is a head too."""
        while lines and not lines[0]:
            lines.pop(0)
        cut = max((number for number, line in enumerate(lines, 1) if not line), default=len(lines))
        self.head, self.of(entry).above = lines[:cut], lines[cut:]

    def _value(self, entry: Entry) -> None:
        if entry.value.entries:
            self._visit(entry.value)
            if entry.value.style == "flow":
                self._inside(entry.value.end)
        else:
            self._inside(entry.value.start)
            self._at = max(self._at, entry.value.end)
        if not entry.value.entries or entry.value.style == "flow":
            self._last, self._last_is_key = self.of(entry), False

    def _inside(self, end: int) -> None:
        """Give the comments up to ``end``, where only one value can stand, to the entry that was last."""
        beside, rest = self._gap(end)
        found = [comment for comment in (beside, *(comment for _column, comment in rest)) if comment]
        if self._last:
            self._last.above += found

    def _gap(self, end: int) -> tuple[str, list[tuple[int, str]]]:
        """Return the comment beside what was last, and each line below it up to ``end``."""
        if end < self._at:
            return "", []
        lines = self._text[self._at : end].split("\n")
        self._at = end
        beside = lines[0][lines[0].find("#") :].rstrip() if "#" in lines[0] else ""
        whole = lines[1:-1] if end < len(self._text) or not lines[-1].strip() else lines[1:]
        return beside, list(_lines(whole))

    def _put_beside(self, comment: str) -> None:
        if comment and self._last and self._last_is_key:
            self._last.beside_key = comment
        elif comment and self._last:
            self._last.beside = comment


def _lines(lines: list[str]) -> Iterator[tuple[int, str]]:
    for line in lines:
        column = line.find("#")
        if column >= 0:
            yield column, line[column:].rstrip()
        elif not line.strip():
            yield 0, ""
