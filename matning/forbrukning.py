"""What a program uses from start to end: processor time, memory and time, with all processes that it starts.

Growth is judged by processor time rather than the clock's: what else the machine does matters less.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from matning.process import NO_BYTE_CODE

ADOPT = 36  # PR_SET_CHILD_SUBREAPER of Linux: processes whose parent has ended become ours to wait for


EVERY = 0.1  # seconds


class Använt(NamedTuple):
    """Seconds of processor time, the most memory in MB that the processes had together, and the clock's."""

    seconds: float
    memory: float
    clock: float = 0


def använt(folder: Path, *arguments: str) -> Använt:
    """Run Python in ``folder`` to its end, and return what it used; end the measuring when it fails."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(ADOPT, 1, 0, 0, 0)
    around = {name: value for name, value in os.environ.items() if name != NO_BYTE_CODE}
    begun = perf_counter()
    with tempfile.TemporaryFile() as said:
        command = [sys.executable, *arguments]
        started = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said, env=around)
        together = _Together(started.pid)
        together.start()
        found = [_ended(started.pid)]
        clock = perf_counter() - begun
        together.ended.set()
        together.join()
        started.returncode = found[0][0]
        if found[0][0]:
            said.seek(0)
            raise SystemExit(f"Mätningen avbröts:\n{said.read().decode(errors='replace')}")
    found += _left()
    # What the system says afterwards counts the one who started the program too, so it is the last resort.
    memory = together.most or max(used.memory for _, used in found)
    return Använt(sum(used.seconds for _, used in found), memory, clock)


def _ended(pid: int) -> tuple[int, Använt]:
    _, status, used = os.wait4(pid, 0)
    return status, Använt(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _left() -> list[tuple[int, Använt]]:
    """Wait for the processes that the program left behind when it ended, such as one that starts others."""
    found = []
    while True:
        try:
            found.append(_ended(-1))
        except ChildProcessError:
            return found


class _Together(threading.Thread):
    """Sees, now and then, how much memory a process and those below it hold together, in MB.

    What several share is counted once. Only Linux tells; elsewhere it is the largest process that counts.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.most, self.ended = pid, 0.0, threading.Event()

    def run(self) -> None:
        while not self.ended.wait(EVERY):
            every = list(_tree(self.pid))
            whole = sum(_kilobytes(pid, "smaps_rollup", "Pss:") for pid in every)
            peaks = (_kilobytes(pid, "status", "VmHWM:") for pid in every)
            self.most = max(self.most, whole / 1024, max(peaks) / 1024)


def _tree(pid: int) -> Iterator[int]:
    yield pid
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from _tree(int(child))


def _kilobytes(pid: int, file: str, name: str) -> int:
    """Return a figure that the system tells of a process; 0 when it has ended."""
    try:
        lines = Path(f"/proc/{pid}/{file}").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith(name))
