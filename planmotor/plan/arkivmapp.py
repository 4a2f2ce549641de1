"""The archive beside the main data file: where decided versions lie, and the checksums that keep them frozen.

A version is ``arkiv/<handlingsplan>/<datum>.yaml``, in the same format as the main file. ``SHA256SUMS``
holds one line for each, as ``sha256sum`` writes it, so that ``sha256sum -c`` checks the archive alone.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from planmotor.grund.text import line_feeds
from planmotor.plan.model.plan import Arkiv, Version
from planmotor.plan.model.types import SLUG, Datum

__all__ = [
    "Arkiv",
    "Listed",
    "Version",
    "address",
    "checksum",
    "files",
    "folder_of",
    "listed",
    "sums",
    "watched",
]

FOLDER = "arkiv"
SUMS = "SHA256SUMS"
LINE = re.compile(r"([0-9a-f]{64})  (\S+)")
WHOLE_DAY = len("2025-02-21")


class Listed(NamedTuple):
    """A line of the list of checksums: its number from 1, and what it says of which file.

    ``checksum`` and ``name`` are empty when the line can't be read.
    """

    line: int
    checksum: str
    name: str


def folder_of(main: Path) -> Path:
    """Return the folder of the archive that belongs to a main data file; it need not exist."""
    return main.with_name(FOLDER)


def files(main: Path) -> tuple[Path, ...]:
    """Return every YAML file in the archive, in the order of their paths."""
    return tuple(sorted(path for path in folder_of(main).rglob("*.y*ml") if path.is_file()))


def watched(main: Path) -> Iterator[tuple[str, Path]]:
    """Yield every file that the archive's soundness rests on, and its name within the folder."""
    folder = folder_of(main)
    for path in (*files(main), folder / SUMS):
        yield path.relative_to(folder).as_posix(), path


def address(path: Path, main: Path) -> tuple[str, Datum] | None:
    """Return the action plan and the day that a file's place tells of; None when it lies in a wrong place."""
    parts = path.relative_to(folder_of(main)).parts
    if len(parts) != 2 or path.suffix != ".yaml" or not SLUG.fullmatch(parts[0]):  # noqa: PLR2004
        return None
    with suppress(ValueError):
        datum = Datum.parse(path.stem)
        return (parts[0], datum) if len(datum) == WHOLE_DAY else None
    return None


def checksum(content: bytes) -> str:
    """Return the SHA-256 of a file's content with line feeds, as Git keeps it and ``sha256sum`` writes it."""
    return hashlib.sha256(line_feeds(content)).hexdigest()


def sums(contents: dict[str, bytes]) -> str:
    """Return the list of checksums for these contents, named by their paths within the archive."""
    return "".join(f"{checksum(contents[name])}  {name}\n" for name in sorted(contents))


def listed(main: Path) -> Iterator[Listed]:
    """Yield each line of the list of checksums; nothing when there is no list."""
    try:
        text = (folder_of(main) / SUMS).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    for number, line in enumerate(text.splitlines(), 1):
        match = LINE.fullmatch(line)
        if match:
            yield Listed(number, match[1], match[2])
        elif line.strip():
            yield Listed(number, "", "")
