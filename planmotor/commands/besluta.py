"""``planmotor besluta``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from planmotor.andra.revise.besluta import decide
from planmotor.andra.revise.beslutet import Decision, parsed
from planmotor.andra.revise.beslutsbesked import planned, told
from planmotor.andra.revise.beslutsprov import refuse_unsaved
from planmotor.andra.revise.show import differences
from planmotor.andra.write import save
from planmotor.grund.ask import agreed
from planmotor.grund.problem import Stopped
from planmotor.grund.skrivning import writing
from planmotor.grund.terminal import CLEAN, add_data, data_file, say
from planmotor.grund.today import today
from planmotor.plan.load import load

NAME = "besluta"
HELP = (
    "För in ett beslut om en handlingsplan: fryser tabeller och text i arkivet, skriver kontrollsummor, "
    "lägger till beslutet i data och gör versionens sidor. Allt eller inget skrivs."
)
NEEDED = {"plan": "PLAN", "datum": "DATUM", "organ": "--organ", "beslut": "--beslut"}
QUESTION = "Ska beslutet föras in? (j/n) "
DRY = "Torrkörning: ingenting är skrivet."


def arguments(made: argparse.ArgumentParser) -> None:
    """Add what was decided, when and by whom; or the form where somebody has told it."""
    made.add_argument("plan", nargs="?", metavar="PLAN", help="handlingsplanens id")
    made.add_argument("datum", nargs="?", metavar="DATUM", help="dagen för beslutet, till exempel 2025-02-21")
    made.add_argument("--organ", metavar="ID", help="organet, eller kommunen, som beslutade")
    made.add_argument("--beslut", metavar="TEXT", help="vad som beslutades")
    made.add_argument(
        "--gäller-från", metavar="DATUM", help="första dagen som planen gäller (dagen för beslutet)"
    )
    made.add_argument("--dokument", metavar="ID", help="dokumentet där beslutet står")
    made.add_argument("--avsnitt", metavar="TEXT", help="avsnittet i dokumentet")
    made.add_argument(
        "--blankett", type=Path, metavar="FIL", help="en ifylld beslutsblankett, i stället för allt ovan"
    )
    made.add_argument("--ja", action="store_true", help="för in blanketten utan att fråga")
    made.add_argument("--docs", type=Path, metavar="MAPP", default=Path("docs"), help="sidornas mapp (docs)")
    add_data(made)
    made.add_argument(
        "--torrkörning", action="store_true", help="visa vad som skulle skrivas, men skriv inget"
    )


def run(options: Any) -> int:
    """Write the decision, or show it."""
    main = data_file(options.data)
    decision = _from_form(main, options) if options.blankett else _from_arguments(options)
    with writing(main.parent):
        if not options.torrkörning:
            refuse_unsaved(main)
        made = decide(main, decision, today(), options.docs if options.docs.is_dir() else None)
        if options.blankett:
            say(planned(decision, made))
            if not options.torrkörning and not options.ja and not agreed(QUESTION):
                say("Ingenting är skrivet.")
                return CLEAN
        save(main, made.edited, made.new, expected=made.read, dry=options.torrkörning)
    if options.torrkörning:
        sys.stdout.write(differences(made.edited, made.new))
        say(DRY)
    else:
        say(told(made, decision, main))
    return CLEAN


def _from_arguments(options: Any) -> Decision:
    missing = [shown for name, shown in NEEDED.items() if not (getattr(options, name) or "").strip()]
    if missing:
        raise Stopped(f"Det här saknas: {', '.join(missing)}. Eller läs in en blankett med --blankett FIL.")
    return Decision(
        options.plan,
        parsed(options.datum),
        options.organ,
        options.beslut.strip(),
        options.dokument,
        options.avsnitt,
        parsed(options.gäller_från) if options.gäller_från else None,
    )


def _from_form(main: Path, options: Any) -> Decision:
    from planmotor.andra.revise.beslutssvar import läst  # noqa: PLC0415 (openpyxl is slow to import)

    names = (*NEEDED, "dokument", "avsnitt", "gäller_från")
    if any(getattr(options, name) for name in names):
        raise Stopped("Beslutet står i blanketten. Ta bort det andra du har skrivit.")
    return läst(load(main), options.blankett)
