"""What is published beside the data: pages, other files of their folder, and texts that no model reads.

The rule is that of the data, ``far_publiceras``. It holds for what a page says, for the name of every file,
and for the documents that lie among the pages: what they say, and what they tell of who wrote them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from planmotor.grund.gransen import fångade
from planmotor.grund.problem import Invalid, Problem, shown_path
from planmotor.grund.text import content_of, decode
from planmotor.plan import arkivmapp
from planmotor.plan.draft import files_beside, kind_of
from planmotor.plan.far_publiceras import (
    ID,
    LIST,
    WHAT_MAY_STAND,
    advice,
    in_name,
    in_text,
    key,
    released_beside,
    unfit,
)
from planmotor.plan.personuppgifter import with_article
from planmotor.plan.source import MAX_BYTES, Value, read, walk

MAX_FILE = 20_000_000  # bytes of a text beside the pages, such as an open format
TEXTS = {".md", ".txt", ".csv", ".json", ".html", ".svg"}  # whatever they hold; others are looked into
OFFICE = {".docx", ".xlsx"}
PDF = ".pdf"
CODE = {".js", ".mjs", ".css", ".map"}  # names whoever wrote a library, and holds numbers of all kinds
BEGINNING = 4_000  # bytes: no text has a zero among them
COMMENT = re.compile(r"""^(?:(?:[^'"#]|"[^"]*"|'[^']*'|(?<!\s)\#)*\s)?(\#.*)$""", re.VERBOSE)
LANGUAGE = ("klarsprak.yaml", "ordlista.txt")  # beside the data, read by the language checks


def publicerat(data: Path, docs: Path) -> Iterator[Problem]:
    """Yield what isn't fit to publish in the files of ``docs``, and beside the main file ``data``."""
    allowed = released_beside(data)
    for path in sorted(docs.rglob("*")):
        if path.is_file():
            yield from fångade(path, _file(path, docs, data, allowed))
    others = [data.with_name(name) for name in LANGUAGE] + [docs.with_name("mkdocs.yml")]
    for path in others:
        if path.is_file():
            yield from fångade(path, _text(path, allowed))
    for name, path in files_beside(data).items():
        own = _approved(path) if kind_of(name) == "synpunkter" else frozenset[str]()
        yield from fångade(path, _comments(path, allowed | own))
    for path in arkivmapp.files(data):
        yield from fångade(path, _comments(path, allowed))


def _file(path: Path, docs: Path, data: Path, allowed: frozenset[str]) -> Iterator[Problem]:
    name = path.relative_to(docs).as_posix()
    yield from (_at(path, problem) for problem in in_name(name, allowed))
    ending = path.suffix.lower()
    if ending in OFFICE:
        yield from _document(path, data, allowed)
    elif ending == PDF:
        from planmotor.jamfora.pdfegenskaper import i_pdf  # noqa: PLC0415 (a library that few files need)

        yield from i_pdf(path, _bodies(data), allowed)
    elif ending in TEXTS or (ending not in CODE and _is_text(path)):
        yield from _text(path, allowed)


def _is_text(path: Path) -> bool:
    with path.open("rb") as file:
        return b"\0" not in file.read(BEGINNING)


def _approved(path: Path) -> frozenset[str]:
    """Return what the records of a file with remarks let be published: its comments may hold it too."""
    try:
        found: Value = read(path).data
    except Invalid:
        return frozenset()
    texts = (text for loc, text in walk(found) if LIST in loc)
    return frozenset(key(text) for text in texts if isinstance(text, str))


def _at(path: Path, problem: Problem) -> Problem:
    return Problem(shown_path(path), 1, 1, problem.rule, problem.text, problem.fix)


def _text(path: Path, allowed: frozenset[str]) -> Iterator[Problem]:
    shown = shown_path(path)
    raw = content_of(path, MAX_FILE)
    try:
        text = decode(raw, shown)
    except Invalid:  # told of where files are read for what they say
        text = raw.decode(errors="replace")
    yield from in_text(shown, text, allowed)


def _comments(path: Path, allowed: frozenset[str]) -> Iterator[Problem]:
    """Yield what the comments of a data file hold: no reader of the site meets them, but the file is open."""
    lines = content_of(path, MAX_BYTES).decode(errors="replace").split("\n")
    said = (match[1] if "#" in line and (match := COMMENT.match(line)) else "" for line in lines)
    yield from in_text(shown_path(path), "\n".join(said), allowed)


def _document(path: Path, data: Path, allowed: frozenset[str]) -> Iterator[Problem]:
    from planmotor.office.las.egenskaper import PEOPLE, texts, who  # noqa: PLC0415
    from planmotor.office.las.fil import open_file  # noqa: PLC0415
    from planmotor.office.las.paket import Avvisad  # noqa: PLC0415 (XML, for the few who have such files)

    shown = shown_path(path)
    try:
        paket = open_file(path, {}).paket
        if paket is None:
            raise Avvisad("Filen är inget Word- eller Exceldokument, vad den än heter.", "Rätta filens namn.")
        said, people = list(texts(paket)), who(paket)
    except Avvisad as why:
        yield Problem(shown, 1, 1, ID, f"{why.text} Det går inte att se vad som publiceras.", why.råd)
        return
    for found in dict.fromkeys(found for text in said for found in unfit(text, allowed)):
        told = f"Dokumentet innehåller något som ser ut som {with_article(found.slag)}."
        yield Problem(shown, 1, 1, ID, told, advice(found))
    for field in dict.fromkeys(name for name, value in people if value not in _bodies(data)):
        yield Problem(
            shown,
            1,
            1,
            ID,
            f'Dokumentets egenskap "{PEOPLE[field]}" säger vem som har skrivit det.',
            f"{WHAT_MAY_STAND} Ta bort den i Word eller Excel: Arkiv, Info, Sök efter problem, Kontrollera "
            "dokument. Eller skriv regionens, en kommuns eller ett organs namn så som det står i planen.",
        )


def _bodies(data: Path) -> frozenset[str]:
    """Return every name in the plan's main file: a document may say that a body wrote it."""
    try:
        found: Value = read(data).data
    except Invalid:
        return frozenset()
    names = (text for loc, text in walk(found) if loc and loc[-1] in {"namn", "region"})
    return frozenset(text for text in names if isinstance(text, str))
