"""``planmotor remiss blankett``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from planmotor.grund.nearest import nearest
from planmotor.grund.problem import Stopped
from planmotor.grund.terminal import CLEAN, add_data, data_file, say
from planmotor.grund.today import today
from planmotor.plan.load import load
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.remiss import Remiss
from planmotor.plan.remisslage import öppna
from planmotor.remiss.blankett.blankett import Instans, instanser, remiss_att_svara
from planmotor.remiss.blankett.filer import FORMAT, make, write

NAME = "blankett"
HELP = "Skriver svarsblanketter för en remiss, en för varje remissinstans."


def arguments(made: argparse.ArgumentParser) -> None:
    """Add which round, which body, which format and where to write."""
    add_data(made)
    made.add_argument("--remiss", metavar="ÅR", help="remissens id, filens namn (den som är öppen)")
    made.add_argument("--instans", metavar="ID", help="bara för den här remissinstansen (alla)")
    made.add_argument("--format", choices=[*FORMAT, "alla"], default="alla", help="vad som skrivs (alla)")
    made.add_argument("--docs", type=Path, metavar="MAPP", default=Path("docs"), help="sidornas mapp (docs)")
    made.add_argument(
        "--till",
        type=Path,
        metavar="MAPP",
        default=Path("blanketter"),
        help="mappen att skriva i (blanketter)",
    )


def run(options: Any) -> int:
    """Write the forms and say where."""
    plan = load(data_file(options.data))
    remiss = remiss_att_svara(plan, options.remiss, öppna(plan, today()))
    who = _chosen(plan, remiss, options.instans)
    formats = list(FORMAT) if options.format == "alla" else [options.format]
    for path in write(make(plan, remiss, options.docs, formats, who), options.till):
        say(str(path))
    return CLEAN


def _chosen(plan: Plan, remiss: Remiss, id: str | None) -> tuple[Instans, ...]:
    if id is None:
        return ()
    known = {instans.id: instans for instans in instanser(plan, remiss)}
    if id in known:
        return (known[id],)
    if not known:
        raise Stopped(
            f"Remissen {remiss.id} har inga remissinstanser. Skriv in dem under remissinstanser: i filen "
            f"data/{remiss.plats}.yaml, eller utelämna --instans."
        )
    close = nearest(id, known)
    hint = f"Menar du {close}? " if close else ""
    raise Stopped(f"{id} får inte remissen {remiss.id}. {hint}Välj bland: {', '.join(known)}.")
