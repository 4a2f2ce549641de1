"""``planmotor läs-in-status``."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from pathlib import Path
from time import monotonic
from typing import Any

from planmotor.andra.write.save import NOTHING_WRITTEN, check_saved, save
from planmotor.grund.ask import agreed
from planmotor.grund.problem import shown_path
from planmotor.grund.skrivning import write_all, writing
from planmotor.grund.terminal import CLEAN, PROBLEMS, add_data, data_file, say
from planmotor.jamfora.diff import jämför
from planmotor.jamfora.diff.som_text import som_text
from planmotor.jamfora.flyttad_tid import frågor
from planmotor.plan.far_publiceras import released_beside
from planmotor.plan.load import load
from planmotor.plan.versions import Utgåva
from planmotor.uppfoljning.statusblankett.andra import edit
from planmotor.uppfoljning.statusblankett.fel import told
from planmotor.uppfoljning.statusblankett.jamka import changes
from planmotor.uppfoljning.statusblankett.kvitto import receipts
from planmotor.uppfoljning.statusblankett.las_blad import read_form
from planmotor.uppfoljning.statusblankett.las_fil import form_files
from planmotor.uppfoljning.statusblankett.sammanfatta import remarks, summary
from planmotor.uppfoljning.statusblankett.svar import Statussvar

NAME = "läs-in-status"
HELP = "Läser in ifyllda statusblanketter och skriver svaren i planen."
PATIENCE = 2.0  # seconds without a word
QUESTION = "Ska ändringarna skrivas? (j/n) "


def arguments(made: argparse.ArgumentParser) -> None:
    """Add the forms, whether to ask and where to leave the summary."""
    add_data(made)
    made.add_argument(
        "filer", nargs="+", type=Path, metavar="FIL", help="ifyllda blanketter, eller mappar med sådana"
    )
    made.add_argument(
        "--torrkörning", action="store_true", help="visa vad som skulle ändras, men skriv inget"
    )
    made.add_argument("--ja", action="store_true", help="skriv utan att fråga")
    made.add_argument(
        "--kvitto", type=Path, metavar="MAPP", help="skriv ett kvitto till varje avsändare i den här mappen"
    )
    made.add_argument(
        "--sammanfattning",
        type=Path,
        metavar="FIL",
        help="skriv sammanfattningen till ändringsförslaget i den här filen (skriv ut den)",
    )


def run(options: Any) -> int:
    """Show what the forms change, ask, and write all of it or nothing.

    Nobody else has to wait for the answer: what was read is then compared with what is there.
    """
    data = data_file(options.data)
    with writing(data.parent) if options.ja else nullcontext():
        return _read_in(options, data)


def _read_in(options: Any, data: Path) -> int:
    plan = load(data)
    files = form_files(options.filer)
    forms = list(_read(files, released_beside(data)))
    answers = changes(plan, forms)
    faults = [fault for form in forms for fault in form.fel]
    if faults:
        say(f"{told(faults)}\n{len(faults)} fel. {NOTHING_WRITTEN}")
        return PROBLEMS
    for note in remarks(forms):
        say(note)
    if not answers:
        say("Blanketterna ändrar inget i planen.")
        _hand_out(options, receipts(plan, forms, files))
        return CLEAN
    edited = edit(data, answers)
    new = check_saved(data, {data: edited.raw})
    for question in frågor(data, plan, new):
        say(f"Att se över: {question.text}\n  {question.fix}")
    found = jämför(Utgåva("planen nu", plan), Utgåva("planen med svaren", new))
    if options.torrkörning:
        print(som_text(found), end="")
        say(NOTHING_WRITTEN)
        return CLEAN
    say(som_text(found))
    if not options.ja and not agreed(QUESTION):
        say(NOTHING_WRITTEN)
        return CLEAN
    text = summary(plan, forms, answers, found)
    beside = {options.sammanfattning: text.encode()} if options.sammanfattning else {}
    for path in save(data, [edited], beside, checked=options.ja):
        say(f"Skrev {shown_path(path)}.")
    if not beside:
        print(text, end="")
    _hand_out(options, receipts(plan, forms, files))
    return CLEAN


def _hand_out(options: Any, made: Mapping[str, bytes]) -> None:
    """Write the receipts where they were asked for."""
    if options.kvitto and not options.torrkörning:
        write_all({options.kvitto / name: raw for name, raw in made.items()}, options.kvitto)
        say(f"Skrev {_counted(len(made))} i {shown_path(options.kvitto)}.")


def _counted(receipts: int) -> str:
    """Return a number of receipts, in words."""
    return "ett kvitto" if receipts == 1 else f"{receipts} kvitton"


def _read(files: list[Path], released: frozenset[str]) -> Iterable[Statussvar]:
    """Yield each form, and say how far it has come when it takes long."""
    last = monotonic()
    for number, path in enumerate(files, 1):
        yield read_form(path, released)
        if monotonic() - last > PATIENCE:
            last = monotonic()
            say(f"Läst {number} av {len(files)} filer")
