"""The tree of a YAML text: what each value is, and between which characters it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml._yaml import CParser

from planmotor.plan.source import NULLS, Loc, Value

_BETWEEN = re.compile(r"(?:\s+|#[^\n]*)*")


@dataclass(slots=True)
class Node:
    """A value that stands at ``text[start:end]``; ``kind`` is scalar, map or list.

    ``style`` is the quotation mark or block sign of a scalar ("" for none), and "flow" or "block" of a map or
    a list. A scalar has its ``value`` (None for a null), the others have ``entries``.
    """

    kind: str
    start: int
    end: int
    column: int
    style: str
    value: str | None = None
    entries: list[Entry] = field(default_factory=list)

    def entry(self, step: str | int) -> Entry | None:
        """Return the entry with this key or this number, or None."""
        if isinstance(step, int):
            return self.entries[step] if 0 <= step < len(self.entries) else None
        return next((entry for entry in self.entries if entry.name == step), None)


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item of a list; ``start`` is where the key or the dash stands."""

    key: Node | None
    value: Node
    start: int

    @property
    def name(self) -> str | None:
        """The key, or None for an item of a list."""
        return self.key.value if self.key else None

    @property
    def end(self) -> int:
        """Where the value ends; after the key or the dash when there is none."""
        return max(self.value.end, self.key.end + 1 if self.key else self.start + 1)


def tree(text: str) -> Node:
    """Return the tree of a text that ``planmotor.plan.source.parse`` has found no fault with."""
    events = _events(text)
    return _node(next(events), events, text)


def find(root: Node, loc: Loc) -> Node | None:
    """Return the node that ``loc`` leads to, or None."""
    found: Node | None = root
    for step in loc:
        entry = found.entry(step) if found else None
        found = entry.value if entry else None
    return found


def line_start(text: str, at: int) -> int:
    """Return where the line begins that holds the character at ``at``."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Return where that line ends, before its line feed."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _events(text: str) -> Iterator[Any]:
    skipped = (yaml.StreamStartEvent, yaml.DocumentStartEvent)
    parser = CParser(text)
    while parser.check_event():
        event = parser.get_event()
        if not isinstance(event, skipped):
            yield event


def _node(event: Any, events: Iterator[Any], text: str) -> Node:
    start, column = event.start_mark.index, event.start_mark.column
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event, text)
    kind = "map" if isinstance(event, yaml.MappingStartEvent) else "list"
    node = Node(kind, start, event.end_mark.index, column, "flow" if event.flow_style else "block")
    take = _map if kind == "map" else _list
    last = take(node, events, text)
    inner = node.entries[-1].end if node.entries else node.end
    node.end = last.end_mark.index if event.flow_style else inner
    return node


def _map(node: Node, events: Iterator[Any], text: str) -> Any:
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            return event
        key = _node(event, events, text)
        node.entries.append(Entry(key, _node(next(events), events, text), key.start))
    return None


def _list(node: Node, events: Iterator[Any], text: str) -> Any:
    at = node.start
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            return event
        match = _BETWEEN.match(text, at)
        dash = match.end() if match else at
        value = _node(event, events, text)
        node.entries.append(Entry(None, value, dash if node.style == "block" else value.start))
        at = node.entries[-1].end
    return None


def _scalar(event: Any, text: str) -> Node:
    start, end, style = event.start_mark.index, event.end_mark.index, event.style or ""
    if style in ("|", ">"):
        kept = "+" in text[start : line_end(text, start)].partition("#")[0]
        end = end - 1 if kept and text[end - 1 : end] == "\n" else start + _said(text[start:end])
    null = event.value in NULLS and not style
    value = None if null else unicodedata.normalize("NFC", event.value)
    return Node("scalar", start, end, event.start_mark.column, style, value)


def _said(block: str) -> int:
    """Return where a block text ends: after its last line that says something, spaces at its end and all."""
    return len(re.sub(r"(\n[ \t]*)+$", "", block))


def plain(node: Node) -> Value:
    """Return the value of a node as plain dicts, lists, texts and None."""
    if node.kind == "map":
        return {entry.name: plain(entry.value) for entry in node.entries}
    return [plain(entry.value) for entry in node.entries] if node.kind == "list" else node.value
