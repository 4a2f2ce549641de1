"""Setting a document: Typst with our own fonts alone, then the marks that Typst can't make."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from planmotor.grund.problem import Stopped
from planmotor.grund.skrivning import put
from planmotor.tryck.dokument import Källa
from planmotor.tryck.radrubriker import finish

FONTS = Path(__file__).parent / "typsnitt"
STANDARDS = ["ua-1", "a-2a"]
FORM_STANDARDS = ["ua-1"]  # a file that is filled in is no archive copy
FOLDER = Path(".cache/tryck")


def sätt(källa: Källa, rot: Path | None = None) -> bytes:
    """Return the document as PDF/UA-1 and PDF/A-2a; ``rot`` is the folder of its images.

    Raises Stopped when it can't be set, which is a fault of the program or of a picture.
    """
    import typst  # noqa: PLC0415 (40 ms that only print needs)

    options: dict[str, Any] = {"timestamp": källa.dag} | ({"root": str(rot)} if rot else {})
    options |= {
        "pdf_standards": FORM_STANDARDS if källa.fält else STANDARDS,
        "font_paths": [str(FONTS)],
        "ignore_system_fonts": True,
    }
    try:
        made: Any = typst.compile(källa.typst.encode(), **options)
    except typst.TypstError as failed:
        raise Stopped(f"Det gick inte att sätta dokumentet: {failed}") from failed
    return finish(made, källa.tabeller, källa.fält)


def sätt_en_gång(källa: Källa, rot: Path | None = None, folder: Path = FOLDER) -> bytes:
    """Return the document, from the cache when neither it nor what sets it has changed."""
    file = folder / f"{hashlib.sha256((källa.avtryck + _setting()).encode()).hexdigest()[:32]}.pdf"
    try:
        return file.read_bytes()
    except OSError:
        made = sätt(källa, rot)
    _keep(file, made)
    return made


def _keep(file: Path, content: bytes) -> None:
    with suppress(OSError):  # it can be set again
        put(file, content)


@cache
def _setting() -> str:
    """Return a hash of fonts, of the marking up, and of the libraries."""
    digest = hashlib.sha256(f"{version('typst')} {version('pikepdf')}".encode())
    for file in (*sorted(FONTS.glob("*.ttf")), *sorted(Path(__file__).parent.glob("*.py"))):
        digest.update(file.read_bytes())
    return digest.hexdigest()
