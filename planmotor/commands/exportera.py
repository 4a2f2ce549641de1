"""``planmotor exportera``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from planmotor.grund.terminal import CLEAN, add_data, data_file, say
from planmotor.oppna.export import export
from planmotor.oppna.export.changed import last_changed
from planmotor.oppna.export.katalog import missing
from planmotor.plan.load import load

NAME = "exportera"
HELP = (
    "Skriver planen som öppna data: JSON, CSV, Excel, JSON Schema, kalendrar och en katalog. "
    "Allt skrivs, eller inget."
)


def arguments(made: argparse.ArgumentParser) -> None:
    """Add the plan, the folder and the address that links begin with."""
    add_data(made)
    made.add_argument("--till", type=Path, metavar="MAPP", required=True, help="mappen att skriva i")
    made.add_argument("--adress", default="/", help="webbplatsens adress, det som länkarna börjar med (/)")


def run(options: Any) -> int:
    """Write every export, say where, and what the catalogue lacks."""
    file = data_file(options.data)
    plan, base = load(file), options.adress.rstrip("/") + "/"
    calendars = options.till / "kalender"
    written = export(plan, options.till, base, calendars=calendars, changed=last_changed(file), say=say)
    for path in written:
        say(str(path))
    for line in reminders(*missing(plan, base)):
        say(line)
    return CLEAN


def reminders(obligatory: list[str], recommended: list[str]) -> list[str]:
    """Return what to say of a catalogue that isn't written, or that could tell more."""
    lines = ["Katalogen (katalog.rdf) skrivs inte:"] if obligatory else []
    lines += [f"  {text}" for text in obligatory]
    return lines + [f"Påminnelse om katalogen: {text}" for text in recommended]
