"""``planmotor kontrollera``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from planmotor.andra.write.untidy import untidy
from planmotor.grund.problem import Invalid
from planmotor.grund.report import FORMATS, as_text
from planmotor.grund.terminal import CLEAN, PROBLEMS, add_data, data_file, say
from planmotor.grund.today import today
from planmotor.jamfora.publicerat import publicerat
from planmotor.plan.load import examine

NAME = "kontrollera"
HELP = "Kontrollerar planens data, och sidorna för personuppgifter, och berättar om alla fel på en gång."


def arguments(made: argparse.ArgumentParser) -> None:
    """Add which plan to check and how to tell of it."""
    add_data(made)
    made.add_argument(
        "--docs", type=Path, metavar="MAPP", help="sidornas mapp (docs bredvid mappen med data)"
    )
    made.add_argument("--format", choices=list(FORMATS), default="text", help="hur felen ska skrivas (text)")


def run(options: Any) -> int:
    """Print every problem, and say what is worth a look."""
    path = data_file(options.data)
    found, worth_a_look = examine(path, today())
    docs = options.docs or path.resolve().parent.parent / "docs"
    found = Invalid([*found, *publicerat(path, docs)]).problems
    if found or options.format == "json":
        print(FORMATS[options.format](found))
    if found:
        say(f"{len(found)} fel.")
        return PROBLEMS
    worth_a_look += untidy(path)
    say(f"Inga fel. Att se över:\n{as_text(worth_a_look)}" if worth_a_look else "Inga fel.")
    return CLEAN
