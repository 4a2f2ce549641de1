"""``planmotor stavning``."""

from __future__ import annotations

from typing import Any

from planmotor.grund.report import FORMATS
from planmotor.grund.terminal import add_pages, data_folder, say_count

NAME = "stavning"
HELP = "Letar efter stavfel på sidorna."
arguments = add_pages


def run(options: Any) -> int:
    """Print the words that no dictionary knows."""
    from planmotor.klarsprak import read_pages, spelling  # noqa: PLC0415 (a dictionary that others don't need)

    found = spelling.check(read_pages(options.docs, options.sidor), data_folder(options.data))
    if found or options.format == "json":
        print(FORMATS[options.format](found))
    return say_count(found)
