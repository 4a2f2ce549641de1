"""``planmotor remiss`` and its own commands: one file each in this folder, shaped as in ``commands``."""

from __future__ import annotations

import argparse
from functools import cache
from typing import Any

from planmotor.commands import Command, commands_in

NAME = "remiss"
HELP = "Det som rör en remiss: blanketter att svara på, och svaren."


@cache
def all_commands() -> dict[str, Command]:
    """Return every command of ``planmotor remiss`` by its name, in the order of their files."""
    return commands_in(__name__, __path__)


def arguments(made: argparse.ArgumentParser) -> None:
    """Add the command's own commands."""
    inner = made.add_subparsers(title="kommandon", metavar="KOMMANDO", required=True, dest="remisskommando")
    for name, command in all_commands().items():
        help = str(command.HELP)
        command.arguments(inner.add_parser(name, help=help, description=help, allow_abbrev=False))


def run(options: Any) -> int:
    """Run the one that was asked for."""
    return int(all_commands()[options.remisskommando].run(options))
