"""Is a YAML text of a size that anything can be made of? Asked of files that may use all of YAML.

A compiled reader goes into itself for each level, so a line of brackets could end the whole program; and a
few aliases of aliases stand for more values than any memory holds. Both are counted here, event by event.
"""

from __future__ import annotations

from typing import Any

import yaml
from yaml._yaml import CParser

MAX_DEPTH = 30
MAX_VALUES = 100_000
TOO_DEEP, TOO_MANY = "too deep", "found too many aliases"


def kontrollera(text: str) -> None:
    """Raise YAMLError, with the place, for what is nested too deep, has no end or is far too much."""
    parser = CParser(text)
    sizes: dict[str, int] = {}  # of what each anchor that is closed stands for, written out
    frames: list[tuple[str | None, int]] = [(None, 0)]
    while parser.check_event():
        event: Any = parser.get_event()
        mark: Any = event.start_mark
        if isinstance(event, yaml.CollectionStartEvent):
            if len(frames) > MAX_DEPTH:
                raise yaml.MarkedYAMLError(problem=TOO_DEEP, problem_mark=mark)
            frames.append((event.anchor, 1))
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, size = frames.pop()
            _add(event, frames, sizes, anchor, size)
        elif isinstance(event, yaml.ScalarEvent):
            _add(event, frames, sizes, event.anchor, 1)
        elif isinstance(event, yaml.AliasEvent) and event.anchor:
            # One that isn't closed yet leads to itself, and has no end.
            _add(event, frames, sizes, None, sizes.get(event.anchor, MAX_VALUES + 1))


def _add(
    event: Any, frames: list[tuple[str | None, int]], sizes: dict[str, int], anchor: str | None, size: int
) -> None:
    if anchor:
        sizes[anchor] = size
    above, counted = frames[-1]
    frames[-1] = above, counted + size
    if counted + size > MAX_VALUES:
        raise yaml.MarkedYAMLError(problem=TOO_MANY, problem_mark=event.start_mark)
