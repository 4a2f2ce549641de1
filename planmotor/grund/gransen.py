"""The boundary around a stage of work: what nobody foresaw becomes a file, a reference and advice.

Whoever reads a file, a page, an archive or another program's answer has foreseen much, and says it in words
with a line. The rest is a fault in this program. It is told where the others are told, in Swedish, with the
file that was being worked on; the traceback goes to a file, for whoever is to mend the program.
"""

from __future__ import annotations

import errno
import hashlib
import platform
import re
import sys
import tempfile
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from planmotor.grund.problem import Invalid, Problem, Stopped, shown_path
from planmotor.grund.skrivning import put

ID = "fel-i-programmet"
FOLDER = Path(".cache/planmotor/fel")
# What an operating system says of a file or a disk. Anything else that calls itself an OSError comes from
# what a file holds, such as a broken archive that leads to before its own beginning.
OF_THE_DISK = {
    *(errno.ENOENT, errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.EACCES, errno.EPERM, errno.ENOSPC),
    *(errno.EROFS, errno.EMFILE, errno.ENFILE, errno.EDQUOT, errno.EIO, errno.EPIPE, errno.ENAMETOOLONG),
}
TOO_MUCH = {
    RecursionError: "Innehållet ligger för djupt inuti något annat för att kunna läsas.",
    MemoryError: "Minnet räcker inte för innehållet.",
}
OURS = "Det här är ett fel i programmet, inte i dina filer."
# What a message may repeat of somebody's file: addresses and long numbers are never written down.
PERSONAL = re.compile(r"\S+@\S+|\d[\d -]{4,}\d")
MOST_WORDS = 300  # characters


@contextmanager
def gräns(path: Path | str, *known: type[Exception]) -> Iterator[None]:
    """Turn what nobody foresaw into a problem in the file being worked on; pass on what is told in words.

    ``known`` are exceptions of the caller's own that it catches itself.
    """
    try:
        yield
    except Exception as error:
        if isinstance(error, (Invalid, Stopped, *known)):
            raise
        shown = shown_path(path) if isinstance(path, Path) else path
        if isinstance(error, OSError) and is_of_the_disk(error):
            error.filename = error.filename or shown
            raise
        raise Invalid([_problem(shown, error)]) from error


def is_of_the_disk(error: OSError) -> bool:
    """Tell whether an error is about a file or a disk, rather than about what a file holds."""
    return bool(error.filename) or error.errno in OF_THE_DISK


def fångade(path: Path | str, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield problems as they are found, and one more when finding them fails: the others are told too."""
    try:
        with gräns(path):
            yield from problems
    except Invalid as invalid:
        yield from invalid.problems


def oförutsett(error: BaseException, doing: str = "") -> str:
    """Return what a user is told of a fault that nobody foresaw; its details are in a file by then."""
    mark, file = kept(error, doing)
    text, fix = _words(error, mark, file)
    return f"{text}\n  {fix}"


def kept(error: BaseException, doing: str = "") -> tuple[str, Path | None]:
    """Write the details of a fault where this program's own files lie; return its reference and the file.

    The same fault has the same reference, wherever it is met. None when no file could be written.
    """
    frames = traceback.extract_tb(error.__traceback__)
    where = "\n".join(f"{Path(frame.filename).name} {frame.name}" for frame in frames[-3:])
    mark = hashlib.sha256(f"{type(error).__name__}\n{where}".encode()).hexdigest()[:8]
    content = _details(error, mark, doing).encode(errors="replace")
    for folder in (FOLDER, Path(tempfile.gettempdir()) / "planmotor-fel"):
        file = folder / f"{mark}.txt"
        try:
            put(file, content)
        except OSError:
            continue
        return mark, file
    return mark, None


def _problem(path: str, error: Exception) -> Problem:
    text, fix = _words(error, *kept(error, path))
    return Problem(path, 1, 1, ID, text, fix)


def _words(error: BaseException, mark: str, file: Path | None) -> tuple[str, str]:
    where = f"Detaljerna står i {file}." if file else "Detaljerna gick inte att skriva i någon fil."
    report = f"Referens: {mark}. {where}"
    for kind, text in TOO_MUCH.items():
        if isinstance(error, kind):
            return text, f"Förenkla eller dela upp innehållet. {report}"
    return OURS, f"{report} Berätta för den som sköter programmet. Ta bort din senaste ändring så länge."


def _details(error: BaseException, mark: str, doing: str) -> str:
    """Return what whoever mends the program needs: never what a file holds, but for a few words."""
    said = PERSONAL.sub("…", str(error))[:MOST_WORDS]
    lines = [
        f"Referens: {mark}",
        f"Kommando: {' '.join(sys.argv[1:])}",
        f"Arbetade med: {doing or 'okänt'}",
        f"Python {platform.python_version()} på {platform.system()} {platform.machine()}",
        f"{type(error).__module__}.{type(error).__qualname__}: {said}",
        "",
        *(line.rstrip("\n") for line in traceback.format_tb(error.__traceback__, limit=-40)),
    ]
    return "\n".join(lines) + "\n"
