"""``planmotor rapport``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from planmotor.grund.ask import known
from planmotor.grund.problem import Stopped
from planmotor.grund.skrivning import write_file
from planmotor.grund.terminal import CLEAN, add_data, data_file, say
from planmotor.grund.today import today
from planmotor.plan.load import load
from planmotor.plan.model.aktiviteter import Organ
from planmotor.plan.model.plan import Plan

NAME = "rapport"
HELP = "Gör underlaget till ett möte: läget, vad som har ändrats och vad som behöver ett besked."
FORMATS = ("text", "markdown", "docx", "pdf", "html")
FILES = {"docx", "pdf"}  # nothing to read in a terminal


def arguments(made: argparse.ArgumentParser) -> None:
    """Add the body, the last meeting, the format, the file to write and the plan."""
    made.add_argument("--organ", metavar="ID", help="bara det som organet ansvarar för eller följer")
    made.add_argument(
        "--sedan",
        metavar="DATUM",
        help="dagen för det förra mötet eller för ett beslut (annars det senaste beslutet)",
    )
    made.add_argument(
        "--format", choices=FORMATS, help="hur rapporten ska skrivas (efter filen, annars text)"
    )
    made.add_argument("--till", type=Path, metavar="FIL", help="filen att skriva, till exempel rapport.docx")
    add_data(made)


def run(options: Any) -> int:
    """Print or write the report, and say what it couldn't tell."""
    from planmotor.uppfoljning.rapport import FORMAT, parse_day, rapport, sedan_besluten, sedan_dagen  # noqa: PLC0415

    form = _format(options.format, options.till)
    day, data = today(), data_file(options.data)
    since = parse_day(options.sedan, day) if options.sedan is not None else None
    plan = load(data)
    organ = _organ(plan, options.organ) if options.organ is not None else None
    basis = sedan_dagen(plan, since, data) if since else sedan_besluten(plan, day)
    made = rapport(plan, day, basis, organ)
    for said in made.notiser():
        say(said)
    content = FORMAT[form](made)
    if options.till:
        write_file(options.till, content)
        say(str(options.till))
    else:
        sys.stdout.write(content.decode())
    return CLEAN


def _format(chosen: str | None, path: Path | None) -> str:
    """Return the format that was asked for, or that the file's ending tells of."""
    from planmotor.uppfoljning.rapport import ENDINGS  # noqa: PLC0415

    form = chosen or (ENDINGS.get(path.suffix.lower()) if path else "text")
    if form is None:
        raise Stopped(f"Filen {path} har en ändelse som inte går. Välj bland: {', '.join(ENDINGS)}")
    if form in FILES and path is None:
        raise Stopped(f"Skriv också vilken fil det ska bli, till exempel: --till rapport.{form}")
    return form


def _organ(plan: Plan, id: str) -> Organ:
    names = {organ.id: organ for organ in plan.organ}
    return names[known(id, {key: organ.namn for key, organ in names.items()}, "Organet")]
