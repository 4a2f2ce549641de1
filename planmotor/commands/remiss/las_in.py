"""``planmotor remiss läs-in``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from planmotor.grund.nearest import nearest
from planmotor.grund.problem import Stopped, shown_path
from planmotor.grund.skrivning import write_all, writing
from planmotor.grund.terminal import CLEAN, add_data, data_file, say
from planmotor.plan.load import load
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.remiss import Remiss
from planmotor.remiss.blankett.blankett import instanser, remiss_att_svara

NAME = "läs-in"
HELP = "Läser in remissvar från Word, Excel och formuläret."


def arguments(made: argparse.ArgumentParser) -> None:
    """Add the replies, which round they answer and who sent them."""
    add_data(made)
    made.add_argument(
        "svar", nargs="+", type=Path, metavar="SVAR", help="svarsfiler, eller mappar med sådana"
    )
    made.add_argument("--remiss", metavar="ÅR", help="remissens id, filens namn (den enda eller den senaste)")
    made.add_argument("--instans", metavar="ID", help="vem svaren kommer från (det som står i filen)")
    made.add_argument("--torrkörning", action="store_true", help="berätta, men skriv inget")
    made.add_argument(
        "--kvitto", type=Path, metavar="MAPP", help="skriv ett kvitto till varje avsändare i den här mappen"
    )
    made.add_argument("--docs", type=Path, metavar="MAPP", default=Path("docs"), help="sidornas mapp (docs)")


def run(options: Any) -> int:
    """Read the replies, save what is new, and print the count."""
    from planmotor.remiss.lasning import inlasning, kvitto, synpunktsfil  # noqa: PLC0415 (libraries that take a while to load)
    from planmotor.remiss.lasning.underlag import underlag  # noqa: PLC0415

    data = data_file(options.data)
    with writing(data.parent):  # what others read in meanwhile is known of first, and stays
        plan = load(data)
        remiss = remiss_att_svara(plan, options.remiss, plan.remisser[-1:])
        _hold(plan, remiss, options.instans)
        files = inlasning.reply_files(options.svar)
        earlier = plan.remissens_synpunkter(remiss.id)
        against = underlag(plan, remiss, options.docs)
        made = inlasning.read_in(files, against, earlier, options.instans)
        path = data.parent / "remisser" / remiss.id / "synpunkter.yaml"
        saved = not options.torrkörning and synpunktsfil.save(path, made.lists, data.parent)
    print(inlasning.report(made))
    say(_outcome(saved, options.torrkörning, shown_path(path)))
    if options.kvitto and not options.torrkörning:
        receipts = kvitto.receipts(made.svarsfiler, made.avsändare, against, remiss)
        write_all({options.kvitto / name: raw for name, raw in receipts.items()}, options.kvitto)
        count = "ett kvitto" if len(receipts) == 1 else f"{len(receipts)} kvitton"
        say(f"Skrev {count} i {shown_path(options.kvitto)}.")
    return CLEAN


def _outcome(saved: bool, dry: bool, path: str) -> str:
    if dry:
        return "Inget skrevs."
    return f"Skrev {path}." if saved else "Inget nytt att skriva."


def _hold(plan: Plan, remiss: Remiss, instans: str | None) -> None:
    """Raise Stopped when the body isn't one that the round asks."""
    known = {asked.id for asked in instanser(plan, remiss)}
    if instans is not None and instans not in known:
        close = nearest(instans, known)
        hint = f"Menar du {close}? " if close else ""
        raise Stopped(
            f"{instans} får inte remissen {remiss.id}. {hint}Skriv id:t under remissinstanser i "
            f"data/{remiss.plats}.yaml   (finns: {', '.join(sorted(known))})"
        )
