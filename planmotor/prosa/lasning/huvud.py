"""The front matter of a page: what stands between two lines of dashes at its top.

It is YAML, and whoever reads it by other means loses a title that is folded or has a colon in it. So every
part of the house that wants a page's title asks here, and hears the same as the program that builds the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml import CSafeLoader

from planmotor.grund.nearest import one_line
from planmotor.grund.problem import Problem
from planmotor.grund.settings import hold_in_size
from planmotor.grund.syntax import fault
from planmotor.plan.diagnosis import explain
from planmotor.plan.kommentarer import ID as KLIPPT
from planmotor.plan.kommentarer import cuts, klippt_rad

FRONT = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?\n|)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
CODE = re.compile(r"<|\{\{|\{%|\{#|&#?\w+;")  # what has no place in a text that is plain words
OPENS = re.compile(r"\A---[ \t]*\n")
BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # what YAML counts as the end of a line
TEXT = "tag:yaml.org,2002:str"
# What YAML takes an unquoted value for, in the words of who wrote it.
KINDS = {
    "int": "ett tal",
    "float": "ett tal",
    "bool": "ja eller nej",
    "timestamp": "ett datum",
    "null": "ingenting",
}


@dataclass(frozen=True, slots=True)
class Värde:
    """A value, where its key and it stand, and what YAML takes it for when that isn't text."""

    värde: Any
    rad: int
    kolumn: int
    start: int
    slut: int
    slag: str = ""


@dataclass(frozen=True, slots=True)
class Huvud:
    """A page's front matter. ``slut`` is where the page's own text begins; empty when there is none."""

    värden: dict[str, Värde] = field(default_factory=dict)
    slut: int = 0
    fel: tuple[Problem, ...] = ()

    @property
    def fält(self) -> dict[str, str]:
        """The values as text on one line each; a list within brackets."""
        return {namn: _line(v.värde) for namn, v in self.värden.items() if v.värde is not None}


def _line(value: str | list[str | None]) -> str:
    """Return a value on one line; a list within brackets."""
    if isinstance(value, str):
        return " ".join(value.split())
    return f"[{', '.join(one or '…' for one in value)}]"


def läs_huvud(källa: str, path: str = "") -> Huvud:
    """Return the front matter of a page; what is wrong in it is in ``fel`` and never raised."""
    found = FRONT.match(källa)
    if not found:
        return Huvud()
    text, first = found["yaml"], found.start("yaml")
    try:
        hold_in_size(text)
        node = yaml.compose(text, CSafeLoader) if text.strip() else None
    except (yaml.YAMLError, RecursionError) as error:
        told = explain(error, text, path)
        return Huvud({}, found.end(), (_lower(told),))
    if node is None:
        return Huvud({}, found.end())
    if not isinstance(node, yaml.MappingNode):
        return Huvud({}, found.end(), (fault("tom-fil", path, (2, 1)),))
    starts = [first, *(first + line.end() for line in BREAKS.finditer(text))]
    values, faults = _values(node, starts, path)
    faults += [
        Problem(path, line + 1, column, KLIPPT, *klippt_rad("", cut))
        for (line, column), cut in cuts(text).items()
    ]
    return Huvud(values, found.end(), tuple(faults))


def _values(node: Any, starts: list[int], path: str) -> tuple[dict[str, Värde], list[Problem]]:
    values: dict[str, Värde] = {}
    faults: list[Problem] = []
    for key, value in node.value:
        name, at = str(key.value), (key.start_mark.line + 2, key.start_mark.column + 1)
        if name in values:
            faults.append(fault("upprepad-nyckel", path, at, one_line(name)))
            continue
        faults += _extras(key, value, path)
        begin, end = (starts[mark.line] + mark.column for mark in (value.start_mark, value.end_mark))
        kind = value.tag.rpartition(":")[2] if value.tag.startswith("tag:yaml.org,2002:") else value.tag
        plain = isinstance(value, yaml.ScalarNode)
        said = KINDS.get(kind, "") if plain else ""
        values[name] = Värde(_plain(value), *at, begin, end, said)
    return values, faults


def _plain(node: Any) -> Any:
    """Return a node's text, or the texts of a list; anything deeper is told of by its kind alone."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [one.value if isinstance(one, yaml.ScalarNode) else None for one in node.value]
    return None


def _extras(key: Any, value: Any, path: str) -> Iterator[Problem]:
    """Yield the tags of a value: ``!!python/…`` and its like have no business on a page."""
    parts = value.value if isinstance(value, yaml.SequenceNode) else [value]
    known = {TEXT, *(f"tag:yaml.org,2002:{kind}" for kind in KINDS)}
    for node in [key, *parts]:
        if isinstance(node, yaml.ScalarNode) and node.tag not in known:
            at = (node.start_mark.line + 2, node.start_mark.column + 1)
            yield fault("tagg", path, at, node.tag.replace("tag:yaml.org,2002:", "!!"))


def _lower(problem: Problem) -> Problem:
    """Return the problem where it stands on the page: YAML doesn't count the line of dashes above."""
    return Problem(problem.path, problem.line + 1, problem.column, problem.rule, problem.text, problem.fix)
