"""One reply file, read by the reader of its kind, and what it means."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from planmotor.office.las.arbetsbok import read_book
from planmotor.office.las.bladtext import as_content
from planmotor.office.las.fil import OLDER, PDF, RTF, TEXT, XML, Fil, open_file
from planmotor.office.las.innehall import Innehåll, tidy
from planmotor.office.las.liggare import read_texts
from planmotor.office.las.paket import EXCEL, Avvisad
from planmotor.office.las.word import read_docx
from planmotor.plan.far_publiceras import in_name
from planmotor.remiss.lasning.json import read_json
from planmotor.remiss.lasning.liggare import Svarsliggare, reply_ledger
from planmotor.remiss.lasning.ord import Underlag
from planmotor.remiss.lasning.tolka import Läst, interpret

MAX_TEXTS = 6_000  # paragraphs and cells: ten times a form that is full
# What is sent instead of a reply, and how it becomes one.
UNWANTED = {
    PDF: (
        "Filen är en PDF.",
        "Be avsändaren om Word- eller Excelfilen, eller skriv av svaret i en blankett.",
    ),
    RTF: ("Filen är i formatet RTF.", "Öppna den i Word, välj Spara som och Word-dokument (.docx)."),
    XML: ("Filen är en webbsida eller XML, inte ett svar.", "Spara svaret från formuläret, eller som .docx."),
    OLDER: (
        "Filen är i Words eller Excels gamla format (.doc eller .xls), vad den än heter.",
        "Öppna den, välj Spara som och formatet Word-dokument (.docx) eller Excel-arbetsbok (.xlsx).",
    ),
    TEXT: (
        "Filen är varken Word, Excel eller formulärets svarsfil.",
        "Spara svaret som .docx eller .xlsx.",
    ),
}


@dataclass(frozen=True, slots=True)
class Svarsfil:
    """A reply file as it was read: the name it is stored under, its checksum, what it meant and its ledger.

    ``kallad`` is its own name when that isn't fit to be stored.
    """

    namn: str
    sha256: str
    läst: Läst
    liggare: Svarsliggare
    kallad: str = ""


def read_reply(path: Path, underlag: Underlag) -> Svarsfil:
    """Read one file; raise Avvisad when it isn't a reply or could do harm."""
    fil = open_file(path, UNWANTED)
    own = tidy(fil.namn)
    stored = stored_name(own, fil.sha256)
    innehåll = _content(fil)
    if sum(1 for _ in islice(read_texts(innehåll), MAX_TEXTS + 1)) > MAX_TEXTS:
        raise Avvisad(
            f"Filen har över {MAX_TEXTS} stycken och celler med text.", "Dela upp svaret i flera filer."
        )
    blocks = list(innehåll.block)
    läst = interpret(innehåll, underlag)
    innehåll.block = blocks  # also what was taken out of it as the form's own
    liggare = reply_ledger(fil, innehåll, läst, underlag)
    return Svarsfil(stored, fil.sha256, läst, liggare, own if own != stored else "")


def stored_name(own: str, sha256: str) -> str:
    """Return the name that a file is stored under: its own, unless it holds what belongs to a person.

    Beside a number or an address there is often a name too, so nothing of such a name is kept.
    """
    if next(in_name(own, frozenset()), None) is None:
        return own
    return f"svar-{sha256[:12]}{Path(own).suffix.lower()}"


def _content(fil: Fil) -> Innehåll:
    if fil.paket is None:
        return read_json(fil.raw)
    return as_content(read_book(fil.paket)) if fil.slag == EXCEL else read_docx(fil.paket)
