"""``python -m matning``: measure everything in a temporary folder and print one table."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from matning import build, load, weight
from matning.sites import copy_ours, grow, make_peer, number_of_pages
from matning.table import Row, number, render

ROOT = Path(__file__).parents[1]
SIZES = {60: 3, 1000: 1}  # number of pages: how many times each site of that size is built
ROUNDS = 3
ACTIVITIES = 10_000


def measure(folder: Path) -> Iterator[Row]:
    """Yield every row of the table; write only below ``folder``."""
    say("Förbereder två webbplatser med samma sidor")
    ours = copy_ours(ROOT, folder / "var")
    peer = make_peer(ours, folder / "jamforelse")
    build.warm_up(ours, peer)
    say("Väger startsidan och en strategisida i Chromium")
    yield from weight.measure(ours, peer)
    yield _build(ours, peer, number_of_pages(ours), ROUNDS)
    for pages, rounds in SIZES.items():
        grow(ours, pages)
        grow(peer, pages)
        yield _build(ours, peer, pages, rounds)
    say(f"Läser in {number(ACTIVITIES)} aktiviteter, {ROUNDS} gånger på varje sätt")
    yield from load.measure(ours, ACTIVITIES, ROUNDS)


def _build(ours: Path, peer: Path, pages: int, rounds: int) -> Row:
    say(f"Bygger {number(pages)} sidor, {rounds} {'gång' if rounds == 1 else 'gånger'} var")
    return build.measure(ours, peer, pages, rounds)


def say(text: str) -> None:
    """Tell the progress beside the table, so that the table alone can be sent to a file."""
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    """Measure, print, and leave nothing behind."""
    with tempfile.TemporaryDirectory(prefix="matning-") as folder:
        rows = list(measure(Path(folder)))
    print(render(rows))


if __name__ == "__main__":
    main()
