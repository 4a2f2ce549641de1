"""``planmotor``, also ``python -m planmotor``: runs a command, and tells in Swedish what stopped it."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from planmotor.commands import all_commands
from planmotor.commands._parser import parsed
from planmotor.grund.gransen import is_of_the_disk, oförutsett
from planmotor.grund.problem import Invalid, Stopped
from planmotor.grund.report import as_text
from planmotor.grund.terminal import CANT_RUN, CLEAN, PROBLEMS, say

INTERRUPTED = 130  # as a shell says of a program that Ctrl+C has ended

REASONS = {
    errno.ENOENT: "den finns inte",
    errno.EEXIST: "det finns redan en fil med det namnet",
    errno.ENOTDIR: "det är ingen mapp",
    errno.EISDIR: "det är en mapp",
    errno.EACCES: "du saknar rättighet",
    errno.EPERM: "du saknar rättighet",
    errno.ENOSPC: "disken är full",
    errno.EROFS: "disken går bara att läsa",
    errno.EDQUOT: "utrymmet är slut",
    errno.EIO: "disken svarar inte som den ska",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.EBUSY: "den används av något annat",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 clean, 1 problems found, 2 can't run, 130 interrupted."""
    try:
        options = parsed(sys.argv[1:] if arguments is None else arguments)
        return all_commands()[options.kommando].run(options)
    except SystemExit as stop:  # argparse has printed its help or what is wrong with the arguments
        return int(stop.code or CLEAN)
    except (Exception, KeyboardInterrupt) as error:
        return _told(error)


def _told(error: BaseException) -> int:
    """Tell what stopped a command, in Swedish, and return its exit status."""
    if isinstance(error, Invalid):
        say(as_text(error.problems))
        return PROBLEMS
    if isinstance(error, Stopped):
        say(str(error))
        return error.status
    if isinstance(error, BrokenPipeError):  # whoever read what we print has heard enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    if isinstance(error, OSError) and is_of_the_disk(error):
        why = REASONS.get(error.errno or 0, f"operativsystemet säger {error.strerror}")
        file = error.filename2 or error.filename
        say(f"Det går inte att läsa eller skriva{f' {file}' if file else ''}: {why}.")
        return CANT_RUN
    if isinstance(error, KeyboardInterrupt):
        say("Avbrutet.")
        return INTERRUPTED  # so that what was to follow, such as publishing, doesn't
    say(oförutsett(error))
    return CANT_RUN


def run() -> NoReturn:
    """Run the command that the user wrote, and leave with its exit status.

    A terminal that has no å gets a question mark in its place, rather than no message at all.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(main())


if __name__ == "__main__":
    run()
