"""The site's configuration, read without the program that builds the pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from planmotor.grund.problem import Stopped, shown_path
from planmotor.grund.text import text_of
from planmotor.grund.yamlgrans import kontrollera

WHY = "Kör planmotor kontrollera, som säger vad som är fel."


def settings(config: Path) -> dict[str, Any]:
    """Return the configuration; tags of the site's builder become None."""

    class Loader(yaml.CSafeLoader):
        """Reads plain values only."""

    Loader.add_multi_constructor("", lambda *_: None)
    try:
        kontrollera(text := text_of(config))
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
