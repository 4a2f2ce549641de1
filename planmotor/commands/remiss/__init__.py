"""``planmotor remiss`` and its own commands: one file each in this folder, shaped as in ``commands``."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from planmotor.commands import Command, commands_in

NAME = "remiss"
HELP = "Det som rör en remiss: blanketter att svara på, och svaren."


@cache
def all_commands() -> Mapping[str, Command]:
    """Return every command of ``planmotor remiss`` by its name, in the order of their files."""
    return commands_in(__name__, Path(__file__).parent)


def arguments(made: argparse.ArgumentParser) -> None:
    """Add the command's own commands."""
    inner = made.add_subparsers(title="kommandon", metavar="KOMMANDO", required=True, dest="remisskommando")
    for name, command in all_commands().items():
        help = command.HELP
        command.arguments(inner.add_parser(name, help=help, description=help, allow_abbrev=False))


def run(options: Any) -> int:
    """Run the one that was asked for."""
    return all_commands()[options.remisskommando].run(options)
