"""YAML text to plain values, and where each of them stands.

Every scalar stays text until the model asks for a type, so a kommunkod ``0114`` never becomes 76 and an
impossible date never loses its line. What YAML allows but people trip over (repeated keys, tags, anchors) is
refused with a problem that says what to write instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple
from unicodedata import normalize

import yaml
from yaml._yaml import CParser

from planmotor.grund.nearest import one_line
from planmotor.grund.problem import Invalid, Problem, shown_path
from planmotor.grund.syntax import fault
from planmotor.grund.text import INVISIBLE, cleaned, code, content_of, decode
from planmotor.plan.diagnosis import explain

MAX_BYTES = 5_000_000
MAX_DEPTH = 30
NULLS = {"", "~", "null", "Null", "NULL"}
UNREADABLE = {
    FileNotFoundError: "den finns inte",
    IsADirectoryError: "den är en mapp",
    PermissionError: "du får inte läsa den",
}

Value = Any  # dict[str, Value] | list[Value] | str | None
Loc = tuple[str | int, ...]


class Place(NamedTuple):
    """Where a value begins (line and column from 1), and where its parts do."""

    line: int
    column: int
    parts: dict[str, tuple[int, int, Place]] | list[Place] | None = None


START = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its values as plain dicts, lists, texts and None, and their places."""

    path: str
    data: Value
    place: Place
    problems: tuple[Problem, ...] = ()
    text: str = ""

    def where(self, loc: Loc) -> tuple[int, int]:
        """Return line and column of what ``loc`` leads to, or of its nearest existing ancestor.

        A key stands where it is written; an item of a list where its value begins.
        """
        line, column, place = self.place.line, self.place.column, self.place
        for step in loc:
            parts = place.parts
            if isinstance(parts, dict) and isinstance(step, str) and step in parts:
                line, column, place = parts[step]
            elif isinstance(parts, list) and isinstance(step, int) and step < len(parts):
                place = parts[step]
                line, column = place.line, place.column
            else:
                break
        return line, column

    def at(self, loc: Loc) -> Value:
        """Return the value that ``loc`` leads to."""
        value = self.data
        for step in loc:
            value = value[step]
        return value

    def problem(self, loc: Loc, rule: str, text: str, fix: str) -> Problem:
        """Return a problem that stands where ``loc`` does."""
        line, column = self.where(loc)
        return Problem(self.path, line, column, rule, text, fix)


def read(path: Path) -> Document:
    """Read and parse a file; raise Invalid when it holds nothing that can be parsed."""
    shown = shown_path(path)
    try:
        raw = content_of(path, MAX_BYTES)
    except OSError as error:
        why = next((why for kind, why in UNREADABLE.items() if isinstance(error, kind)), "något hindrar det")
        raise Invalid([fault("filen-saknas", shown, (1, 1), why)]) from None
    return parse(decode(raw, shown), shown)


def parse(text: str, path: str) -> Document:
    """Parse YAML text; raise Invalid on a syntax error, an empty file or a file that isn't a mapping.

    Repeated keys, tags and anchors are gathered in ``Document.problems``, so that they are told together
    with what the rules find. An alias and a second document raise too: without what they hold, the rules
    would find things missing that are there.
    """
    text, hidden = cleaned(text, path)
    builder = _Builder(path, hidden)
    try:
        for event in _events(text):
            builder.take(event)
    except (yaml.YAMLError, _TooDeepError) as error:
        raise Invalid([*builder.problems, explain(error, text, path)]) from None
    if not builder.is_whole:
        raise Invalid(builder.problems)
    if not isinstance(builder.root, dict):
        raise Invalid([*builder.problems, fault("tom-fil", path, (1, 1))])
    return Document(path, builder.root, builder.place, tuple(builder.problems), text)


def _events(text: str) -> Iterator[Any]:
    parser = CParser(text)
    while parser.check_event():
        yield parser.get_event()


