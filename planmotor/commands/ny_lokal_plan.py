"""``planmotor ny-lokal-plan``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from planmotor.andra.revise.lokal_plan import BEGUN, begin, page
from planmotor.andra.revise.show import differences
from planmotor.andra.write import Redigering, save
from planmotor.grund.ask import Question, answers, known
from planmotor.grund.problem import shown_path
from planmotor.grund.skrivning import writing
from planmotor.grund.terminal import CLEAN, add_data, data_file, say
from planmotor.plan.load import load

NAME = "ny-lokal-plan"
HELP = "Börjar på en kommuns lokala plan: ändrar läget i data, och gör en sida om kommunen inte har någon."
FOLDER = "lokala-planer"


def arguments(made: argparse.ArgumentParser) -> None:
    """Add which municipality, and where its page lies."""
    made.add_argument("kommun", nargs="?", metavar="KOMMUN", help="kommunens id eller namn")
    made.add_argument("--docs", type=Path, metavar="MAPP", default=Path("docs"), help="sidornas mapp (docs)")
    add_data(made)
    made.add_argument("--torrkörning", action="store_true", help="visa ändringen men skriv inget")


def run(options: Any) -> int:
    """Begin the plan and tell what was done, and what is left to do."""
    main = data_file(options.data)
    if not options.kommun:
        load(main)  # whoever is asked something should know first that the plan can't be used
    (said,) = answers(Question("KOMMUN", "Vilken kommun?", options.kommun))
    with writing(main.parent):
        plan, live = load(main), Redigering(main)
        names = {kommun.id: kommun.namn for kommun in plan.kommuner}
        by_name = {name.casefold(): id for id, name in names.items()}
        id = known(by_name.get(said.casefold(), said), names, "Kommunen")
        before = begin(live, plan, id)
        there = options.docs / FOLDER / f"{id}.md"
        text = page(next(kommun for kommun in plan.kommuner if kommun.id == id))
        new = {} if there.exists() else {there: text.encode()}
        save(main, [live], new, expected=dict.fromkeys(new), dry=options.torrkörning)
    if options.torrkörning:
        sys.stdout.write(differences([live], new))
        say("Torrkörning: ingenting är skrivet.")
        return CLEAN
    _tell(live, names[id], before, there, is_new=bool(new))
    return CLEAN


def _tell(live: Redigering, namn: str, before: str, there: Path, *, is_new: bool) -> None:
    shown = shown_path(live.path)
    if live.changed:
        say(f"{shown}: läget för {namn} är nu {BEGUN} (var: {before or 'ingen post'}).")
    else:
        say(f"{shown}: läget för {namn} är redan {before} och är orört.")
    kept = "sidan är ny. Lägg till den under nav i mkdocs.yml." if is_new else "sidan finns och är orörd."
    say(f"{shown_path(there)}: {kept}")
    say(f"Nästa steg: skriv status för rekommendationerna och egna aktiviteter i {shown}. Läs sidans text.")
