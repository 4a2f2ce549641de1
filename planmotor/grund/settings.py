"""The site's configuration, read without the program that builds the pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml


def settings(config: Path) -> dict[str, Any]:
    """Return the configuration; tags of the site's builder become None."""

    class Loader(yaml.CSafeLoader):
        """Reads plain values only."""

    Loader.add_multi_constructor("", lambda *_: None)
    return yaml.load(config.read_text(encoding="utf-8"), Loader) or {}  # noqa: S506 (a safe loader, in C)


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
