"""``planmotor besluta``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from planmotor.andra.revise.besluta import Decision, decide, parsed, refuse_unsaved, told
from planmotor.andra.revise.show import differences
from planmotor.andra.write import save
from planmotor.grund.skrivning import writing
from planmotor.grund.terminal import CLEAN, add_data, data_file, say
from planmotor.grund.today import today

NAME = "besluta"
HELP = (
    "För in ett beslut om en handlingsplan: fryser den i arkivet, skriver kontrollsumman, "
    "lägger till beslutet i data och ändrar läget. Allt eller inget skrivs."
)


def arguments(made: argparse.ArgumentParser) -> None:
    """Add what was decided, when and by whom."""
    made.add_argument("plan", metavar="PLAN", help="handlingsplanens id")
    made.add_argument("datum", metavar="DATUM", help="dagen för beslutet, till exempel 2025-02-21")
    made.add_argument("--organ", required=True, metavar="ID", help="organet som beslutade")
    made.add_argument("--beslut", required=True, metavar="TEXT", help="vad som beslutades")
    made.add_argument("--dokument", metavar="ID", help="dokumentet där beslutet står")
    made.add_argument("--avsnitt", metavar="TEXT", help="avsnittet i dokumentet")
    made.add_argument("--docs", type=Path, metavar="MAPP", default=Path("docs"), help="sidornas mapp (docs)")
    add_data(made)
    made.add_argument(
        "--torrkörning", action="store_true", help="visa vad som skulle skrivas, men skriv inget"
    )


def run(options: Any) -> int:
    """Write the decision, or show it."""
    main = data_file(options.data)
    decision = Decision(
        options.plan,
        parsed(options.datum),
        options.organ,
        options.beslut.strip(),
        options.dokument,
        options.avsnitt,
    )
    with writing(main.parent):
        if not options.torrkörning:
            refuse_unsaved(main)
        made = decide(main, decision, today(), options.docs if options.docs.is_dir() else None)
        save(main, made.edited, made.new, expected=made.read, dry=options.torrkörning)
    if options.torrkörning:
        sys.stdout.write(differences(made.edited, made.new))
        say("Torrkörning: ingenting är skrivet.")
    else:
        say(told(made, decision, main))
    return CLEAN
