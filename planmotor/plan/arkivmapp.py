"""The archive beside the main data file: where decided versions lie, and the checksums that keep them frozen.

A version is ``arkiv/<handlingsplan>/<datum>.yaml``, in the same format as the main file. The pages that were
decided with it lie in a folder of the same name, by their paths below ``docs``. ``SHA256SUMS`` holds one line
for each file, as ``sha256sum`` writes it, so that ``sha256sum -c`` checks the archive alone.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from planmotor.grund.text import content_of, decode, line_feeds
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
    "frozen_files",
    "frozen_of",
    "frozen_sums",
    "listed",
    "prose_of",
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


def frozen_files(main: Path) -> dict[str, Path]:
    """Return every file that a checksum guards, the versions and their pages, by its name in the folder."""
    folder = folder_of(main)
    pages = (path for path in folder.rglob("*.md") if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in (*files(main), *sorted(pages))}


def frozen_of(version: Version) -> dict[str, bytes]:
    """Return the content of a version's files, its own first, by their names in the folder."""
    folder = version.path.parent.parent
    pages = (version.path.with_suffix("") / page for page in prose_of(version.path))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in (version.path, *pages)}


def frozen_sums(version: Version) -> dict[str, str]:
    """Return the checksums of a version's files, by their names in the folder."""
    return {name: checksum(content) for name, content in frozen_of(version).items()}


def prose_of(version: Path) -> dict[str, str]:
    """Return the pages that were decided with a version, by their paths below ``docs``; often none."""
    folder = version.with_suffix("")
    pages = sorted(folder.rglob("*.md")) if folder.is_dir() else []
    return {path.relative_to(folder).as_posix(): decode(content_of(path), path.as_posix()) for path in pages}


def watched(main: Path) -> Iterator[tuple[str, Path]]:
    """Yield every file that the archive's soundness rests on, and its name within the folder."""
    folder = folder_of(main)
    for path in (*frozen_files(main).values(), folder / SUMS):
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
