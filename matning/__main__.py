"""``python -m matning [PART …]``: measure in a temporary folder and print one table.

All parts but växt when none is named, and then README's table is written too.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from matning import (
    build,
    export,
    grannar,
    jamfor,
    lighthouse,
    load,
    readme,
    remiss,
    sok,
    status,
    tryck,
    vaxt,
    weight,
)
from matning.process import python
from matning.sites import copy_ours, grow, make_peer, number_of_pages
from matning.table import Row, number, render, render_causes
from planmotor.grund.today import today

ROOT = Path(__file__).parents[1]
SIZES = {1000: 1}  # number of pages, more than the plan has: how many times a site of that size is built
ROUNDS = 3
ACTIVITIES = 10_000
CHANGES = 2_000
PATIENCE = 240  # seconds


def measure(folder: Path, parts: Sequence[str]) -> Iterator[Row]:
    """Yield every row of the table; write only below ``folder``."""
    say("Förbereder två webbplatser med samma sidor")
    ours = copy_ours(ROOT, folder / "var")
    peer = make_peer(ours, folder / "jamforelse")
    build.warm_up(ours, peer)
    python(ours, "-m", "planmotor", "bygg")
    for part in parts:
        yield from PARTS[part](ours, peer)


def _weigh(ours: Path, peer: Path) -> Iterator[Row]:
    say("Väger sidorna och en sökning i Chromium, packade med gzip (brotli ger mindre)")
    return weight.measure(ours, peer)


def _judge(ours: Path, peer: Path) -> Iterator[Row]:
    say(f"Låter Lighthouse bedöma sidorna, {ROUNDS} gånger var")
    return lighthouse.measure(ours, peer, ROUNDS, PATIENCE)


def _search(ours: Path, peer: Path) -> Iterator[Row]:
    say("Ställer frågorna i tests/innehall/sok.yaml till båda sökningarna")
    return sok.measure(ours, peer)


def _build(ours: Path, peer: Path) -> Iterator[Row]:
    yield _time(ours, peer, number_of_pages(ours), ROUNDS)
    for pages, rounds in SIZES.items():
        grow(ours, pages)
        grow(peer, pages)
        say(f"Bygger {number(pages)} sidor för första gången, då var och en kontrolleras")
        yield build.first(ours, peer, pages)
        yield _time(ours, peer, pages, rounds)


def _time(ours: Path, peer: Path, pages: int, rounds: int) -> Row:
    say(f"Bygger {number(pages)} sidor, {rounds} {'gång' if rounds == 1 else 'gånger'} var")
    return build.measure(ours, peer, pages, rounds)


def _neighbours(ours: Path, peer: Path) -> Iterator[Row]:
    say("Bygger samma text med Zensical och Hugo")
    return grannar.measure(ours, peer)


def _growth(ours: Path, _peer: Path) -> Iterator[Row]:
    say("Mäter hur tid och minne växer med storleken")
    return vaxt.measure(ours)


def _load(ours: Path, _peer: Path) -> Iterator[Row]:
    say(f"Läser in {number(ACTIVITIES)} aktiviteter, {ROUNDS} gånger på varje sätt")
    return load.measure(ours, ACTIVITIES, ROUNDS)


def _compare(ours: Path, _peer: Path) -> Iterator[Row]:
    say(f"Jämför planer med {number(ACTIVITIES)} aktiviteter, och sidor, {ROUNDS} gånger")
    return jamfor.measure(ours, ACTIVITIES, CHANGES, ROUNDS)


def _print(ours: Path, _peer: Path) -> Iterator[Row]:
    say(f"Gör hela planen till PDF, {ROUNDS} gånger på varje sätt, och låter veraPDF döma")
    return tryck.measure(ours, ROUNDS)


def _export(ours: Path, _peer: Path) -> Iterator[Row]:
    say(f"Exporterar {number(ACTIVITIES)} aktiviteter, {ROUNDS} gånger på varje sätt")
    return export.measure(ours, ACTIVITIES, ROUNDS)


def _status(ours: Path, _peer: Path) -> Iterator[Row]:
    say(f"Läser in {status.FORMS} statusblanketter, {ROUNDS} gånger på varje sätt")
    return status.measure(ours, ACTIVITIES, ROUNDS)


def _replies(ours: Path, _peer: Path) -> Iterator[Row]:
    say("Fyller i remissvar, läser in dem och sammanställer")
    return remiss.measure(ours, 1)


# In this order: the sites grow when they are built, and the browser is to see them as they are.
PARTS: dict[str, Callable[[Path, Path], Iterator[Row]]] = {
    "vikt": _weigh,
    "lighthouse": _judge,
    "sökning": _search,
    "tryck": _print,
    "grannar": _neighbours,
    "bygge": _build,
    "läsning": _load,
    "jämförelse": _compare,
    "export": _export,
    "status": _status,
    "remiss": _replies,
    "växt": _growth,
}

# Growth builds sites of thousands of pages, which takes longer than all the others together.
USUAL = [part for part in PARTS if part != "växt"]


def say(text: str) -> None:
    """Tell the progress beside the table, so that the table alone can be sent to a file."""
    print(text, file=sys.stderr, flush=True)


def main(asked: Sequence[str]) -> None:
    """Measure, print, and leave nothing behind."""
    if unknown := set(asked) - set(PARTS):
        raise SystemExit(f"Okänd del: {', '.join(sorted(unknown))}. Delarna är {', '.join(PARTS)}.")
    with tempfile.TemporaryDirectory(prefix="matning-") as folder:
        rows = list(measure(Path(folder), [part for part in PARTS if part in (asked or USUAL)]))
    table, causes = render(rows), render_causes(rows)
    causes = causes and f"Det som hindrar ett mål, eller en mätning:\n\n{causes}"
    print("\n\n".join(filter(None, [table, causes])))
    if not asked:
        readme.write(ROOT / "README.md", readme.section(table, causes, today(), readme.machine()))


if __name__ == "__main__":
    main(sys.argv[1:])
