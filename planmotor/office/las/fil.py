"""One file that somebody has sent: told by what it holds and not by what it is called, or refused.

The only way in for Word, Excel and what is saved beside them. The caller says what it has no use for.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from planmotor.office.las.paket import Avvisad, Paket

MAX_FILE = 20_000_000  # bytes
JSON, PDF, RTF, XML, OLDER, TEXT = "json", "pdf", "rtf", "xml", "older", "text"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "EncryptedPackage".encode("utf-16-le")
# By the first bytes that aren't space.
FIRST = ((b"%PDF", PDF), (b"{\\rtf", RTF), (b"<", XML), (b"{", JSON), (b"[", JSON))


@dataclass(frozen=True, slots=True)
class Fil:
    """A file that may be read: its name and bytes, its kind, and the archive when it is Word or Excel."""

    namn: str
    raw: bytes
    slag: str
    paket: Paket | None = None

    @property
    def sha256(self) -> str:
        """The checksum that tells the same file under another name."""
        return hashlib.sha256(self.raw).hexdigest()


def open_file(path: Path, unwanted: Mapping[str, tuple[str, str]]) -> Fil:
    """Return the file; raise Avvisad when it could do harm or nobody can read it.

    ``unwanted`` are the kinds that the caller can't use: why, and what to do about it.
    """
    raw = _bytes(path)
    paket = Paket(raw) if raw.startswith(b"PK") else None
    slag = paket.slag if paket else _kind(raw)
    if slag in unwanted:
        raise Avvisad(*unwanted[slag])
    return Fil(path.name, raw, slag, paket)


def _bytes(path: Path) -> bytes:
    if path.name.startswith("~$"):
        raise Avvisad(
            "Filen är en låsfil som Word eller Excel lägger.", "Stäng dokumentet och läs in det i stället."
        )
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_FILE + 1)
    except FileNotFoundError:
        raise Avvisad("Filen finns inte.", "Kontrollera namnet och mappen.") from None
    except PermissionError:
        raise Avvisad(
            "Filen är låst eller så saknar du rätt att läsa den.",
            "Stäng den i Word eller Excel, eller be om rättighet.",
        ) from None
    except OSError as error:
        raise Avvisad(
            f"Filen går inte att läsa ({error.strerror}).", "Kopiera den och försök igen."
        ) from None
    if not raw:
        raise Avvisad("Filen är tom.", "Be avsändaren att skicka den igen.")
    if len(raw) > MAX_FILE:
        raise Avvisad(f"Filen är större än {MAX_FILE // 1_000_000} MB.", "Ta bort bilder och spara på nytt.")
    return raw


def _kind(raw: bytes) -> str:
    if raw.startswith(OLE):
        if LOCKED in raw:  # an encrypted file of today looks like one of the old binary kind
            raise Avvisad("Filen är skyddad med lösenord.", "Be avsändaren att spara den utan lösenord.")
        return OLDER
    start = raw.removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((slag for magic, slag in FIRST if start.startswith(magic)), TEXT)
