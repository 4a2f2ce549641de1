"""``planmotor schema``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from planmotor.grund.terminal import CLEAN, say
from planmotor.plan import schema

NAME = "schema"
HELP = "Skriver JSON Schema för data/aktiviteter.yaml."


def arguments(made: argparse.ArgumentParser) -> None:
    """Add where to write the schemas."""
    made.add_argument("--till", type=Path, metavar="MAPP", help="skriv scheman för alla datafiler i mappen")


def run(options: Any) -> int:
    """Print the schema of the main file, or write those of all files."""
    if options.till:
        for path in schema.write(options.till):
            say(str(path))
    else:
        print(schema.schema(), end="")
    return CLEAN
