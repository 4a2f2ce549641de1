"""How long it takes to tell what has changed between two large plans, and between many pages of prose.

Beside ``git diff --no-index --word-diff`` of the same files: it shows words, but not which activity or date.
"""

from __future__ import annotations

import itertools
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from matning.load import generate
from matning.process import python
from matning.table import Row, number

# Run in a process of its own each time. Only the comparison is timed: both versions are loaded by then.
TIMED = """
from sys import argv
from time import perf_counter
from planmotor.jamfora.diff import jämför, jämför_planer
from planmotor.plan.versions import utgåva
before, after = utgåva(argv[1]), utgåva(argv[2])
start = perf_counter()
found = {}
assert len(found) >= int(argv[3]), len(found)
print(perf_counter() - start)
"""
PLANS = TIMED.format("jämför_planer(before.plan, after.plan)")
PROSE = TIMED.format("jämför(before, after).prosa")
PLAN_GOAL, PROSE_GOAL = 1.0, 3.0  # seconds
PAGES = 200
GENERATED = re.compile(r"- id: genererad-\d+\n +namn: ['\"]?")


def measure(site: Path, activities: int, changes: int, rounds: int) -> Iterator[Row]:
    """Yield the median time of comparing two plans with this many changes, and two folders of pages."""
    one = generate(site / "data", site / "jamfor-fore/data", activities)
    other = generate(site / "data", site / "jamfor-efter/data", activities)
    _change(other, changes)
    what = f"Jämföra {number(activities)} aktiviteter med {number(changes)} ändringar"
    yield _row(what, PLANS, (one, other), (one, other), changes, rounds, PLAN_GOAL)
    folders = (one.parents[1], other.parents[1])
    pages = _write_pages(site / "docs", folders)
    docs = (folders[0] / "docs", folders[1] / "docs")
    yield _row(f"Jämföra {number(pages)} sidor text", PROSE, folders, docs, pages, rounds, PROSE_GOAL)


def _row(
    what: str,
    code: str,
    ours: tuple[Path, Path],
    gits: tuple[Path, Path],
    least: int,
    rounds: int,
    goal: float,
) -> Row:
    timed = [
        (float(python(Path.cwd(), "-c", code, *map(str, ours), str(least))), _git(*gits))
        for _ in range(rounds)
    ]
    mine, theirs = (median(column) for column in zip(*timed, strict=True))
    return Row(what, mine, theirs, "s", goal)


def _git(one: Path, other: Path) -> float:
    """Return the time of git's own comparison, word by word, in seconds."""
    words = ["git", "diff", "--no-index", "--word-diff", str(one), str(other)]
    start = perf_counter()
    subprocess.run(words, stdout=subprocess.DEVNULL, check=False)
    return perf_counter() - start


def _change(file: Path, changes: int) -> None:
    """Reword this many of the activities that were generated, spread over the file."""
    text = file.read_text(encoding="utf-8")
    every = max(1, len(GENERATED.findall(text)) // changes)
    place = itertools.count()
    text = GENERATED.sub(lambda row: f"{row[0]}Även " if next(place) % every == 0 else row[0], text)
    file.write_text(text, encoding="utf-8")


def _write_pages(docs: Path, folders: tuple[Path, Path]) -> int:
    """Write as many pages as are measured in both folders, with a word more in each sentence of the later."""
    sources = itertools.cycle(sorted(docs.rglob("*.md")))
    for name, source in zip(range(PAGES), sources, strict=False):
        text = source.read_text(encoding="utf-8")
        for folder, words in zip(
            folders, (text, re.sub(r"(?<=[a-zåäö])\.$", " här.", text, flags=re.M)), strict=True
        ):
            page = folder / f"docs/sida-{name}.md"
            page.parent.mkdir(exist_ok=True)
            page.write_text(words, encoding="utf-8")
    return PAGES
