"""``planmotor statusblankett``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from planmotor.grund.terminal import CLEAN, add_data, data_file, say
from planmotor.grund.today import today
from planmotor.plan.load import load
from planmotor.uppfoljning.statusblankett.blanketter import ALL, NOBODYS, selected
from planmotor.uppfoljning.statusblankett.gor import write_forms

NAME = "statusblankett"
HELP = "Gör Excelblanketter där varje organ kan fylla i status för sina rader."


def arguments(made: argparse.ArgumentParser) -> None:
    """Add the plan, whose form to make and where to put it."""
    add_data(made)
    made.add_argument(
        "--organ", metavar="ID", help=f"bara den här blanketten: ett organs id, {ALL} eller {NOBODYS}"
    )
    made.add_argument(
        "--till",
        type=Path,
        metavar="MAPP",
        default=Path("blanketter"),
        help="mappen att skriva i (blanketter)",
    )


def run(options: Any) -> int:
    """Write the forms and say where."""
    plan = load(data_file(options.data))
    for path in write_forms(plan, selected(plan, options.organ), options.till, today()):
        say(str(path))
    return CLEAN
