"""A file that somebody has sent: told by what it holds, refused when it could do harm, and read as sheets."""

from __future__ import annotations

import csv
from pathlib import Path

from planmotor.grund.problem import Stopped, shown_path
from planmotor.office.las.arbetsbok import Blad, Cell, read_book
from planmotor.office.las.paket import EXCEL, MAX_FILE, Avvisad, Paket

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "EncryptedPackage".encode("utf-16-le")
ENDINGS = {".xlsx", ".xlsm", ".xls", ".csv"}
SAVE_AS = "Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx)."
CSV_SHEET = "CSV"
# By the first bytes: files that are easily sent instead of the form.
FOREIGN = (
    (b"%PDF", "Filen är en PDF och inte blanketten."),
    (b"{\\rtf", "Filen är i formatet RTF."),
    (b"<", "Filen är en webbsida eller XML och inte en arbetsbok."),
    (b"{", "Filen är JSON och inte en arbetsbok."),
)


def form_files(paths: list[Path]) -> list[Path]:
    """Return the files, and those in the folders that are named, each once; raise Stopped when none are.

    Lock files that Excel leaves, and hidden files, are passed by in folders.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = [p for p in sorted(path.iterdir()) if p.suffix.lower() in ENDINGS]
            found.update(dict.fromkeys(p for p in inside if not p.name.startswith(("~$", "."))))
        else:
            found[path] = None
    if not found:
        raise Stopped(f"Det finns inga blanketter i {', '.join(map(shown_path, paths))}.")
    return list(found)


def read_file(path: Path) -> list[Blad]:
    """Return the file's sheets; raise Avvisad when it can't or mustn't be read."""
    raw = _bytes(path)
    if raw.startswith(b"PK"):
        with Paket(path) as paket:
            if paket.slag != EXCEL:
                raise Avvisad(
                    "Filen är ett Worddokument och inte blanketten.", "Be avsändaren om Excelfilen."
                )
            return read_book(paket)
    if raw.startswith(OLE):
        raise _old(raw)
    start = raw.removeprefix(b"\xef\xbb\xbf").lstrip()
    for magic, text in FOREIGN:
        if start.startswith(magic):
            raise Avvisad(text, "Be avsändaren om Excelfilen (.xlsx).")
    if path.suffix.lower() == ".csv":
        return [_csv(raw)]
    raise Avvisad("Filen är ingen Excelfil.", "Be avsändaren om Excelfilen (.xlsx).")


def _bytes(path: Path) -> bytes:
    if path.name.startswith("~$"):
        raise Avvisad("Filen är en låsfil som Excel lägger.", "Stäng arbetsboken och läs in den i stället.")
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_FILE + 1)
    except FileNotFoundError:
        raise Avvisad("Filen finns inte.", "Kontrollera namnet och mappen.") from None
    except PermissionError:
        raise Avvisad(
            "Filen är låst eller så saknar du rätt att läsa den.", "Stäng den i Excel, eller be om rättighet."
        ) from None
    except OSError as error:
        raise Avvisad(
            f"Filen går inte att läsa ({error.strerror}).", "Kopiera den och försök igen."
        ) from None
    if not raw:
        raise Avvisad("Filen är tom.", "Be avsändaren att skicka den igen.")
    if len(raw) > MAX_FILE:
        raise Avvisad(
            f"Filen är större än {MAX_FILE // 1_000_000} MB.", "Ta bort bilder och annat som inte hör dit."
        )
    return raw


def _old(raw: bytes) -> Avvisad:
    """Return why a file of the old binary kind isn't read; one with a password is of that kind too."""
    if LOCKED in raw:
        return Avvisad("Filen är skyddad med lösenord.", "Be avsändaren att spara den utan lösenord.")
    return Avvisad("Filen är i Excels gamla format (.xls), vad den än heter.", SAVE_AS)


def _csv(raw: bytes) -> Blad:
    """Return a saved text file as a sheet; what stands most in its first line parts the cells."""
    if b"\0" in raw:
        raise Avvisad("Filen är ingen textfil i UTF-8.", SAVE_AS)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    mark = max(";\t,", key=first.count)
    blad = Blad(CSV_SHEET)
    try:
        for number, row in enumerate(csv.reader(text.splitlines(keepends=True), delimiter=mark), 1):
            blad.rader[number] = {column: Cell(value) for column, value in enumerate(row, 1) if value}
    except csv.Error:
        raise Avvisad("Textfilen går inte att dela upp i rader och kolumner.", SAVE_AS) from None
    return blad
