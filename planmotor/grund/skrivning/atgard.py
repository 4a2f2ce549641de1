"""What is done to the files of a change: they are replaced, or given back what they held.

Each step can be taken again, so it matters not how often it is interrupted, nor where.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from planmotor.grund.nearest import listed, one_line
from planmotor.grund.problem import shown_path
from planmotor.grund.skrivning.fil import Changed, digest, naming
from planmotor.grund.skrivning.fil import settle as onto_disk
from planmotor.grund.skrivning.journal import BESLUT, ÅNGRA, Entry, Journal


def replace(journal: Journal) -> None:
    """Put every fresh file in its place. Raises Changed when somebody has written one of them meanwhile."""
    for entry in journal.entries:
        if not entry.fresh.exists():
            continue
        if digest(entry.target) not in (entry.before, entry.after) or digest(entry.fresh) != entry.after:
            raise Changed(entry.target)
        with naming(entry.target):
            os.replace(entry.fresh, entry.target)  # noqa: PTH105
    for folder in folders(journal):
        with naming(folder):
            onto_disk(folder)


def tidy(journal: Journal) -> None:
    """Take away what was kept, and then the journal."""
    for entry in journal.entries:
        if entry.kept:
            entry.kept.unlink(missing_ok=True)
    journal.close()


def undo(journal: Journal) -> None:
    """Give every file back what it held, unless somebody has written it since, and take the journal away."""
    if journal.state == BESLUT:
        journal.move(ÅNGRA)
    for entry in reversed(journal.entries):
        _undo(entry)
    for folder in folders(journal):
        onto_disk(folder)
    for folder in reversed(journal.folders):
        with suppress(OSError):  # it holds something else by now
            folder.rmdir()
    journal.close()


def _undo(entry: Entry) -> None:
    if entry.fresh.exists():  # it was never put in its place
        entry.fresh.unlink()
    elif digest(entry.target) == entry.after:
        if entry.kept is None:
            entry.target.unlink()
        elif entry.kept.exists():
            os.replace(entry.kept, entry.target)  # noqa: PTH105
    if entry.kept:
        entry.kept.unlink(missing_ok=True)


def folders(journal: Journal) -> list[Path]:
    """Return every folder with a file of the change, and those that hold a new folder."""
    every = {entry.target.parent for entry in journal.entries} | {folder.parent for folder in journal.folders}
    return sorted(folder for folder in every if folder.is_dir())


def settle(journal: Journal) -> str:
    """Finish a change that was interrupted, or undo it, and return what was done in words."""
    what = f'Kommandot "{_shown(journal.command)}" avbröts medan det skrev.'
    files = listed(shown_path(entry.target) for entry in journal.entries)
    if journal.state == BESLUT:
        try:
            replace(journal)
        except Changed as changed:
            undo(journal)
            return f"{what} Sedan dess har någon ändrat en fil, så det är ogjort. {changed}"
        tidy(journal)
        return f"{what} Nu är det färdigt: {files}."
    undo(journal)
    return f"{what} Det är ogjort, och filerna är som förut: {files}. Kör kommandot igen."


def _shown(command: str) -> str:
    return one_line("".join(char for char in command if char.isprintable()))
