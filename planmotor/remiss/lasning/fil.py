"""One reply file: told by what it holds and not by what it is called, and read by the reader of its kind."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from planmotor.office.las.innehall import Innehåll, tidy
from planmotor.office.las.paket import EXCEL, MAX_FILE, Avvisad, Paket
from planmotor.office.las.word import read_docx
from planmotor.plan.far_publiceras import in_name
from planmotor.remiss.lasning.json import read_json
from planmotor.remiss.lasning.ord import Underlag
from planmotor.remiss.lasning.tolka import Läst, interpret
from planmotor.remiss.lasning.xlsx import read_xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "EncryptedPackage".encode("utf-16-le")
# By the first bytes of a file that isn't ours: what it is, and how it becomes one.
FOREIGN = (
    (
        b"%PDF",
        "Filen är en PDF.",
        "Be avsändaren om Word- eller Excelfilen, eller skriv av svaret i en blankett.",
    ),
    (b"{\\rtf", "Filen är i formatet RTF.", "Öppna den i Word, välj Spara som och Word-dokument (.docx)."),
    (
        b"<",
        "Filen är en webbsida eller XML, inte ett svar.",
        "Spara svaret från formuläret, eller som .docx.",
    ),
)


@dataclass(frozen=True, slots=True)
class Svarsfil:
    """A reply file as it was read: the name it is stored under, its checksum and what it meant.

    ``kallad`` is its own name when that isn't fit to be stored.
    """

    namn: str
    sha256: str
    läst: Läst
    kallad: str = ""


def read_reply(path: Path, underlag: Underlag) -> Svarsfil:
    """Read one file; raise Avvisad when it isn't a reply or could do harm."""
    raw = _bytes(path)
    sha256 = hashlib.sha256(raw).hexdigest()
    own = tidy(path.name)
    stored = stored_name(own, sha256)
    return Svarsfil(stored, sha256, interpret(_content(path, raw), underlag), own if own != stored else "")


def stored_name(own: str, sha256: str) -> str:
    """Return the name that a file is stored under: its own, unless it holds what belongs to a person.

    Beside a number or an address there is often a name too, so nothing of such a name is kept.
    """
    if next(in_name(own, frozenset()), None) is None:
        return own
    return f"svar-{sha256[:12]}{Path(own).suffix.lower()}"


def _bytes(path: Path) -> bytes:
    if path.name.startswith("~$"):
        raise Avvisad(
            "Filen är en låsfil som Word eller Excel lägger.", "Stäng dokumentet och läs in det i stället."
        )
    with path.open("rb") as file:
        raw = file.read(MAX_FILE + 1)
    if not raw:
        raise Avvisad("Filen är tom.", "Be avsändaren att skicka den igen.")
    if len(raw) > MAX_FILE:
        raise Avvisad(f"Filen är större än {MAX_FILE // 1_000_000} MB.", "Ta bort bilder och spara på nytt.")
    return raw


def _content(path: Path, raw: bytes) -> Innehåll:
    if raw.startswith(b"PK"):
        with Paket(path) as paket:
            return read_xlsx(paket) if paket.slag == EXCEL else read_docx(paket)
    if raw.startswith(OLE):
        raise _old(raw)
    start = raw.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith((b"{", b"[")) and not start.startswith(b"{\\rtf"):
        return read_json(path)
    for magic, text, advice in FOREIGN:
        if start.startswith(magic):
            raise Avvisad(text, advice)
    raise Avvisad(
        "Filen är varken Word, Excel eller formulärets svarsfil.", "Spara svaret som .docx eller .xlsx."
    )


def _old(raw: bytes) -> Avvisad:
    """Return why a file of the old binary kind isn't read; one with a password looks the same."""
    if LOCKED in raw:
        return Avvisad("Filen är skyddad med lösenord.", "Be avsändaren att spara den utan lösenord.")
    return Avvisad(
        "Filen är i Words eller Excels gamla format (.doc eller .xls), vad den än heter.",
        "Öppna den, välj Spara som och formatet Word-dokument (.docx) eller Excel-arbetsbok (.xlsx).",
    )
