"""One file: laid beside its place with the rights of what it replaces, and on the disk before it is used."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from planmotor.grund.problem import Stopped, shown_path

PREFIX = ".planmotor-"
HOUR = 3600.0
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
# What a file system says that can't do a thing, rather than won't.
UNABLE = {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF, errno.EISDIR}


class Changed(Stopped):
    """Raised when a file isn't what it was when it was read: somebody else has written it."""

    def __init__(self, path: Path) -> None:
        """Say which file, and what to do."""
        super().__init__(
            f"{shown_path(path)} ändrades under tiden. Ingenting är skrivet. Kör kommandot igen."
        )


def hidden(folder: Path, kind: str) -> Path:
    """Return a new name in a folder that nobody else uses; it is short, however long the names there are."""
    return folder / f"{PREFIX}{kind}-{secrets.token_hex(8)}"


def digest(path: Path) -> str | None:
    """Return a hash of a file's bytes, or None when there is no file."""
    try:
        return content_digest(path.read_bytes())
    except FileNotFoundError:
        return None


def content_digest(content: bytes) -> str:
    """Return the hash of some bytes."""
    return hashlib.sha256(content).hexdigest()


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Let what the system refuses be told of the file that people know, not of a hidden one or of none."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), shown_path(path)) from error


def create(path: Path, content: bytes, like: Path | None = None) -> None:
    """Write a file that isn't there yet, with the rights of ``like``, and wait until the disk has it."""
    handle = os.open(path, NEW, 0o666)
    try:
        write(handle, content)
        if like is not None and like.exists():
            _take_rights(path, like)
        os.fsync(handle)
    finally:
        os.close(handle)


def write(handle: int, content: bytes) -> None:
    """Write all of the bytes, however few the system takes at a time."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _take_rights(path: Path, like: Path) -> None:
    """Give a file the group, the rights and the access list of another, but its own time."""
    with suppress(OSError, AttributeError):  # a group that one isn't a member of; a system without groups
        os.chown(path, -1, like.stat().st_gid)
    shutil.copystat(like, path)
    os.utime(path)


def keep(path: Path, beside: Path) -> None:
    """Keep what a file holds under another name: the same file if that can be, else a copy."""
    try:
        os.link(path, beside)
    except OSError:
        create(beside, path.read_bytes(), path)


def settle(folder: Path) -> None:
    """Wait until the disk has the names in a folder, where the system can tell."""
    if os.name == "nt":  # a folder can't be opened there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in UNABLE:
            raise
    finally:
        os.close(handle)


def put(path: Path, content: bytes) -> None:
    """Write one file that can be made again, whole or not at all; it may be read while it is written.

    What was left in its folder by those who were interrupted goes away when it is an hour old.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    for left in path.parent.glob(f"{PREFIX}ny-*"):
        if left.stat().st_mtime < time.time() - HOUR:
            left.unlink(missing_ok=True)
    fresh = hidden(path.parent, "ny")
    try:
        create(fresh, content)
        os.replace(fresh, path)  # noqa: PTH105 (one way for all of the room)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
