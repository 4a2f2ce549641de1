"""``planmotor fråga``."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from planmotor.grund.terminal import CLEAN, add_data, data_file, say
from planmotor.grund.today import today
from planmotor.oppna.query import ask
from planmotor.oppna.query.show import as_csv, as_json, as_table
from planmotor.plan.load import load

NAME = "fråga"
HELP = "Visar raderna som en fråga gäller, till exempel: ansvarig = styrgruppen och status != klar"
FORMATS = {"csv": as_csv, "json": as_json}


def arguments(made: argparse.ArgumentParser) -> None:
    """Add the question and how to show the answer."""
    made.add_argument("fråga", nargs="+", metavar="FRÅGA", help="frågan, inom citattecken")
    add_data(made)
    made.add_argument(
        "--format", choices=["tabell", *FORMATS], default="tabell", help="hur svaret ska skrivas (tabell)"
    )
    made.add_argument("--alla", action="store_true", help="fråga också om aktiviteter som är delade i steg")


def run(options: Any) -> int:
    """Answer the question."""
    plan = load(data_file(options.data))
    rows = ask(plan, " ".join(vars(options)["fråga"]), today(), everything=options.alla)
    if options.format in FORMATS:
        sys.stdout.buffer.write(FORMATS[options.format](plan, rows))
        sys.stdout.flush()
    elif rows:
        print(as_table(plan, rows), end="")
    say(f"{len(rows)} {'rad' if len(rows) == 1 else 'rader'}.")
    return CLEAN