class _TooDeepError(Exception):
    """Lists or mappings nested deeper than any plan needs."""

    def __init__(self, mark: Any) -> None:
        super().__init__("too deep")
        self.problem_mark = mark


@dataclass(slots=True)
class _Frame:
    """A mapping or list that is being read."""

    value: dict[str, Value] | list[Value]
    place: Place
    key: str | None = None
    key_at: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class _Builder:
    """Puts parser events together into values and places, one event at a time."""

    path: str
    problems: list[Problem]
    root: Value = None
    place: Place = START
    frames: list[_Frame] = field(default_factory=list)
    documents: int = 0
    is_whole: bool = True

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._refuse_extras(event)
            self._scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._refuse_extras(event)
            self._open(event, {} if kind is yaml.MappingStartEvent else [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            frame = self.frames.pop()
            self._put(frame.value, frame.place)
        elif kind is yaml.AliasEvent:
            self._refuse(event, "ankare", f"*{event.anchor}")
            self.is_whole = False
            self._put(None, _place(event))
        elif kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                self._refuse(event, "flera-dokument")
                self.is_whole = False

    def _open(self, event: Any, value: dict[str, Value] | list[Value]) -> None:
        if len(self.frames) >= MAX_DEPTH:
            raise _TooDeepError(event.start_mark)
        mark = event.start_mark
        parts: Any = {} if isinstance(value, dict) else []
        self.frames.append(_Frame(value, Place(mark.line + 1, mark.column + 1, parts)))

    def _scalar(self, event: Any) -> None:
        event.value = normalize("NFC", event.value)  # an escape may hold what the file's text doesn't
        hidden = INVISIBLE.search(event.value)
        if hidden:  # written as an escape within quotation marks
            self._refuse(event, "styrtecken", code(hidden[0]))
            event.value = INVISIBLE.sub(" ", event.value)
        frame = self.frames[-1] if self.frames else None
        if frame is not None and frame.key is None and isinstance(frame.value, dict):
            self._key(frame, event)
        else:
            is_null = event.value in NULLS and event.implicit[0]
            self._put(None if is_null else event.value, _place(event))

    def _key(self, frame: _Frame, event: Any) -> None:
        frame.key, frame.key_at = event.value, _place(event)[:2]
        if not event.value.strip():
            self._refuse(event, "konstig-nyckel")
        elif event.value in frame.value:
            first: tuple[int, int, Place] = frame.place.parts[event.value]  # type: ignore[index]
            fix = f"Ta bort den ena eller slå ihop värdena. Nyckeln står först på rad {first[0]}."
            self._refuse(event, "upprepad-nyckel", one_line(event.value), fix)

    def _put(self, value: Value, place: Place) -> None:
        if not self.frames:
            if self.documents == 1:
                self.root, self.place = value, place
            return
        frame = self.frames[-1]
        if isinstance(frame.value, list):
            frame.value.append(value)
            frame.place.parts.append(place)  # type: ignore[union-attr]
        elif frame.key is None:  # a list or a mapping in a key's stead
            self.problems.append(fault("konstig-nyckel", self.path, place[:2]))
            frame.key = ""
        else:
            if frame.key.strip():
                frame.value.setdefault(frame.key, value)
                frame.place.parts.setdefault(frame.key, (*frame.key_at, place))  # type: ignore[union-attr]
            frame.key = None

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor:
            self._refuse(event, "ankare", f"&{event.anchor}")
        if event.tag:
            self._refuse(event, "tagg", event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _refuse(self, event: Any, rule: str, word: str = "", fix: str = "") -> None:
        self.problems.append(fault(rule, self.path, _place(event)[:2], word, fix))


def walk(value: Value, loc: Loc = ()) -> Iterator[tuple[Loc, Value]]:
    """Yield every value below ``value``, itself first, with the way to it."""
    yield loc, value
    if isinstance(value, dict | list):
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        for step, inner in parts:
            yield from walk(inner, (*loc, step))


def _place(event: Any) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1)
