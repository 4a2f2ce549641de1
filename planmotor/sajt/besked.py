"""What the builder of the pages says, in Swedish and with the line, where it is something that can be mended.

Most of it is told before by the check of the pages. What is left is what only the build can see: an anchor on
a page whose headings a macro writes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from planmotor.grund.problem import Problem, shown_path
from planmotor.grund.report import as_text

ANCHOR, TARGET = "lank-till-saknad-rubrik", "lank-utan-mal"
LEVEL = re.compile(r"^(?:WARNING|ERROR)\s*-\s*")
SAID = (
    (
        re.compile(
            r"Doc file '(.+?)' contains a link '(.+?)', but (?:there is no such anchor|the doc .* anchor)"
        ),
        ANCHOR,
        "Rubriken som länken {} leder till finns inte.",
        "Rätta det som står efter #, eller ta bort det.",
    ),
    (
        re.compile(r"Doc file '(.+?)' contains an? .*?link '(.+?)',"),
        TARGET,
        "Länken {} leder inte till någon sida.",
        "Skriv vägen till sidans fil, till exempel ../plan/index.md",
    ),
)
ENDING = re.compile(r"Aborted with \d+ warnings? in strict mode|Aborted with a BuildError")


def på_svenska(lines: Iterable[str], docs: Path) -> list[str]:
    """Return the lines with what can be told in Swedish first, and the rest as it was said."""
    told: list[Problem] = []
    rest: list[str] = []
    for line in lines:
        problem = _problem(LEVEL.sub("", line), docs)
        if problem:
            told.append(problem)
        elif line.strip() and not ENDING.search(line):
            rest.append(line)
    return [*([as_text(told)] if told else []), *rest]


def _problem(line: str, docs: Path) -> Problem | None:
    for looks, rule, text, fix in SAID:
        found = looks.match(line)
        if found:
            page, link = found[1], found[2]
            return Problem(shown_path(docs / page), _line(docs / page, link), 1, rule, text.format(link), fix)
    return None


def _line(page: Path, link: str) -> int:
    try:
        lines = page.read_text(encoding="utf-8-sig", errors="replace").split("\n")
    except OSError:
        return 1
    return next((number for number, line in enumerate(lines, 1) if link in line), 1)
