"""Editing one data file: values set and removed, records added, and all else left as it stands."""

from __future__ import annotations

import codecs
from pathlib import Path

from planmotor.andra.write.render import INDENT, after_key, flow, item
from planmotor.andra.write.scalars import scalar
from planmotor.andra.write.shape import shape_of
from planmotor.andra.write.splice import Splice, after, is_spaced, removal, spliced
from planmotor.andra.write.tree import Entry, Node, find, line_end, plain, tree
from planmotor.grund.problem import Invalid, Stopped, shown_path
from planmotor.plan.draft import walk_ids
from planmotor.plan.source import Loc, Value, parse, read


class Redigering:
    """A data file that is being edited. Nothing is written until ``planmotor.andra.write.save``.

    A place is a ``Loc``: ``("organ", 3, "namn")``. ``where`` finds that of a record by its id. Values are
    plain: texts, whole numbers, bool, None, lists and dicts. They are quoted when YAML could misread them,
    and keys come in the model's order.
    """

    def __init__(self, path: Path) -> None:
        """Read the file; raise Invalid with every problem when it can't be parsed."""
        document = read(path)
        if document.problems:
            raise Invalid(document.problems)
        self.path = path
        self.shape = shape_of(path)
        self.original = path.read_bytes()
        text = self.original.removeprefix(codecs.BOM_UTF8).decode("utf-8")
        self._line_feed = "\r\n" if "\r\n" in text else "\n"
        self._text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._root: Node | None = None
        self._ids: dict[str, Loc] = {}
        # Edits that don't depend on one another are gathered, and made at once: each new tree costs.
        self._pending: list[Splice] = []
        self._set: set[Loc] = set()
        self._above: set[Loc] = set()

    @property
    def text(self) -> str:
        """The text as it stands now, with line feeds."""
        if self._pending:
            self.text = spliced(self._text, self._pending)
        return self._text

    @text.setter
    def text(self, new: str) -> None:
        self._text, self._root, self._ids = new, None, {}
        self._pending, self._set, self._above = [], set(), set()

    @property
    def raw(self) -> bytes:
        """The bytes to write: the line ends and the byte order mark are those of the file that was read."""
        mark = codecs.BOM_UTF8 if self.original.startswith(codecs.BOM_UTF8) else b""
        return mark + self.text.replace("\n", self._line_feed).encode("utf-8")

    @property
    def changed(self) -> bool:
        """Whether there is anything to write."""
        return self.raw != self.original

    @property
    def root(self) -> Node:
        """The tree of the text as it stands now."""
        return self._tree_of(self.text)

    def _tree_of(self, text: str) -> Node:
        """Return the tree of the text that the pending edits are to be made in."""
        if self._root is None:
            parse(text, shown_path(self.path))  # a fault of ours is told rather than written
            self._root = tree(text)
        return self._root

    def at(self, loc: Loc) -> Value:
        """Return the value that ``loc`` leads to; None when there is none."""
        found = find(self.root, loc)
        return plain(found) if found else None

    def where(self, id: str) -> Loc:
        """Return the place of the record with this id; raise Stopped when the file has none."""
        if not self._ids:
            for _kind, found, loc in walk_ids(plain(self._tree_of(self._text))):
                self._ids.setdefault(found, loc[:-1])
        if id not in self._ids:
            raise Stopped(f'Det finns ingen post med id "{id}" i {shown_path(self.path)}.')
        return self._ids[id]

    def set(self, loc: Loc, value: Value) -> None:
        """Set the value at ``loc``; a key that isn't there yet is added where the model has it."""
        if loc in self._above or any(loc[:length] in self._set for length in range(1, len(loc) + 1)):
            self._make_pending()
        parent = find(self._tree_of(self._text), loc[:-1])
        if parent is None or (parent.kind == "scalar" and parent.value is None):
            self.set(loc[:-1], {loc[-1]: value})
        elif (entry := parent.entry(loc[-1])) is None:
            self._add_key(parent, loc, value)
        else:
            self._replace(entry, loc, value)

    def _replace(self, entry: Entry, loc: Loc, value: Value) -> None:
        node, shape = entry.value, self.shape.at(loc)
        if plain(node) == value:
            return
        inside_flow = self._in_flow(loc)
        if node.kind == "scalar" and node.value is not None and not isinstance(value, dict | list | tuple):
            self._splice(
                loc, node.start, node.end, scalar(value, shape.kind, flow=inside_flow, style=node.style)
            )
        elif node.kind == "map" and isinstance(value, dict) and set(value) & {e.name for e in node.entries}:
            for name in [e.name for e in node.entries if e.name not in value]:
                self.remove((*loc, name or ""))
            for name, inner in value.items():
                self.set((*loc, name), inner)
        else:
            self._splice(loc, *self._whole(entry, loc, value, inside_flow))

    def _whole(self, entry: Entry, loc: Loc, value: Value, inside_flow: bool) -> tuple[int, int, str]:
        """Return where a value stands, from its colon or dash on, and what to write there instead."""
        node, shape, text = entry.value, self.shape.at(loc), self._text
        style = node.style if node.kind == "list" and isinstance(value, list | tuple) else ""
        if entry.key is None:
            start = node.start if inside_flow else entry.start
            return (
                start,
                entry.end,
                flow(value, shape) if inside_flow else item(value, shape, self._column(loc)),
            )
        start = text.index(":", entry.key.end) + 1
        column = entry.key.column
        new = f" {flow(value, shape)}" if inside_flow else after_key(value, shape, column, style)
        return start, max(entry.value.end, start), new

    def _add_key(self, parent: Node, loc: Loc, value: Value) -> None:
        key, shape = str(loc[-1]), self.shape.at(loc[:-1])
        rank = shape.rank(key)
        earlier = [entry for entry in parent.entries if shape.rank(entry.name) <= rank]
        if parent.style == "flow":
            written = f"{key}: {flow(value, shape.inside(key))}"
            at = earlier[-1].end if earlier else parent.start + 1
            some = bool(parent.entries)
            new = f", {written}" if earlier else f"{written}{', ' if some else ''}"
        else:
            written = f"{key}:{after_key(value, shape.inside(key), parent.column)}"
            pad = "\n" + " " * parent.column
            at = after(self._text, earlier[-1], parent.column) if earlier else parent.entries[0].start
            new = pad + written if earlier else written + pad
        self._splice(loc, at, at, new, rank)

    def _splice(self, loc: Loc, start: int, end: int, new: str, order: int = 0) -> None:
        self._pending.append(Splice(start, end, order, new))
        self._set.add(loc)
        self._above |= {loc[:length] for length in range(1, len(loc))}
        if end > start and "\n" in self._text[start:end]:
            self._make_pending()  # nothing else may refer to what was replaced

    def _make_pending(self) -> None:
        self.text = self.text

    def remove(self, loc: Loc) -> None:
        """Remove the key or the item at ``loc``; the list or record that it leaves empty goes with it."""
        parent = find(self.root, loc[:-1])
        entry = parent.entry(loc[-1]) if parent else None
        if parent is None or entry is None:
            return
        if len(parent.entries) == 1 and len(loc) > 1:
            self.remove(loc[:-1])
            return
        floor = line_end(self._text, self._key_end(loc[:-1])) + 1 if len(loc) > 1 else 0
        self._splice(loc, *_parts(removal(self._text, parent, parent.entries.index(entry), floor)))
        self._make_pending()

    def insert(self, loc: Loc, number: int, value: Value) -> None:
        """Put an item into the list at ``loc`` as number ``number``, written like the items beside it."""
        found = find(self.root, loc)
        if found is None or not found.entries:
            self.set(loc, [value])
            return
        shape, entries, text = self.shape.at(loc), found.entries, self._text
        previous = entries[min(number, len(entries)) - 1] if number else None
        if found.style == "flow":
            written = flow(value, shape)
            at = previous.end if previous else entries[0].start
            new = f", {written}" if previous else f"{written}, "
        else:
            beside = (previous or entries[0]).value
            style = beside.style if beside.kind == "map" else ""
            blank = "\n" if is_spaced(text, self.root, found, str(loc[-1])) else ""
            column = found.column
            written = "\n" + " " * column + item(value, shape, column, style)
            at = after(text, previous, column) if previous else line_end(text, self._key_end(loc))
            new = blank + written if previous else written + blank
        self._splice(loc, at, at, new)
        self._make_pending()

    def append(self, loc: Loc, value: Value) -> None:
        """Put an item last into the list at ``loc``, which is made when there is none."""
        self.insert(loc, len(self.at(loc) or ()), value)

    def _key_end(self, loc: Loc) -> int:
        """Return where the key or the dash ends that the value at ``loc`` belongs to."""
        parent = find(self.root, loc[:-1])
        entry = parent.entry(loc[-1]) if parent else None
        if entry is None:
            return 0
        return entry.key.end if entry.key else entry.start

    def _in_flow(self, loc: Loc) -> bool:
        root = self._tree_of(self._text)
        parents = (find(root, loc[:length]) for length in range(len(loc)))
        return any(parent is not None and parent.style == "flow" for parent in parents)

    def _column(self, loc: Loc) -> int:
        parent = find(self._tree_of(self._text), loc[:-1])
        return parent.column if parent else INDENT


def _parts(splice: Splice) -> tuple[int, int, str]:
    return splice.start, splice.end, splice.new
