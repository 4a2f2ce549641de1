"""``planmotor remiss sammanställ``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from planmotor.grund.nearest import listed
from planmotor.grund.problem import Stopped
from planmotor.grund.terminal import CLEAN, add_data, data_file, say
from planmotor.grund.today import today
from planmotor.plan.load import load
from planmotor.plan.model.synpunkt import EJ_PLACERAD
from planmotor.remiss.blankett.blankett import remiss_att_svara

NAME = "sammanställ"
HELP = "Skriver samrådsredogörelsen som Word, Excel och PDF."


def arguments(made: argparse.ArgumentParser) -> None:
    """Add which round, and where to write."""
    add_data(made)
    made.add_argument("--remiss", metavar="ÅR", help="remissens id, filens namn (den senaste)")
    made.add_argument(
        "--till",
        type=Path,
        metavar="MAPP",
        default=Path("redogorelse"),
        help="mappen att skriva i (redogorelse)",
    )
    made.add_argument("--docs", type=Path, metavar="MAPP", default=Path("docs"), help="sidornas mapp (docs)")


def run(options: Any) -> int:
    """Write the account in every format and say where."""
    from planmotor.remiss.avsnitt import titlar  # noqa: PLC0415 (libraries that take a while to load)
    from planmotor.remiss.blankett.filer import write  # noqa: PLC0415
    from planmotor.remiss.redogorelse.filer import make  # noqa: PLC0415
    from planmotor.remiss.redogorelse.redogorelse import redogörelse  # noqa: PLC0415

    plan = load(data_file(options.data))
    remiss = remiss_att_svara(plan, options.remiss, plan.remisser[-1:])
    fil = plan.remissens_synpunkter(remiss.id)
    if fil is None or not fil.alla:
        raise Stopped(
            f"Inga svar på remissen {remiss.id} är inlästa. Läs in dem: planmotor remiss läs-in SVAR"
        )
    titles = titlar(plan, options.docs)
    made = redogörelse(plan, remiss, fil, titles)
    _tell_gone(made)
    for path in write(make(made, today()), options.till):
        say(str(path))
    print(made.totalt_i_ord)
    return CLEAN


def _tell_gone(made: Any) -> None:
    """Say which sections the plan no longer has; remarks on them stand under their ids."""
    gone = [group.id for group in made.avsnitt if not group.adress and group.id != EJ_PLACERAD]
    if gone:
        say(
            f"Planen har inte längre {listed(gone, 10)}. Synpunkterna står kvar, under avsnittets id. "
            "Har avsnittet bytt adress skriver du den nya i avsnitt."
        )
