"""``planmotor exportera``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from planmotor.export import export
from planmotor.load import load
from planmotor.terminal import CLEAN, add_data, data_file, say

NAME = "exportera"
HELP = "Skriver planen som öppna data: JSON och CSV."


def arguments(made: argparse.ArgumentParser) -> None:
    """Add the plan, the folder and the address that links begin with."""
    add_data(made)
    made.add_argument("--till", type=Path, metavar="MAPP", required=True, help="mappen att skriva i")
    made.add_argument("--adress", default="/", help="webbplatsens adress, det som länkarna börjar med (/)")


def run(options: Any) -> int:
    """Write every export and say where."""
    for path in export(load(data_file(options.data)), options.till, options.adress):
        say(str(path))
    return CLEAN
