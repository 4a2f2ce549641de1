"""A copy of the site, in a folder or an archive: the checksum of every file in it, and nothing unpacked."""

from __future__ import annotations

import hashlib
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from planmotor.grund.problem import Stopped

MAX_FILES = 200_000
MAX_BYTES = 4_000_000_000  # of all files together, unpacked
_PIECE = 1 << 20
ADVICE = "Ge en mapp, eller ett arkiv som slutar på .zip, .tar eller .tar.gz."


def checksums(copy: Path) -> dict[str, str]:
    """Return the SHA-256 of each file by its path below the root of the site.

    Raises Stopped when the copy can't be read. One folder round it all, as archives often have, is the root.
    """
    if copy.is_dir():
        found = dict(_limited(_in_folder(copy)))
    elif not copy.is_file():
        raise Stopped(f"{copy} finns inte. {ADVICE}")
    else:
        found = _archived(copy)
    if not found:
        raise Stopped(f"{copy} innehåller inga filer. {ADVICE}")
    return _from_root(found)


def _archived(copy: Path) -> dict[str, str]:
    try:
        if zipfile.is_zipfile(copy):
            return dict(_limited(_in_zip(copy)))
        if tarfile.is_tarfile(copy):
            return dict(_limited(_in_tar(copy)))
    except (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, RuntimeError, NotImplementedError):
        raise Stopped(f"{copy} är skadad och går inte att läsa. Hämta kopian igen.") from None
    raise Stopped(f"{copy} är varken en mapp eller ett arkiv som går att läsa. {ADVICE}")


Found = Iterator[tuple[str, IO[bytes]]]


def _in_folder(folder: Path) -> Found:
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            raise Stopped(f"{path} är en länk. Gör en kopia där länkarna är ersatta med sina filer.")
        if path.is_file():
            with path.open("rb") as file:
                yield path.relative_to(folder).as_posix(), file


def _in_zip(copy: Path) -> Found:
    with zipfile.ZipFile(copy) as archive:
        for entry in archive.infolist():
            if not entry.is_dir():
                with archive.open(entry) as file:
                    yield entry.filename, file


def _in_tar(copy: Path) -> Found:
    with tarfile.open(copy) as archive:
        for entry in archive:
            file = archive.extractfile(entry) if entry.isreg() else None
            if file is not None:
                yield entry.name, file
            elif not entry.isdir():
                raise Stopped(f"{entry.name} i {copy} är ingen vanlig fil. Gör arkivet av vanliga filer.")


def _limited(found: Found) -> Iterator[tuple[str, str]]:
    """Yield path and checksum; stop at what no site of ours can be, whatever an archive says of its size."""
    size = 0
    for number, (name, file) in enumerate(found, 1):
        digest = hashlib.sha256()
        while piece := file.read(_PIECE):
            size += len(piece)
            digest.update(piece)
            if size > MAX_BYTES:
                raise Stopped("Kopian är orimligt stor. Kontrollera att det är rätt arkiv.")
        if number > MAX_FILES:
            raise Stopped("Kopian har orimligt många filer. Kontrollera att det är rätt arkiv.")
        yield PurePosixPath(name).as_posix(), digest.hexdigest()


def _from_root(found: dict[str, str]) -> dict[str, str]:
    """Return the paths from the folder with the start page, when everything lies within that one folder."""
    tops = {name.partition("/")[0] for name in found}
    if "index.html" in found or len(tops) != 1 or f"{(top := next(iter(tops)))}/index.html" not in found:
        return found
    return {name.removeprefix(f"{top}/"): digest for name, digest in found.items()}
