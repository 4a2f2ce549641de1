"""``planmotor remiss`` and its own commands, which stand in ``planmotor/remiss/commands``."""

from __future__ import annotations

import argparse
from typing import Any

from planmotor.remiss.commands import all_commands

NAME = "remiss"
HELP = "Det som rör en remiss: blanketter att svara på, och svaren."


def arguments(made: argparse.ArgumentParser) -> None:
    """Add the command's own commands."""
    inner = made.add_subparsers(title="kommandon", metavar="KOMMANDO", required=True, dest="remisskommando")
    for name, command in all_commands().items():
        help = str(command.HELP)
        command.arguments(inner.add_parser(name, help=help, description=help, allow_abbrev=False))


def run(options: Any) -> int:
    """Run the one that was asked for."""
    return int(all_commands()[options.remisskommando].run(options))
