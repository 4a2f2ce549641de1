"""``planmotor granska``."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from planmotor.grund.skrivning import write_file
from planmotor.grund.terminal import PROBLEMS, add_data, data_file, say, say_count

if TYPE_CHECKING:
    from planmotor.jamfora.granskning import Granskning
    from planmotor.jamfora.granskning.byggen import Bygge

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
        found = _tried(found, data, options.docs, options.config)
    shown = FORMS[options.format](found, options.adress)
    if options.till:
        write_file(options.till, (shown.rstrip("\n") + "\n").encode())
    elif shown:
        print(shown.rstrip("\n"))
    return say_count(found.problem) if found.är_ren or found.problem else PROBLEMS


def _tried(found: Granskning, data: Path, docs: Path, config: Path | None) -> Granskning:
    """Return the review with what the site says of it, where something says how the site is built."""
    from planmotor.jamfora.granskning.byggen import skillnad  # noqa: PLC0415
    from planmotor.jamfora.granskning.visade import med_byggen  # noqa: PLC0415
    from planmotor.plan.versions import root_of  # noqa: PLC0415
    from planmotor.sajt.basbygge import basbygge  # noqa: PLC0415
    from planmotor.sajt.provbygge import provbygg  # noqa: PLC0415
    from planmotor.sajt.sidbild import läs_bygge  # noqa: PLC0415

    chosen = config or docs.resolve().parent / "mkdocs.yml"
    if not chosen.is_file():
        return found
    made: list[Bygge] = []
    found = replace(found, prov=provbygg(data, docs, chosen, lambda site: made.append(läs_bygge(site))))
    if not made:
        return found
    begun = monotonic()
    base, kept = basbygge(found.gemensam, root_of(data), data, docs, chosen)
    if base is None:
        say(f"Webbplatsen i {found.bas} gick inte att bygga. Sidorna som berörs är hittade på andra sätt.")
        return found
    differs = skillnad(base, made[0])
    how = "förlagan var sparad" if kept else "förlagan byggdes också"
    say(f"Jämförde {differs.antal_sidor} byggda sidor på {max(1, round(monotonic() - begun))} s ({how}).")
    return med_byggen(found, differs, docs)
