"""``planmotor beslutsblankett``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from planmotor.grund.problem import Stopped, shown_path
from planmotor.grund.skrivning import write_file
from planmotor.grund.terminal import CLEAN, add_data, data_file, say
from planmotor.plan.load import load

NAME = "beslutsblankett"
HELP = "Gör en Excelblankett där sekreteraren fyller i vad som beslutades, när och av vem."


def arguments(made: argparse.ArgumentParser) -> None:
    """Add the plan and where to put the form."""
    add_data(made)
    made.add_argument(
        "--till",
        type=Path,
        metavar="FIL",
        default=Path("beslut.xlsx"),
        help="filen att skriva (beslut.xlsx)",
    )


def run(options: Any) -> int:
    """Write the form; raise Stopped when a file that may be filled in stands in the way."""
    from planmotor.andra.revise.beslutsblankett import workbook  # noqa: PLC0415 (Excel, for its work alone)

    content = workbook(load(data_file(options.data)))
    if options.till.is_file() and options.till.read_bytes() != content:
        raise Stopped(
            f"{shown_path(options.till)} finns redan och kan vara ifylld. "
            "Flytta den, eller välj en annan fil med --till."
        )
    write_file(options.till, content)
    say(
        f"{shown_path(options.till)}: fyll i den när beslutet är fattat, och läs in den med "
        f"planmotor besluta --blankett {shown_path(options.till)}"
    )
    return CLEAN
