"""Setting a document: Typst with our own fonts alone, then the marks that Typst can't make."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pikepdf import PdfError

from planmotor.grund.problem import Stopped
from planmotor.grund.skrivning import put
from planmotor.grund.text import code
from planmotor.tryck.dokument import Källa
from planmotor.tryck.radrubriker import finish

FONTS = Path(__file__).parent / "typsnitt"
STANDARDS = ["ua-1", "a-2a"]
FORM_STANDARDS = ["ua-1"]  # a file that is filled in is no archive copy
PIECE_STANDARDS = ["a-2a"]
FOLDER = Path(".cache/tryck")
FAILED = "Det gick inte att sätta dokumentet"
# What Typst says of a text that it has no signs for, and how it writes a character's number.
UNSHOWN = re.compile(r'(?:the text|the codepoint) `"(.+?)"`')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
MARKS = "[\u0300-\u036f\u0483-\u0489\u064b-\u0655\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
MOST_UNSHOWN = 100


def sätt(källa: Källa, rot: Path | None = None, bit: str = "") -> bytes:
    """Return the document as PDF/UA-1 and PDF/A-2a; ``rot`` is the folder of its images.

    ``bit`` is the name of a piece of a longer document: it need not begin with a heading of the first level,
    as one that is published must. Raises Stopped when it can't be set, which is a fault of the program or of
    a picture.
    """
    options: dict[str, Any] = {"timestamp": källa.dag} | ({"root": str(rot)} if rot else {})
    options |= {
        "pdf_standards": FORM_STANDARDS if källa.fält else PIECE_STANDARDS if bit else STANDARDS,
        "font_paths": [str(FONTS)],
        "ignore_system_fonts": True,
    }
    try:
        return finish(_compiled(källa.typst, options), källa.tabeller, källa.fält, bit)
    except (ValueError, PdfError) as failed:
        raise Stopped(f"{FAILED}: tabellerna eller fälten går inte att märka upp ({failed})") from None


def _compiled(source: str, options: dict[str, Any]) -> bytes:
    """Return what Typst makes of a source.

    Marks that each can be shown may not be so upon one another. Then Typst names them, and they are told of
    by their numbers as other characters that can't be shown.
    """
    import typst  # noqa: PLC0415 (40 ms that only print needs)

    for _ in range(MOST_UNSHOWN):
        try:
            with _quiet():
                return bytes(typst.compile(source.encode(), **options))
        except typst.TypstError as failed:
            mended = _without_unshown(source, str(failed))
            if mended == source:
                raise Stopped(f"{FAILED}: {failed}") from None
            source = mended
        except BaseException as failed:
            if type(failed).__name__ != "PanicException":
                raise
            raise Stopped(f"{FAILED}: ett fel i Typst ({failed})") from None
    raise Stopped(f"{FAILED}: fler än {MOST_UNSHOWN} sorters tecken går inte att visa")


def _without_unshown(source: str, said: str) -> str:
    """Return the source with the text that Typst can't show as numbers; the same when it says else."""
    found = UNSHOWN.search(said)
    if not found:
        return source
    text = ESCAPED.sub(lambda one: chr(int(one[1], 16)), found[1])
    marked = re.compile(re.escape(text) + (MARKS if text.isascii() else ""))
    return marked.sub(lambda one: _numbered(one[0]), source)


def _numbered(text: str) -> str:
    """Return a letter as it is, and what can't be shown upon or after it as numbers."""
    letters, others = (("".join(char for char in text if char.isascii() == kind)) for kind in (True, False))
    return f"{letters}[{' '.join(map(code, others))}]" if others else letters


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what Typst's own fault would print away from the reader, who is told of it in words."""
    try:
        kept = os.dup(2)
    except OSError:  # nobody is listening
        yield
        return
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


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
    for file in (*sorted(FONTS.glob("*.t*")), *sorted(Path(__file__).parent.glob("*.py"))):
        digest.update(file.read_bytes())
    return digest.hexdigest()
