"""Stops this process at the n-th call that changes a file below a folder, or lets the call fail.

Python tells of most such calls before it makes them (``sys.addaudithook``). Those that write or wait for
the disk it doesn't tell of, so others take their place. A process that has begun to be watched can't stop
being so: it is a fork that does its work and ends.
"""

import errno
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

# What is told of a call, and where in that the paths are.
CALLS = {
    "os.mkdir": (0,),
    "os.rmdir": (0,),
    "os.remove": (0,),
    "os.rename": (0, 1),
    "os.link": (0, 1),
    "os.symlink": (1,),
    "os.chmod": (0,),
    "os.chown": (0,),
    "os.utime": (0,),
    "os.truncate": (0,),
    "os.setxattr": (0,),
}
NEED_ROOM = {"open", "os.write", "os.mkdir", "os.link", "os.fsync", "os.rename"}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


@dataclass
class Skada:
    """What to do at which call: ``number`` counts from 1; ``kind`` is how it is stopped."""

    folder: str
    number: int = 0
    kind: str = "räkna"
    seen: int = 0
    last: str = ""

    def begin(self):
        """Watch this process from now on."""
        sys.addaudithook(self._told)
        real_write, real_fsync = os.write, os.fsync

        def write(handle, content):
            if self._is_ours(handle):
                half = bytes(content)[: len(content) // 2]
                self._reached("os.write", half=lambda: real_write(handle, half))
            return real_write(handle, content)

        def fsync(handle):
            if self._is_ours(handle):
                self._reached("os.fsync")
            return real_fsync(handle)

        os.write, os.fsync = write, fsync

    def _told(self, event, words):
        if event == "open":
            path, _mode, flags = words
            if flags & WRITES and self._lies_below(path):
                self._reached("open", path)
        elif event in CALLS:
            paths = [words[at] for at in CALLS[event]]
            if any(self._lies_below(path) for path in paths):
                self._reached(event, paths[-1])

    def _is_ours(self, handle):
        # A pipe to another program has a name without a slash at its start.
        return str(Path(f"/proc/self/fd/{handle}").readlink()).startswith(f"{self.folder}/")

    def _lies_below(self, path):
        if isinstance(path, int):
            return self._is_ours(path)
        name = os.fsdecode(path)
        return not name.startswith("/") or name.startswith(f"{self.folder}/")

    def _reached(self, call, path=None, half=lambda: None):
        self.seen += 1
        is_late = self.seen > self.number and self.kind.endswith("för gott")
        if self.kind == "räkna" or not (self.seen == self.number or is_late):
            return
        self.last = self.last or f"{call} {path or ''}"
        if self.kind == "död":
            half()
            os.kill(os.getpid(), signal.SIGKILL)
        if self.kind.startswith("full"):
            if call not in NEED_ROOM:
                return  # a full disk lets one take away files, and change their rights
            half()
            raise _error(errno.ENOSPC, path)
        raise _error(errno.EROFS if self.kind.endswith("för gott") else errno.EACCES, path)


def _error(number, path):
    """Return what the system raises: it names the file only of a call that has its name."""
    words = (number, os.strerror(number))
    return OSError(*words) if path is None or isinstance(path, int) else OSError(*words, os.fsdecode(path))


KINDS = ("död", "full", "nekad", "full för gott", "nekad för gott")
