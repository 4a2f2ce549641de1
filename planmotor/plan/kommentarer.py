"""Comments that look like the rest of a text: ``Se punkt #3 i protokollet`` says only ``Se punkt`` in YAML.

Whoever means a comment writes a space after the sign, or lines it up with two spaces before it. Whoever means
a number or a word with the sign writes it as in any text: one space before it, and none after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import yaml
from yaml._yaml import CParser

from planmotor.grund.nearest import one_line, quoted
from planmotor.grund.problem import Problem
from planmotor.plan.model.post import Post
from planmotor.plan.model.shape import field_at, is_free_text
from planmotor.plan.source import Document, Loc, walk

ID = "avklippt-text"
# One space before a sign that is glued to a word or stands before a number; a number glued to it, always.
REST = re.compile(r"(?:[ \t]#(?=\w|[ \t]\d)|(?<![ \t])[ \t]+#(?=\d)).*")


class Avklippt(NamedTuple):
    """What was written as a value, as it stands in the file, and what follows it as a comment."""

    före: str
    efter: str


def avklippta(document: Document, model: type[Post]) -> Iterator[Problem]:
    """Yield each free text of a file whose rest looks as if it were a comment by mistake."""
    found = cuts(document.text)
    for loc, value in walk(document.data) if found else ():
        cut = found.get(_begins(document, loc))
        field = field_at(model, loc)
        if cut and field is not None and is_free_text(field) and not isinstance(value, dict | list):
            yield _problem(document, loc, cut)


def has_cut(document: Document, loc: Loc) -> bool:
    """Tell whether a value that seems to be empty has all its text in a comment."""
    return _begins(document, loc) in cuts(document.text)


@lru_cache(maxsize=4)
def cuts(text: str) -> dict[tuple[int, int], Avklippt]:
    """Return each value that a suspicious comment follows; every empty value of a file asks for them."""
    return dict(_cut(text)) if REST.search(text) else {}


def klippt_rad(name: str, cut: Avklippt) -> tuple[str, str]:
    """Return what is wrong with a value that is cut, and what to write instead."""
    whole = quoted(f"{cut.före} {cut.efter}".strip())
    text = f'Texten slutar före "{one_line(cut.efter)}": efter ett mellanslag gör # resten till en kommentar.'
    return (
        text,
        f"Skriv i stället: {name}{whole}   Är det en kommentar: skriv två mellanslag före # och ett efter.",
    )


def _problem(document: Document, loc: Loc, cut: Avklippt) -> Problem:
    key = f"{loc[-1]}: " if isinstance(loc[-1], str) else "- "
    return document.problem(loc, ID, *klippt_rad(key, cut))


def _cut(text: str) -> Iterator[tuple[tuple[int, int], Avklippt]]:
    """Yield each value that a suspicious comment follows, by the line and column where it begins."""
    lines, parser = text.split("\n"), CParser(text)
    while parser.check_event():
        event: Any = parser.get_event()
        if not isinstance(event, yaml.ScalarEvent) or (event.style or "") in ("|", ">"):
            continue
        start: Any = event.start_mark
        end: Any = event.end_mark
        line = lines[end.line] if end.line < len(lines) else ""
        rest = REST.match(line, end.column)
        if rest:
            yield (start.line + 1, start.column + 1), Avklippt(event.value.strip(), rest[0].strip())


def _begins(document: Document, loc: Loc) -> tuple[int, int]:
    """Return where a value itself begins, not its key."""
    place = document.place
    for step in loc:
        parts: Any = place.parts
        place = parts[step][2] if isinstance(parts, dict) else parts[step]
    return place.line, place.column
