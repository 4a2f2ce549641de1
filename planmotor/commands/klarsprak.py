"""``planmotor klarspråk``."""

from __future__ import annotations

from typing import Any

from planmotor.grund.terminal import add_pages, data_folder, say_count

NAME = "klarspråk"
HELP = "Mäter hur lätta sidorna är att läsa och visar vad som kan skrivas enklare."
arguments = add_pages


def run(options: Any) -> int:
    """Print what could be written more plainly."""
    from planmotor.klarsprak import examine, read_pages  # noqa: PLC0415 (a dictionary that others don't need)
    from planmotor.klarsprak.settings import read_settings  # noqa: PLC0415
    from planmotor.klarsprak.show import SHOWN  # noqa: PLC0415

    found = examine(read_pages(options.docs, options.sidor), read_settings(data_folder(options.data)))
    print(SHOWN[options.format](found))
    return say_count(found.problems)
