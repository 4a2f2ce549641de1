"""The canonical form of a data file: so that a diff shows what has changed and nothing else.

Keys come in the model's order, two spaces make a level, a list is indented below its key, quotation marks
stand where YAML needs them and nowhere else. Comments keep to the key or the record that they stand at. What
a writer has chosen stays: a record on one line, a blank line between records, the length of a line.
"""

from __future__ import annotations

from planmotor.andra.write.comments import Comments
from planmotor.andra.write.render import INDENT, SHORT
from planmotor.andra.write.scalars import UNKNOWN, scalar
from planmotor.andra.write.shape import Shape
from planmotor.andra.write.tree import Entry, Node, tree
from planmotor.grund.problem import Invalid, Stopped
from planmotor.grund.text import decode
from planmotor.plan.kommentarer import avklippta
from planmotor.plan.source import Value, parse


def canonical(raw: bytes, path: str, shape: Shape) -> str:
    """Return the text of a file in canonical form; raise Invalid when it can't be parsed.

    The values are the same before and after, which is checked here and not only hoped for.
    """
    text = decode(raw, path)
    before = parse(text, path)
    problems = [*before.problems, *(avklippta(before, shape.model) if shape.model else ())]
    if problems:
        raise Invalid(problems)
    made = _Writer(text, tree(text)).document(shape)
    # A comment below what has moved last belongs to the end of the file by now.
    if made != text and _says_the_same(made, path, before.data):
        made = _Writer(made, tree(made)).document(shape)
    if not _says_the_same(made, path, before.data):
        raise Stopped(f"{path} går inte att skriva i ordnad form utan att värden ändras. Den är orörd.")
    return made


def _says_the_same(text: str, path: str, data: Value) -> bool:
    try:
        return bool(parse(text, path).data == data)
    except Invalid:
        return False


BLOCK = ("|", ">")
NOTHING = "null"  # within brackets, where a colon or a comma alone means something else
KEPT_BLANK = "\0"  # a blank line within a text: as many as there are belong to it


class _Writer:
    """Writes a tree anew, with the comments of its text."""

    def __init__(self, text: str, root: Node) -> None:
        self.text = text
        self.root = root
        self.comments = Comments(text, root)

    def document(self, shape: Shape) -> str:
        body = self.block(self.root, shape, 0)
        lines = _tidy([*self.comments.head, *body, *self.comments.foot])
        return "\n".join(lines).strip("\n").replace(KEPT_BLANK, "") + "\n"

    def block(self, node: Node, shape: Shape, column: int) -> list[str]:
        """Return the lines of a map or a list in block style."""
        lines: list[str] = []
        ordered = sorted(node.entries, key=lambda entry: shape.rank(entry.name) if entry.key else 0)
        for entry in ordered:
            notes, pad = self.comments.of(entry), " " * column
            written = self.entry(entry, shape, column)
            above = notes.above
            if entry is ordered[0] and node is not self.root:
                above = [line for line in above if line]
            elif entry is node.entries[0] and entry is not ordered[0] and self._is_spaced(node):
                above = ["", *above]
            lines += [pad + line if line else "" for line in above]
            lines += written
            deeper = "" if entry.value.style in BLOCK else " " * INDENT  # else the text would take it
            lines += [pad + deeper + line if line else "" for line in notes.below]
        return lines

    def _is_spaced(self, node: Node) -> bool:
        return any("" in self.comments.of(entry).above for entry in node.entries[1:])

    def entry(self, entry: Entry, shape: Shape, column: int) -> list[str]:
        pad, node = " " * column, entry.value
        inner = shape.inside(entry.name or "") if entry.key else shape
        start = f"{pad}{_key(entry.key)}:" if entry.key else f"{pad}-"
        if node.kind == "scalar":
            return self.scalar(entry, inner, start, column)
        on_one_line = None if node.style == "block" else self.one_line(node, inner, len(start))
        if on_one_line is not None:
            return [_beside(f"{start} {on_one_line}", self.comments.of(entry).beside)]
        notes = self.comments.of(entry)
        if entry.key:
            beside = notes.beside_key or notes.beside
            return [_beside(start, beside), *self.block(node, inner, column + INDENT)]
        return self.dashed(node, inner, column, [notes.beside_key, notes.beside])

    def dashed(self, node: Node, shape: Shape, column: int, notes: list[str]) -> list[str]:
        """Return the lines of a map or a list that is an item; comments on its first line go above it."""
        lines = self.block(node, shape, column + INDENT)
        first = next(number for number, line in enumerate(lines) if line.strip()[:1] != "#")
        above = [" " * column + line.strip() for line in (*notes, *lines[:first]) if line]
        return [*above, " " * column + "- " + lines[first].lstrip(), *lines[first + 1 :]]

    def scalar(self, entry: Entry, shape: Shape, start: str, column: int) -> list[str]:
        node, notes = entry.value, self.comments.of(entry)
        if node.style in BLOCK:
            return self.literal(node, start, column)
        written = scalar(node.value, shape.kind, style=node.style)
        return [_beside(f"{start} {written}".rstrip(), notes.beside or notes.beside_key)]

    def literal(self, node: Node, start: str, column: int) -> list[str]:
        """Return a text in block style with its own line breaks, moved to its new indent."""
        sign, *body = self.text[node.start : node.end].split("\n")
        filled = [len(line) - len(line.lstrip(" ")) for line in body if line.strip()]
        indent = min(filled, default=0)
        inner = [line[indent:] if filled else "" for line in body]
        moved = [f"x: {sign}", *(" " * INDENT + line if line else "" for line in inner)]
        if not _says("\n".join(moved), node):
            return [_beside(f"{start} {scalar(node.value)}", "#".join(["", *sign.split("#")[1:]]))]
        pad = " " * (column + INDENT)
        return [f"{start} {sign.rstrip()}", *(pad + line if line else KEPT_BLANK for line in inner)]

    def one_line(self, node: Node, shape: Shape, room: int) -> str | None:
        """Return a flow collection on one line; None when it holds a comment, or has grown too long for that.

        What a writer has put on one line stays there, however long.
        """
        if self.comments.within(node):
            return None
        written = self.flow(node, shape)
        is_broken = "\n" in self.text[node.start : node.end]
        return None if is_broken and node.entries and room + len(written) > SHORT else written

    def flow(self, node: Node, shape: Shape) -> str:
        if node.kind == "scalar":
            return scalar(node.value, shape.kind, flow=True, style=node.style) or NOTHING
        if node.kind == "list":
            return f"[{', '.join(self.flow(entry.value, shape) for entry in node.entries)}]"
        ordered = sorted(node.entries, key=lambda entry: shape.rank(entry.name))
        pairs = (
            f"{_key(entry.key, flow=True)}: {self.flow(entry.value, shape.inside(entry.name or ''))}"
            for entry in ordered
        )
        return "{" + ", ".join(pairs) + "}"


def _says(text: str, node: Node) -> bool:
    """Tell whether a text that is moved says what it did; one that tells its own indent doesn't."""
    try:
        return bool(parse(text + "\n", "").data == {"x": node.value})
    except Invalid:
        return False


def _key(node: Node | None, *, flow: bool = False) -> str:
    return scalar(node.value, UNKNOWN, flow=flow, style=node.style) if node else ""


def _beside(line: str, comment: str) -> str:
    return f"{line}  {comment}" if comment else line


def _tidy(lines: list[str]) -> list[str]:
    """Return the lines with at most one blank line at a place."""
    return [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]
