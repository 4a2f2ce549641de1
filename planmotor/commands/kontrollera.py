"""``planmotor kontrollera``."""

from __future__ import annotations

import argparse
import errno
from pathlib import Path
from typing import Any

from planmotor.andra.write.untidy import untidy
from planmotor.grund.problem import Invalid
from planmotor.grund.report import FORMATS, as_text
from planmotor.grund.terminal import CLEAN, PROBLEMS, add_data, data_file, say
from planmotor.grund.today import today
from planmotor.jamfora.publicerat import publicerat
from planmotor.plan.load import examine_and_load
from planmotor.prosa.granska import sidfel
from planmotor.prosa.signaturer import signaturer
from planmotor.tryck.otryckbart import otryckbart

DOCS = "docs"
NAME = "kontrollera"
HELP = "Kontrollerar planens data och sidor och berättar om alla fel på en gång."


def arguments(made: argparse.ArgumentParser) -> None:
    """Add which plan to check and how to tell of it."""
    add_data(made)
    made.add_argument("--docs", type=Path, metavar="MAPP", help="sidornas mapp (docs bredvid data)")
    made.add_argument("--format", choices=list(FORMATS), default="text", help="hur felen ska skrivas (text)")


def run(options: Any) -> int:
    """Print every problem, and say what is worth a look."""
    path = data_file(options.data)
    found, worth_a_look, plan = examine_and_load(path, today())
    docs = _docs(options.docs, path)
    pages = sidfel(docs, signaturer(), plan, data=path) if docs.is_dir() else ()
    found = Invalid([*found, *pages, *publicerat(path, docs)]).problems
    if found or options.format == "json":
        print(FORMATS[options.format](found))
    if found:
        say(f"{len(found)} fel.")
        return PROBLEMS
    worth_a_look += untidy(path) + otryckbart(path, docs)
    say(f"Inga fel. Att se över:\n{as_text(worth_a_look)}" if worth_a_look else "Inga fel.")
    return CLEAN


def _docs(chosen: Path | None, data: Path) -> Path:
    """Return the folder of the pages; one that isn't named lies beside the data, and need not be there."""
    if chosen and not chosen.is_dir():
        raise FileNotFoundError(errno.ENOENT, "den finns inte", str(chosen))
    return chosen or data.resolve().parent.parent / DOCS
