"""How long the pages take to build: ours with macros beside plain Material without."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from matning.process import python, seconds
from matning.table import Row, number

MKDOCS = ("-m", "mkdocs", "build")
GOAL = 1.25


def warm_up(*sites: Path) -> None:
    """Build once unmeasured: byte code and the plan's cache are in place, as they are at a second build."""
    for site in sites:
        python(site, *MKDOCS)


def first(ours: Path, peer: Path, pages: int) -> Row:
    """Return the time of a first build: nothing is known of the pages, so that each is checked too."""
    mine, theirs = seconds(ours, *MKDOCS), seconds(peer, *MKDOCS)
    return Row(f"Bygga {number(pages)} sidor första gången", mine, theirs, "s", GOAL, relative=True)


def measure(ours: Path, peer: Path, pages: int, rounds: int) -> Row:
    """Return the median time of ``mkdocs build`` in both; they take turns, so that both share any noise."""
    times = [(seconds(ours, *MKDOCS), seconds(peer, *MKDOCS)) for _ in range(rounds)]
    mine, theirs = (median(column) for column in zip(*times, strict=True))
    return Row(f"Bygga {number(pages)} sidor", mine, theirs, "s", GOAL, relative=True)
