"""Plain language: how hard the pages are to read, and what to write instead.

``planmotor klarspråk`` and ``planmotor stavning`` read the pages the same way (``text``), and every check
is a module here with the id of its rule. What they are held against is data: ``data/klarsprak.yaml``,
``data/begrepp.yaml`` and ``data/ordlista.txt``. Calls ``prosa``, ``plan`` and ``grund``. Begin with ``text``.
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from planmotor.grund.problem import Invalid, Problem
from planmotor.klarsprak import abbreviations, lix, sentences, settings, spelling, wording, wordlist
from planmotor.klarsprak.lix import Measure
from planmotor.klarsprak.settings import Mål, Settings
from planmotor.klarsprak.text import Page, read_page

RULES = (
    *(lix.TOO_HARD, lix.TOO_LONG, sentences.ID, abbreviations.ID, wording.ID, settings.RULE),
    *(spelling.UNKNOWN, wordlist.DISORDER),
)


@dataclass(frozen=True, slots=True)
class Row:
    """What was counted on a page, and the goal it is held against."""

    path: str
    measure: Measure
    goal: Mål


@dataclass(frozen=True, slots=True)
class Examination:
    """What the plain-language check found."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def read_pages(docs: Path, chosen: Sequence[Path] = ()) -> list[Page]:
    """Return the pages below ``docs``, or only the chosen files and folders, in the order of their paths.

    Raises FileNotFoundError when one isn't there.
    """
    return [read_page(path, docs) for path in sorted({*_files(chosen or [docs])})]


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(errno.ENOENT, "den finns inte", str(path))
        yield from path.rglob("*.md") if path.is_dir() else [path]


def examine(pages: Iterable[Page], held_against: Settings) -> Examination:
    """Measure the Swedish pages and check their language; pages in other languages are left out."""
    known = wording.phrases(held_against.file.ord)
    swedish = [page for page in pages if page.is_swedish]
    rows = [Row(page.path, lix.measure(page.sentences), held_against.goal(page.folder)) for page in swedish]
    problems = [problem for page in swedish for problem in _check(page, held_against, known)]
    return Examination(tuple(rows), tuple(Invalid(problems).problems))


def _check(page: Page, held_against: Settings, known: wording.Phrases) -> Iterator[Problem]:
    yield from lix.check(page, held_against.goal(page.folder))
    yield from sentences.check(page, held_against.file.längsta_mening)
    yield from abbreviations.check(page, held_against)
    yield from wording.check(page, known)
