"""``planmotor tryck``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from planmotor.grund.problem import Stopped
from planmotor.grund.skrivning import write_all
from planmotor.grund.terminal import CLEAN, add_data, data_file, say

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
    from planmotor.grund.settings import settings  # noqa: PLC0415
    from planmotor.grund.today import today  # noqa: PLC0415
    from planmotor.plan.cache import load_cached  # noqa: PLC0415 (the plan's model)
    from planmotor.tryck.framsida import publicerad  # noqa: PLC0415
    from planmotor.tryck.tryckeri import MAPP, Tryckeri  # noqa: PLC0415 (libraries that only print needs)

    if options.till and not options.part:
        raise Stopped("--till tar en enda del. Skriv också vilken, till exempel --del hela")
    day = today()
    plan = load_cached(data_file(options.data))
    found = settings(options.config)
    name, remiss = _consultation(plan, day, publicerad(found)) if options.remiss else ("", None)
    works = Tryckeri(plan, options.site, found, day, {name: remiss} if remiss and name else {})
    chosen = options.part or name or ("hela" if remiss else "")
    if chosen:
        part = works.del_(chosen)
        ending = "-remiss.pdf" if remiss and chosen != name else ".pdf"
        file = options.till or options.site / MAPP / f"{part.namn}{ending}"
        write_all({file: works.pdf(part, remiss)}, None if options.till else options.site / MAPP)
        say(f"Klart: {file}")
    else:
        made = {options.site / MAPP / part.fil: pdf for part, pdf in works.alla().items()}
        write_all(made, options.site / MAPP)
        say(f"Klart: {len(made)} filer i {options.site / MAPP}")
    return CLEAN


def _consultation(plan: Any, day: Any, adress: str) -> Any:
    """Return the part's name and the facts of the round that closes next; no name when there is none."""
    from planmotor.remiss import utskrift  # noqa: PLC0415
    from planmotor.tryck.uppgifter import Remissuppgifter  # noqa: PLC0415

    remiss = utskrift.nästa(plan, day)
    if remiss is None:
        say("Ingen remiss är öppen eller på väg i data/remisser. Beteckning och sista svarsdag utelämnas.")
        return "", Remissuppgifter()
    return utskrift.namn(remiss), utskrift.uppgifter(plan, remiss, adress)
