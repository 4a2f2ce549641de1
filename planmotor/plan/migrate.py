"""Files in an older format, lifted to the newest one before anything else looks at them.

A decided version is never rewritten, so the program must go on reading the format that it was decided in. The
steps work on plain values; the places in ``Document`` still lead to the lines of the file as it stands.

To change the format: raise ``NEWEST``, add the step from the version before, and put a file in the old format
in ``tests/exempel/format/``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from planmotor.grund.problem import Invalid
from planmotor.grund.syntax import fault
from planmotor.plan.model.revidering import NEWEST
from planmotor.plan.source import Document, Value

MAX_DIGITS = 6


def migrated(document: Document) -> Document:
    """Return the document in the newest format; raise Invalid when its format is newer than this program.

    A file without ``format`` is in the newest one. What isn't a number is left for the model to refuse.
    """
    version = _version(document)
    if version > NEWEST:
        raise Invalid([fault("nyare-format", document.path, document.where(("format",)), version)])
    data = document.data
    for step in range(version, NEWEST):
        data = STEPS[step](data)
    return replace(document, data={**data, "format": str(NEWEST)}) if version < NEWEST else document


def _version(document: Document) -> int:
    said = document.data.get("format")
    is_number = isinstance(said, str) and said.isascii() and said.isdigit() and len(said) <= MAX_DIGITS
    return (int(said) or NEWEST) if is_number else NEWEST


def _without_empty(value: Value) -> Value:
    """Format 1 wrote an empty list or mapping where format 2 leaves the key out."""
    if isinstance(value, dict):
        kept = {key: _without_empty(inner) for key, inner in value.items()}
        return {key: inner for key, inner in kept.items() if inner not in ([], {})}
    return [_without_empty(item) for item in value] if isinstance(value, list) else value


# From each version to the next.
STEPS: dict[int, Callable[[Value], Value]] = {1: _without_empty}
