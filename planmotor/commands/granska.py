"""``planmotor granska``."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from planmotor.grund.skrivning import write_file
from planmotor.grund.terminal import PROBLEMS, add_data, data_file, say_count

NAME = "granska"
HELP = "Visar vad ett förslag ändrar, vilka fel det har och vilka sidor det berör."
FORMATS = ("text", "markdown", "json", "github")


def arguments(made: argparse.ArgumentParser) -> None:
    """Add what to review against, where the preview is and where to write."""
    made.add_argument("bas", metavar="BAS", help="grenen som förslaget ska in i, till exempel main")
    add_data(made)
    made.add_argument("--docs", type=Path, metavar="MAPP", default=Path("docs"), help="sidornas mapp (docs)")
    made.add_argument("--format", choices=FORMATS, default="text", help="hur svaret ska skrivas (text)")
    made.add_argument("--adress", metavar="URL", default="", help="var förhandsvisningen börjar")
    made.add_argument(
        "--config",
        type=Path,
        metavar="FIL",
        help="inställningar att bygga på prov med (mkdocs.yml bredvid docs)",
    )
    made.add_argument("--utan-provbygge", action="store_true", help="bygg inget på prov")
    made.add_argument("--till", type=Path, metavar="FIL", help="filen att skriva svaret i")


def run(options: Any) -> int:
    """Print or write the review, and say how many problems it found."""
    from planmotor.jamfora.granskning import granska  # noqa: PLC0415 (a dictionary that others don't need)
    from planmotor.jamfora.granskning.visa import FORMS  # noqa: PLC0415

    data = data_file(options.data)
    found = granska(options.bas, data, options.docs)
    if not options.utan_provbygge and not found.problem:
        found = replace(found, prov=_tried(data, options.docs, options.config))
    shown = FORMS[options.format](found, options.adress)
    if options.till:
        write_file(options.till, (shown.rstrip("\n") + "\n").encode())
    elif shown:
        print(shown.rstrip("\n"))
    return say_count(found.problem) if found.är_ren or found.problem else PROBLEMS


def _tried(data: Path, docs: Path, config: Path | None) -> str | None:
    """Return what stops the proposal from being published; None where nothing says how the site is built."""
    from planmotor.sajt.provbygge import provbygg  # noqa: PLC0415

    chosen = config or docs.resolve().parent / "mkdocs.yml"
    return provbygg(data, docs, chosen) if chosen.is_file() else None
