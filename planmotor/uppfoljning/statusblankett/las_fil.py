"""The files of filled-in forms: which there are, and each as sheets."""

from __future__ import annotations

from pathlib import Path

from planmotor.grund.problem import Stopped, shown_path
from planmotor.office.las.arbetsbok import Blad, read_book
from planmotor.office.las.bladtext import as_content
from planmotor.office.las.fil import JSON, OLDER, PDF, RTF, XML, open_file
from planmotor.office.las.liggare import QUIET, Rad, ledger
from planmotor.office.las.paket import WORD, Avvisad
from planmotor.office.las.textfil import read_csv
from planmotor.uppfoljning.statusblankett.falt import COLUMNS, STATUSES

TEXTS = {".csv", ".txt", ".tsv", ".tab"}  # as Excel names what it saves as text
ENDINGS = {".xlsx", ".xlsm", ".xls", *TEXTS}
ASK = "Be avsändaren om Excelfilen (.xlsx)."
SAVE_AS = "Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx)."
# What is easily sent instead of the form.
UNWANTED = {
    WORD: ("Filen är ett Worddokument och inte blanketten.", "Be avsändaren om Excelfilen."),
    PDF: ("Filen är en PDF och inte blanketten.", ASK),
    RTF: ("Filen är i formatet RTF.", ASK),
    XML: ("Filen är en webbsida eller XML och inte en arbetsbok.", ASK),
    JSON: ("Filen är JSON och inte en arbetsbok.", ASK),
    OLDER: ("Filen är i Excels gamla format (.xls), vad den än heter.", SAVE_AS),
}


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
    return read_whole(path)[0]


def read_whole(path: Path) -> tuple[list[Blad], list[Rad]]:
    """Return the file's sheets, and the lines of its ledger for what stands in none of them."""
    fil = open_file(path, UNWANTED)
    if fil.paket is not None:
        book = read_book(fil.paket)
        lines = ledger(fil, as_content(book))
        return book.blad, [line for line in lines if line.skäl and line.skäl not in QUIET]
    if path.suffix.lower() in TEXTS:
        return [read_csv(fil.raw, (*COLUMNS, *STATUSES))], []
    raise Avvisad("Filen är ingen Excelfil.", ASK)
