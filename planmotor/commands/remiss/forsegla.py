"""``planmotor remiss försegla``."""

from __future__ import annotations

import argparse
from typing import Any

from planmotor.grund.problem import Stopped, shown_path
from planmotor.grund.skrivning import writing
from planmotor.grund.terminal import CLEAN, add_data, data_file, say

NAME = "försegla"
HELP = "Ger inlästa synpunkter sigill, och nya sigill där en personuppgift har tagits bort."


def arguments(made: argparse.ArgumentParser) -> None:
    """Add the round, and the remarks that may have changed."""
    add_data(made)
    made.add_argument("--remiss", metavar="ÅR", help="remissens id (den senaste som har synpunkter)")
    made.add_argument(
        "--ändrade",
        nargs="+",
        default=[],
        metavar="ID",
        help="synpunkter som är ändrade och förseglas på nytt",
    )


def run(options: Any) -> int:
    """Seal what has no seal, and what is named; everything else stays as it was."""
    from planmotor.remiss.lasning.forsegling import försegla  # noqa: PLC0415 (libraries that take a while to load)

    data = data_file(options.data)
    with writing(data.parent):
        files = sorted(data.parent.glob("remisser/*/synpunkter.yaml"))
        chosen = [file for file in files if options.remiss in (None, file.parent.name)][-1:]
        if not chosen:
            raise Stopped("Det finns inga inlästa synpunkter att försegla.")
        new, again = försegla(chosen[0], options.ändrade, data.parent)
    say(
        f"{new} nya sigill och {again} omgjorda i {shown_path(chosen[0])}."
        if new or again
        else "Allt är förseglat."
    )
    return CLEAN
