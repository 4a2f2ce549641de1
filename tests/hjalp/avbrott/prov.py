"""Runs commands in forks, stops them, and compares what is there with what was and with what is made."""

import io
import json
import os
import re
import shutil
import signal
import sys
import tempfile
import traceback
from pathlib import Path

from planmotor.grund.terminal import CANT_RUN
from tests.hjalp.avbrott.skada import KINDS, Skada

DAY = "1790000000"  # some day in 2026


def everything(folder):
    """Return what people see in a folder: each file's rights and bytes, and each link."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name.split("/")[0] != ".cache" and (path.is_file() or path.is_symlink()):
            found[name] = (path.stat().st_mode & 0o777, path.read_bytes())
    return found


def fork(folder, work, skada=None):
    """Run ``work`` in a fork, in ``folder``; return how it ended, what it said and how far it came."""
    with tempfile.TemporaryDirectory() as beside:
        said, counted = Path(beside) / "sagt", Path(beside) / "räknat"
        process = os.fork()
        if not process:
            _in_the_fork(folder, work, skada, said, counted, beside)
        _, status = os.waitpid(process, 0)
        seen = json.loads(counted.read_text()) if counted.exists() else (0, "")
        return os.waitstatus_to_exitcode(status), said.read_text(encoding="utf-8"), seen


def _in_the_fork(folder, work, skada, said, counted, beside):
    code = 99
    try:
        out = os.open(said, os.O_WRONLY | os.O_CREAT, 0o600)
        os.dup2(out, 1), os.dup2(out, 2)
        sys.stdout, sys.stderr = (io.TextIOWrapper(io.FileIO(fd, "w"), "utf-8") for fd in (1, 2))
        sys.stdin = io.StringIO("")
        os.environ.update(SOURCE_DATE_EPOCH=DAY, TMPDIR=beside)
        tempfile.tempdir = beside
        os.chdir(folder)
        if skada:
            skada.begin()
        code = work()
    except BaseException:
        traceback.print_exc()
    finally:
        if skada:
            skada.kind = "räkna"
            counted.write_text(json.dumps([skada.seen, skada.last]))
        sys.stdout.flush(), sys.stderr.flush()
        os._exit(code)


class Prov:
    """One command, with its project as it is before and as it is afterwards."""

    def __init__(self, fall, home):
        self.fall, self.home = fall, Path(home)
        self.before, self.here = self.home / "före", self.home / "här"
        self.before.mkdir()
        code, said, _ = fork(self.before, lambda: fall.före(self.before) or 0)
        assert code == 0, said
        self.old = everything(self.before)
        self.fresh()
        skada = Skada(str(self.here))
        code, said, (self.calls, _) = fork(self.here, fall.kör, skada)
        assert code == 0, said
        self.new = everything(self.here)
        assert self.new != self.old
        assert not hidden(self.here), hidden(self.here)

    def fresh(self):
        """Put the project back as it is before."""
        shutil.rmtree(self.here, ignore_errors=True)
        shutil.copytree(self.before, self.here, symlinks=True)

    def stop(self, kind, number):
        """Stop the command at a call, let somebody come next, and return what is wrong (nothing: "")."""
        self.fresh()
        code, said, (_, call) = fork(self.here, self.fall.kör, Skada(str(self.here), number, kind))
        wrong = self._wrong_at_once(kind, code, said)
        if not wrong:
            next_code, next_said, _ = fork(self.here, self.fall.efteråt)
            wrong = self._wrong_afterwards(kind, code, next_code, next_said)
        return wrong and f"{self.fall.namn}, {kind} vid {number} av {self.calls} ({call}): {wrong}\n{said}"

    def _wrong_at_once(self, kind, code, said):
        if kind == "död" and code != -signal.SIGKILL:
            return f"slutkoden är {code}"
        if kind != "död":
            if "Traceback" in said or code not in (0, CANT_RUN):
                return f"slutkoden är {code}"
            if code and not re.search(r"skriva \S+: (disken|du saknar)", said):
                return "meddelandet säger inte vad som är fel, och var"
        if self.fall.alltid_hel and seen(everything(self.here)) not in (seen(self.old), seen(self.new)):
            return "det som syns är inte helt"
        return ""

    def _wrong_afterwards(self, kind, code, next_code, next_said):
        if next_code or "Traceback" in next_said:
            return f"den som kommer sedan får {next_code}: {next_said}"
        now = everything(self.here)
        if hidden(self.here):
            return f"kvar ligger {hidden(self.here)}"
        if now not in (self.old, self.new):
            return f"filerna är varken de gamla eller de nya: {different(now, self.old)}"
        if kind != "död" and "för gott" not in kind and now != (self.old if code else self.new):
            return f"slutkoden är {code}, men filerna är de {'nya' if code else 'gamla'}"
        return ""


def seen(files):
    """Return the files that people see."""
    return {name: file for name, file in files.items() if not name.startswith(".")}


def hidden(folder):
    """Return what hidden is left, in which nobody but the program has any business."""
    names = (path.relative_to(folder).as_posix() for path in folder.rglob(".*"))
    return [name for name in names if name.split("/")[0] != ".cache"]


def different(one, other):
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


def stopped_everywhere(fall, every=1, kinds=KINDS):
    """Stop a command at every call, or every so many; return how many times and all that went wrong."""
    with tempfile.TemporaryDirectory() as home:
        prov = Prov(fall, home)
        points = [(kind, n) for kind in kinds for n in range(1, prov.calls + 1)][::every]
        return len(points), [wrong for kind, n in points if (wrong := prov.stop(kind, n))]
