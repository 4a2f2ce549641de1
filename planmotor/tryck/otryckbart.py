"""Characters that print shows as numbers, told while the text is being written: file, row and which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

from planmotor.grund.nearest import listed
from planmotor.grund.problem import Invalid, Problem, shown_path
from planmotor.grund.text import code, decode
from planmotor.plan.draft import files_beside
from planmotor.plan.reminders import HELP, UNPRINTABLE
from planmotor.plan.source import Document, parse, walk
from planmotor.tryck.tecken import printable, unprintable

CODED = re.compile(rb"[\\&]")  # by which a character may be written as its number


def otryckbart(data: Path, docs: Path) -> list[Problem]:
    """Return a reminder for each row of the data files and of the pages that print can't show in full.

    A file that can't be read is told of elsewhere.
    """
    files = [*files_beside(data).values(), *sorted(docs.rglob("*.md"))]
    return [problem for file in files for problem in _in_file(file)]


def _in_file(file: Path) -> Iterator[Problem]:
    shown = shown_path(file)
    try:
        raw = file.read_bytes()
        text = "" if raw.isascii() and not CODED.search(raw) else decode(raw, shown)
        if file.suffix == ".yaml" and (unprintable(text) or "\\" in text):
            yield from _in_values(parse(text, shown), text.split("\n"))
        elif file.suffix != ".yaml":
            yield from _in_lines(shown, enumerate(text.split("\n"), 1))
    except (Invalid, OSError):
        return


def _in_values(document: Document, lines: list[str]) -> Iterator[Problem]:
    """Yield a reminder for each value, on the rows that hold the characters: a comment is never printed."""
    for loc, value in walk(document.data):
        if isinstance(value, str) and (missing := unprintable(value)):
            first = document.where(loc)[0]
            below = enumerate(lines[first - 1 :], first)
            row = next((number for number, line in below if missing[0] in line), first)
            yield _reminder(document.path, row, missing)


def _in_lines(path: str, lines: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    for number, line in lines:
        if missing := unprintable(unescape(line)):
            yield _reminder(path, number, missing)


def _reminder(path: str, row: int, missing: list[str]) -> Problem:
    told = listed(f'"{char}" ({code(char)})' for char in missing)
    as_ = printable(missing[0])
    text = f"PDF-filernas typsnitt saknar {told}. På papper står det {as_}."
    return Problem(path, row, 1, UNPRINTABLE, text, HELP[UNPRINTABLE].partition(". ")[2])
