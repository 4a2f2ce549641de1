"""The command ``planmotor``: arguments, printing and exit codes. What it does lives in the other rooms."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from planmotor import schema
from planmotor.arguments import CANT_RUN, DATA, parser
from planmotor.export import export
from planmotor.load import examine, load
from planmotor.problem import Invalid, Problem
from planmotor.report import FORMATS, as_text
from planmotor.rules.inte_slug import slug
from planmotor.site import BuildFailed, build
from planmotor.today import today

CLEAN, PROBLEMS = 0, 1
REASONS = {
    errno.ENOENT: "den finns inte",
    errno.EEXIST: "det finns redan en fil med det namnet",
    errno.ENOTDIR: "det är ingen mapp",
    errno.EISDIR: "det är en mapp",
    errno.EACCES: "du saknar rättighet",
    errno.EPERM: "du saknar rättighet",
    errno.ENOSPC: "disken är full",
    errno.EROFS: "disken går bara att läsa",
}


def _check(options: Any) -> int:
    found, worth_a_look = examine(_file(options.data), today())
    if found or options.format == "json":
        print(FORMATS[options.format](found))
    if found:
        _say(f"{len(found)} fel.")
        return PROBLEMS
    if worth_a_look:
        _say(f"Inga fel. Att se över:\n{as_text(worth_a_look)}")
    else:
        _say("Inga fel.")
    return CLEAN


def _schema(options: Any) -> int:
    if options.till:
        for path in schema.write(options.till):
            _say(str(path))
    else:
        print(schema.schema(), end="")
    return CLEAN


def _export(options: Any) -> int:
    for path in export(load(_file(options.data)), options.till, options.adress):
        _say(str(path))
    return CLEAN


def _build(options: Any) -> int:
    build(_file(options.data), options.till, options.config, options.generator, _say)
    return CLEAN


def _show(options: Any) -> int:
    from planmotor.preview import show  # noqa: PLC0415 (a web server that no other command needs)

    _say(f"Visar webbplatsen på http://127.0.0.1:{options.port} – avsluta med Ctrl+C")
    show(Path("site"), "127.0.0.1", options.port)
    return CLEAN


def _plain_language(options: Any) -> int:
    from planmotor.klarsprak import examine, read_pages  # noqa: PLC0415 (a dictionary that others don't need)
    from planmotor.klarsprak.settings import read_settings  # noqa: PLC0415
    from planmotor.klarsprak.show import SHOWN  # noqa: PLC0415

    found = examine(read_pages(options.docs, options.sidor), read_settings(_folder(options.data)))
    print(SHOWN[options.format](found))
    return _count(found.problems)


def _spelling(options: Any) -> int:
    from planmotor.klarsprak import read_pages, spelling  # noqa: PLC0415

    found = spelling.check(read_pages(options.docs, options.sidor), _folder(options.data))
    if found or options.format == "json":
        print(FORMATS[options.format](found))
    return _count(found)


def _folder(path: Path) -> Path:
    """Return the folder with data: the path itself, or the one that holds the file with activities."""
    return path.parent if path.is_file() else path


def _count(found: Sequence[Problem]) -> int:
    _say(f"{len(found)} fel." if found else "Inga fel.")
    return PROBLEMS if found else CLEAN


def _file(path: Path) -> Path:
    """Return the file with activities: the path itself, or the one in the folder that it names.

    Raises FileNotFoundError when there is none.
    """
    file = path / DATA.name if path.is_dir() else path
    if not file.exists():
        raise FileNotFoundError(errno.ENOENT, "den finns inte", str(file))
    return file


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


COMMANDS: dict[str, Callable[[Any], int]] = {
    "kontrollera": _check,
    "schema": _schema,
    "exportera": _export,
    "bygg": _build,
    "visa": _show,
    "klarspråk": _plain_language,
    "stavning": _spelling,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 clean, 1 problems found, 2 can't run."""
    try:
        options = parser().parse_args(_in_swedish(sys.argv[1:] if arguments is None else arguments))
        return COMMANDS[options.kommando](options)
    except SystemExit as stop:  # argparse has printed its help or what is wrong with the arguments
        return int(stop.code or CLEAN)
    except (Invalid, BuildFailed, OSError, KeyboardInterrupt) as error:
        return _told(error)


def _told(error: BaseException) -> int:
    """Tell what stopped a command, in Swedish, and return its exit status."""
    if isinstance(error, Invalid):
        _say(as_text(error.problems))
        return PROBLEMS
    if isinstance(error, BuildFailed):
        _say(str(error))
        return PROBLEMS
    if isinstance(error, BrokenPipeError):  # whoever read what we print has heard enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    if isinstance(error, OSError):
        why = REASONS.get(error.errno or 0, error.strerror)
        _say(f"Det går inte att läsa eller skriva {error.filename}: {why}.")
        return CANT_RUN
    return CLEAN  # interrupted from the keyboard


def _in_swedish(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with a command that is written in ASCII (klarsprak) under its name (klarspråk)."""
    names = {slug(name): name for name in COMMANDS}
    return [names.get(word, word) for word in arguments[:1]] + list(arguments[1:])


def run() -> NoReturn:
    """Run the command that the user wrote, and leave with its exit status.

    A terminal that has no å gets a question mark in its place, rather than no message at all.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    sys.exit(main())
