"""``planmotor tryck``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from planmotor.problem import Stopped
from planmotor.terminal import CLEAN, add_data, data_file, say

NAME = "tryck"
HELP = "Gör tillgängliga PDF-filer av den byggda webbplatsen."


def arguments(made: argparse.ArgumentParser) -> None:
    """Add the part, whether it is for a consultation, and where the site and the file are."""
    add_data(made)
    made.add_argument("--del", dest="part", metavar="DEL", help="hela, plan, handlingsplaner/… (alla delar)")
    made.add_argument("--remiss", action="store_true", help="remissversion, med radnummer och svarssida")
    made.add_argument("--till", type=Path, metavar="FIL", help="filen, för en enda del (SITE/tryck/DEL.pdf)")
    made.add_argument("--site", type=Path, metavar="MAPP", default=Path("site"), help="webbplatsen (site)")
    made.add_argument("--config", type=Path, metavar="FIL", default=Path("mkdocs.yml"), help="(mkdocs.yml)")


def run(options: Any) -> int:
    """Make one part, or all of them."""
    from planmotor.cache import load_cached  # noqa: PLC0415 (the plan's model)
    from planmotor.settings import settings  # noqa: PLC0415
    from planmotor.today import today  # noqa: PLC0415
    from planmotor.tryck.tryckeri import MAPP, Tryckeri, skriv  # noqa: PLC0415 (libraries that only print needs)

    if options.till and not options.part:
        raise Stopped("--till tar en enda del. Skriv också vilken, till exempel --del hela")
    day = today()
    plan = load_cached(data_file(options.data))
    works = Tryckeri(plan, options.site, settings(options.config), day)
    remiss = _consultation(plan, day) if options.remiss else None
    name = options.part or ("hela" if remiss else None)
    if name:
        part = works.del_(name)
        ending = "-remiss.pdf" if remiss else ".pdf"
        file = options.till or options.site / MAPP / f"{part.namn}{ending}"
        skriv({file: works.pdf(part, remiss)})
        say(f"Klart: {file}")
    else:
        made = {options.site / MAPP / part.fil: pdf for part, pdf in works.alla().items()}
        skriv(made)
        say(f"Klart: {len(made)} filer i {options.site / MAPP}")
    return CLEAN


def _consultation(plan: Any, day: Any) -> Any:
    """Return the facts of the round that is open or to come, the nearest first; say so when there is none."""
    from planmotor.remiss.blankett import vägar  # noqa: PLC0415
    from planmotor.remiss.lage import svarstid  # noqa: PLC0415
    from planmotor.tryck.uppgifter import Remissuppgifter  # noqa: PLC0415

    rounds = [(svarstid(plan, found).stänger, found) for found in plan.remisser]
    coming = [(last, found) for last, found in rounds if last and last >= day]
    if not coming:
        say("Ingen remiss är öppen eller på väg i data/remisser. Beteckning och sista svarsdag utelämnas.")
        return Remissuppgifter()
    last, chosen = min(coming, key=lambda one: (one[0], one[1].id))
    ways = tuple(value for _, value in vägar(chosen.svara))
    questions = tuple(question.fråga for question in chosen.frågor)
    return Remissuppgifter(chosen.diarienummer, last, ways, questions)
