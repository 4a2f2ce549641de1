"""``planmotor jämför``."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from planmotor.grund.problem import Invalid
from planmotor.grund.report import as_text
from planmotor.grund.terminal import CANT_RUN, CLEAN, DATA, PROBLEMS, add_data, say
from planmotor.jamfora.diff import FORMAT, jämför
from planmotor.plan.versions import utgåva

NAME = "jämför"
HELP = "Visar vad som har ändrats mellan två versioner av planen."


def arguments(made: argparse.ArgumentParser) -> None:
    """Add the two versions, the format and the plan whose archive and history they are found in."""
    version = "en fil, en mapp, dagen för ett beslut eller en revision i Git"
    made.add_argument("från", metavar="A", help=f"den tidigare versionen: {version}")
    made.add_argument("till", metavar="B", help=f"den senare versionen: {version}")
    made.add_argument("--format", choices=list(FORMAT), default="text", help="hur svaret ska skrivas (text)")
    add_data(made)


def run(options: Any) -> int:
    """Print what has changed; 0 when nothing has, 2 when a version can't be read."""
    data = options.data / DATA.name if options.data.is_dir() else options.data
    try:
        found = jämför(utgåva(options.från, data), utgåva(options.till, data))
    except Invalid as invalid:  # 1 means that the versions differ
        say(f"Det går inte att jämföra, för en av versionerna har fel:\n{as_text(invalid.problems)}")
        return CANT_RUN
    sys.stdout.write(FORMAT[options.format](found))
    return CLEAN if found.lika else PROBLEMS
