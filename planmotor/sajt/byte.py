"""The site that was built takes the place of the one that is published, which is never gone meanwhile.

Linux lets two folders change places in one step. Where the system or the disk can't, the old one is moved
aside first; a build that ends just then has left it in its folder, and the next one puts it back. What builds
have left behind is taken away when nobody works there any longer.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from planmotor.grund.problem import shown_path
from planmotor.grund.report import say
from planmotor.grund.skrivning import held, is_held

PREFIX = ".bygge-"
ASIDE = "gammal"
AT_FDCWD, RENAME_EXCHANGE = -100, 2  # as the kernel numbers them
UNABLE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


@contextmanager
def workplace(site: Path) -> Iterator[Path]:
    """Make a folder beside the site to build in, and take it away afterwards; dead builds' go first."""
    site.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as living:
        with held(site.parent):
            for left in site.parent.glob(f"{PREFIX}*"):
                if not is_held(left):
                    _take_away(left)
            folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=site.parent))
            living.callback(_take_away, folder)
            living.enter_context(held(folder))
        try:
            yield folder
        except OSError as error:
            if error.filename is None:  # as of a full disk
                raise OSError(error.errno, error.strerror, shown_path(site)) from error
            raise


def _take_away(left: Path) -> None:
    """Take away what a build has left, but not before a site that it had moved aside is back."""
    for old in (left / ASIDE).glob("*"):
        site = left.parent / old.name
        if not site.exists():
            old.rename(site)
            say(f"Bygget avbröts när {shown_path(site)} var undanflyttad. Nu är den tillbaka.")
    shutil.rmtree(left, ignore_errors=True)


def swap(fresh: Path, site: Path) -> None:
    """Put the fresh site where the old one is. The old one then lies in the folder that it was built in."""
    fresh.chmod(0o755)
    if hasattr(os, "sync"):
        os.sync()  # a site of empty files after a power cut would be worse than an old one
    with held(site.parent):
        if not site.exists():
            fresh.rename(site)
        elif not _exchanged(fresh, site):
            _in_two_steps(fresh, site)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places; tell whether that could be done in one step."""
    if sys.platform != "linux":
        return False
    sys.audit("os.rename", str(one), str(other), -1, -1)
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):  # an old C library
        return False
    if rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0:
        return True
    failed = ctypes.get_errno()
    if failed in UNABLE:
        return False
    raise OSError(failed, os.strerror(failed), str(other))


def _in_two_steps(fresh: Path, site: Path) -> None:
    """Move the old site aside first; whatever stops this, ``_take_away`` puts it back."""
    old = fresh.parent / ASIDE / site.name
    old.parent.mkdir()
    site.rename(old)
    fresh.rename(site)
