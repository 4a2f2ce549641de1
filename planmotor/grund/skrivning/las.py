"""The lock of a folder: one at a time reads there and writes what it made of it.

The system itself lets go of the lock when a process ends, however it ends, so nothing is ever left locked.
The file says who has it, for those who wait. A file system without locks is written in all the same: then it
is the comparing before each replacement that sees what somebody else has done.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from socket import gethostname

from planmotor.grund.nearest import one_line
from planmotor.grund.problem import Stopped, shown_path
from planmotor.grund.report import say
from planmotor.grund.skrivning.fil import PREFIX, UNABLE

try:
    import fcntl
except ImportError:  # a system that has no such locks
    fcntl = None  # type: ignore[assignment]

NAME = f"{PREFIX}las"
PATIENCE = 120.0  # seconds; a thousand replies are read in half of that
QUIET = 1.0
PAUSE = 0.05
BUSY = {errno.EAGAIN, errno.EACCES}
NO_LOCKS = UNABLE | {errno.ENOLCK, errno.EOPNOTSUPP}
READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}
_mine: set[Path] = set()


@contextmanager
def held(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold a folder. Waits for whoever has it, says whom, and raises Stopped when that takes too long.

    A process may hold a folder that it holds already. One that nobody may write in isn't locked.
    """
    folder = folder.resolve()
    if folder in _mine:
        yield
        return
    handle = _waited(folder, patience)
    _mine.add(folder)
    try:
        yield
    finally:
        _mine.discard(folder)
        if handle is not None:
            with suppress(OSError):
                (folder / NAME).unlink()
            os.close(handle)


def is_held(folder: Path) -> bool:
    """Tell whether a living process holds a folder; what a dead one left of its lock is taken away."""
    if folder.resolve() in _mine:
        return True
    if not (folder / NAME).exists():
        return False
    try:
        with held(folder, 0):
            return False
    except Stopped:
        return True


def _waited(folder: Path, patience: float) -> int | None:
    began, told = time.monotonic(), False
    while True:
        try:
            return _taken(folder / NAME)
        except BlockingIOError:
            waited = time.monotonic() - began
        if waited >= patience:
            raise Stopped(f"{_holder(folder)} Vänta tills det är klart, och kör kommandot igen.")
        if waited >= QUIET and not told:
            say(f"{_holder(folder)} Väntar …")
            told = True
        time.sleep(PAUSE)


def _taken(file: Path) -> int | None:
    """Return the open file that is locked; None where there can be none. BlockingIOError: it is taken."""
    if fcntl is None:
        return None
    while True:
        handle = _opened(file)
        if handle is None:
            return None
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(handle), file.stat()):  # else its holder has taken it away
                    _sign(handle)
                    return handle
        except OSError as error:
            os.close(handle)
            if error.errno in BUSY:
                raise BlockingIOError from error
            if error.errno in NO_LOCKS:
                with suppress(OSError):
                    file.unlink()
                return None
            raise
        os.close(handle)


def _opened(file: Path) -> int | None:
    for flags in (os.O_RDWR | os.O_CREAT, os.O_RDONLY):
        try:
            return os.open(file, flags, 0o666)
        except OSError as error:
            if error.errno not in READ_ONLY | {errno.ENOENT}:
                raise OSError(error.errno, error.strerror, shown_path(file.parent)) from error
    return None


def _sign(handle: int) -> None:
    words = {
        "kommando": " ".join(["planmotor", *sys.argv[1:2]]),
        "process": os.getpid(),
        "dator": gethostname(),
        "sedan": datetime.now().strftime("%H:%M"),
    }
    with suppress(OSError):  # a full disk, or somebody else's file: it is locked all the same
        os.truncate(handle, 0)
        os.write(handle, json.dumps(words, ensure_ascii=False).encode())


def _holder(folder: Path) -> str:
    """Return who holds a folder, as far as its file tells."""
    try:
        told = json.loads((folder / NAME).read_bytes())
        who = {key: _shown(told[key]) for key in ("kommando", "process", "dator", "sedan")}
    except (OSError, ValueError, LookupError, TypeError):
        return f"Någon annan skriver i {shown_path(folder)}."
    return (
        f'"{who["kommando"]}" skriver i {shown_path(folder)} sedan {who["sedan"]} '
        f"(process {who['process']} på {who['dator']})."
    )


def _shown(word: object) -> str:
    return one_line("".join(char for char in str(word) if char.isprintable()))
