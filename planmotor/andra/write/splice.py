"""Where in a text an edit goes: the lines of an entry, and the place after it or before it."""

from __future__ import annotations

import re
from typing import NamedTuple

from planmotor.andra.write.tree import Entry, Node, line_end, line_start

_COMMENT = re.compile(r"( *)#")


class Splice(NamedTuple):
    """Put ``new`` in the place of ``text[start:end]``; ``order`` decides between two at the same place."""

    start: int
    end: int
    order: int
    new: str


def spliced(text: str, splices: list[Splice]) -> str:
    """Return the text with every splice made; they don't overlap."""
    parts, at = [], 0
    for splice in sorted(splices):
        parts += [text[at : splice.start], splice.new]
        at = splice.end
    return "".join([*parts, text[at:]])


def after(text: str, entry: Entry, column: int) -> int:
    """Return where an entry at ``column`` ends with its line and the comments that are indented below it."""
    end = at = line_end(text, entry.end)
    while at < len(text):
        line_stop = line_end(text, at + 1)
        line = text[at + 1 : line_stop]
        comment = _COMMENT.match(line)
        if comment and len(comment[1]) > column:
            end = line_stop
        elif line.strip():
            break
        at = line_stop
    return end


def before(text: str, entry: Entry, floor: int) -> int:
    """Return where the comments begin that stand right above an entry, at its own indent, below ``floor``."""
    start = line_start(text, entry.start)
    column = entry.start - start
    while start > floor:
        above = line_start(text, start - 1)
        comment = _COMMENT.match(text[above:start])
        if above < floor or not comment or len(comment[1]) != column:
            break
        start = above
    return start


def removal(text: str, parent: Node, number: int, floor: int) -> Splice:
    """Return the splice that takes away one of several entries, with its comments and its blank line."""
    entry, rest = parent.entries[number], parent.entries[number + 1 :]
    if parent.style == "flow":
        start, end = (entry.start, rest[0].start) if rest else (parent.entries[number - 1].end, entry.end)
        return Splice(start, end, 0, "")
    column = parent.column
    if text[line_start(text, entry.start) : entry.start].strip():  # the first, on the line of a dash or a key
        return Splice(entry.start, rest[0].start, 0, "")
    start, end = before(text, entry, floor), min(after(text, entry, column) + 1, len(text))
    ends_part = not rest or text[end : end + 1] == "\n"
    if ends_part and text[start - 2 : start] == "\n\n":
        start -= 1
    elif start == floor and text[end : end + 1] == "\n":  # the first of records with blank lines between
        end += 1
    return Splice(start, end, 0, "")


def is_spaced(text: str, root: Node, at: Node, name: str | None) -> bool:
    """Tell whether records in this list have a blank line between them.

    A list of one says nothing; then the lists of the same name in the file do.
    """
    own = _gaps(text, at)
    if own:
        return any(own)
    same = [gap for found in _lists(root, name) for gap in _gaps(text, found)]
    return sum(same) * 2 > len(same)


def _gaps(text: str, node: Node) -> list[bool]:
    pairs = zip(node.entries, node.entries[1:], strict=False)
    return [bool(re.search(r"\n[ ]*\n", text[one.end : two.start])) for one, two in pairs]


def _lists(node: Node, name: str | None) -> list[Node]:
    found = [entry.value for entry in node.entries if entry.name == name and entry.value.kind == "list"]
    return found + [inner for entry in node.entries for inner in _lists(entry.value, name)]
