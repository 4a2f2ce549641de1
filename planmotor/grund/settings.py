"""The site's configuration, read without the program that builds the pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from yaml._yaml import CParser

from planmotor.grund.problem import Stopped, shown_path
from planmotor.grund.text import text_of

WHY = "Kör planmotor kontrollera, som säger vad som är fel."
MAX_DEPTH = 30
MAX_VALUES = 100_000
TOO_DEEP, TOO_MANY = "too deep", "found too many aliases"


def settings(config: Path) -> dict[str, Any]:
    """Return the configuration; tags of the site's builder become None."""

    class Loader(yaml.CSafeLoader):
        """Reads plain values only."""

    Loader.add_multi_constructor("", lambda *_: None)
    try:
        hold_in_size(text := text_of(config))
        found = yaml.load(text, Loader) or {}  # noqa: S506 (a safe loader, in C)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", rad {mark.line + 1}" if mark else ""
        raise Stopped(f"{shown_path(config)}{line}: går inte att läsa. {WHY}") from None
    if not isinstance(found, dict):
        raise Stopped(f"{shown_path(config)}: börjar inte med en nyckel. {WHY}")
    return found


def site_address(config: Path) -> str:
    """Return the address that the site's paths begin with: ``site_url`` of the configuration, else ``/``."""
    return str(settings(config).get("site_url") or "/").rstrip("/") + "/"


def menu(found: Any) -> Iterator[tuple[str, str]]:
    """Yield the address and the name of every page of a ``nav``, in its order; the name may be empty.

    The address is the page's folder within the site, without slashes at the ends.
    """
    for item in found if isinstance(found, list) else [found]:
        if isinstance(item, dict):
            for name, below in item.items():
                pages = list(menu(below))
                yield from ((address, str(name) if n == 0 else own) for n, (address, own) in enumerate(pages))
        elif isinstance(item, str) and item.endswith(".md"):
            yield item.removesuffix(".md").removesuffix("index").strip("/"), ""


def hold_in_size(text: str) -> None:
    """Raise YAMLError, with the place, for what is nested too deep, has no end or is far too much.

    A compiled reader goes into itself for each level, so a line of brackets could end the whole program; and
    a few aliases of aliases stand for more values than any memory holds. Both are counted event by event.
    """
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
