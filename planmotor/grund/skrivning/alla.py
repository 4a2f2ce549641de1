"""Several files written as one: all of them, or none, also when it is interrupted between two."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from planmotor.grund.problem import Stopped, shown_path
from planmotor.grund.report import say
from planmotor.grund.skrivning import atgard
from planmotor.grund.skrivning.fil import (
    PREFIX,
    Changed,
    content_digest,
    create,
    digest,
    hidden,
    keep,
    naming,
    settle,
)
from planmotor.grund.skrivning.journal import AVSIKT, BESLUT, Entry, Journal, found
from planmotor.grund.skrivning.las import held, is_held

Expected = Mapping[Path, bytes | None]
SHORT_WAIT = 3.0  # seconds


def write_all(
    files: Mapping[Path, bytes], home: Path | None = None, expected: Expected | None = None
) -> None:
    """Write every file, or leave every one as it was; what holds the right bytes already isn't touched.

    ``home`` is the folder that is held meanwhile and has the journal: the plan's folder, or by default the
    one that holds all the files. ``expected`` is what files held when they were read, None for those that
    weren't there. Raises Changed when one of them holds something else now.
    """
    if not files:
        return
    home = (home or Path(os.path.commonpath([path.absolute().parent for path in files]))).resolve()
    made = _missing([home / "x"])
    try:
        with naming(home):
            for folder in made:
                folder.mkdir(exist_ok=True)
        with writing(home):
            _hold(expected or {})
            _change(_journal(home, files, made), {path.resolve(): raw for path, raw in files.items()})
    except BaseException:
        _remove(made)
        raise


def write_file(path: Path, content: bytes) -> None:
    """Write one file that somebody has named, in a folder that is there: a misspelt one isn't made."""
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path.parent))
    if path.exists() and not (path.is_file() or path.is_dir()):  # a device has no end to read
        raise Stopped(f"{shown_path(path)} är ingen vanlig fil. Välj en annan fil att skriva.")
    write_all({path: content})


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold a folder from reading to writing: nobody else changes what is read there until it is written.

    What somebody was interrupted in writing there is first finished or undone.
    """
    with held(folder):
        _settle(folder.resolve())
        yield


def recover(folder: Path) -> None:
    """Finish or undo what somebody was interrupted in writing in a folder, and say so.

    For those who only read: they needn't hold the folder. A living process that is writing is waited for.
    Raises Stopped when files are half replaced and nothing can be done about it here.
    """
    folder = folder.resolve()
    state = Journal(folder, ()).state
    if state is None and (is_held(folder) or not any(folder.glob(f"{PREFIX}*"))):
        return
    if os.access(folder, os.W_OK):
        with writing(folder):
            pass
    elif state not in (AVSIKT, None) and not _goes_away(folder):
        raise Stopped(
            f"En ändring i {shown_path(folder)} avbröts mitt i, och mappen går bara att läsa. "
            "Kör planmotor kontrollera där du får skriva, så blir ändringen färdig eller ogjord."
        )


def _goes_away(folder: Path) -> bool:
    """Tell whether somebody else finishes the change within a short time."""
    end = time.monotonic() + SHORT_WAIT
    while Journal(folder, ()).state and time.monotonic() < end:
        time.sleep(0.05)
    return Journal(folder, ()).state is None


def _settle(home: Path) -> None:
    journal = found(home)
    if journal:
        say(atgard.settle(journal))
    for file in home.glob(f"{AVSIKT}-*"):  # the journal of one that was interrupted before it had begun
        with suppress(OSError):
            file.unlink()


def _hold(expected: Expected) -> None:
    for path, content in expected.items():
        if digest(path) != (None if content is None else content_digest(content)):
            raise Changed(path)


def _journal(home: Path, files: Mapping[Path, bytes], made: list[Path]) -> Journal:
    entries = []
    for path, content in files.items():
        target, after = path.resolve(), content_digest(content)
        with naming(target):
            before = digest(target)
        if before != after:
            kept = hidden(target.parent, "forra") if before else None
            entries.append(Entry(target, hidden(target.parent, "ny"), after, kept, before))
    return Journal(home, entries, [*made, *_missing(entry.target for entry in entries)])


def _missing(files: Iterable[Path]) -> list[Path]:
    """Return the folders that the files need and that aren't there, the outermost first."""
    missing = {folder for file in files for folder in file.parents if not folder.exists()}
    return sorted(missing, key=lambda folder: len(folder.parts))


def _change(journal: Journal, contents: Mapping[Path, bytes]) -> None:
    if not journal.entries:
        return
    try:
        with naming(journal.home):
            journal.intend()
        _lay_beside(journal, contents)
        with naming(journal.home):
            journal.move(BESLUT)
        atgard.replace(journal)
    except BaseException:
        with suppress(OSError):  # else the journal stays, for the next command
            atgard.undo(journal)
        raise
    with suppress(OSError):
        atgard.tidy(journal)


def _lay_beside(journal: Journal, contents: Mapping[Path, bytes]) -> None:
    for folder in journal.folders:
        with naming(folder):
            folder.mkdir(exist_ok=True)
    for entry in journal.entries:
        with naming(entry.target):
            create(entry.fresh, contents[entry.target], entry.target)
            if entry.kept:
                keep(entry.target, entry.kept)
    for folder in atgard.folders(journal):
        with naming(folder):
            settle(folder)


def _remove(folders: Iterable[Path]) -> None:
    for folder in reversed(list(folders)):
        with suppress(OSError):
            folder.rmdir()
