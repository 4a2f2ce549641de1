"""A document for the terminal: plain text, with tables in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from planmotor.grund.text import visible
from planmotor.office.dokument.typer import Block, Del, Dokument, Lista, Punkt, Stycke, Tabell, Text, slät

# Changed words, as git diff --word-diff marks them.
MARKS = {"borttaget": "[-{}-]", "tillagt": "{{+{}+}}"}
WIDTH, GAP = 100, 2  # characters: of a line, and between columns
LINES = "=-"


def som_text(dokument: Dokument) -> str:
    """Return the document as text; it ends with a line feed."""
    lines = [dokument.titel, "=" * len(dokument.titel), ""]
    lines += [f"{name}: {value}" for name, value in dokument.uppgifter]
    for part in dokument.delar:
        lines += _part(part, 0)
    return "".join(f"{visible(line).rstrip()}\n" for line in lines)


def _part(part: Del, level: int) -> Iterator[str]:
    yield ""
    yield part.rubrik
    if level < len(LINES):
        yield LINES[level] * len(part.rubrik)
    for block in part.block:
        if level < len(LINES):
            yield ""
        yield from _block(block)
    for below in part.delar:
        yield from _part(below, level + 1)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Stycke):
        yield from wrap(märkt_text(block.text), WIDTH)
    elif isinstance(block, Lista):
        for item in block.punkter:
            yield from _item(item)
    else:
        yield from _table(block)


def _item(item: Punkt) -> Iterator[str]:
    yield from wrap(märkt_text(item.text), WIDTH, initial_indent="- ", subsequent_indent="  ")
    for below in item.under:
        yield from wrap(märkt_text(below), WIDTH, initial_indent="  - ", subsequent_indent="    ")


def märkt_text(words: Text) -> str:
    """Return words with their marks."""
    return "".join(MARKS.get(word.slag, "{}").format(word.text) for word in words)


def _table(table: Tabell) -> Iterator[str]:
    rows = [[slät(cell) for cell in row] for row in (*table.rader, *filter(None, [table.summa]))]
    widths = _widths([list(table.kolumner), *rows], table.siffror)
    yield table.rubrik
    yield from _laid(table.kolumner, widths, table.siffror)
    yield (" " * GAP).join("-" * width for width in widths)
    for row in rows:
        yield from _laid(row, widths, table.siffror)


def _widths(rows: list[list[str]], numbers: bool) -> list[int]:
    """Return how wide columns are: as their longest cell, but sharing what a line has room for."""
    wanted = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    least = [max(len(word) for row in rows for word in (row[n].split() or [""])) for n in range(len(rows[0]))]
    room = WIDTH - GAP * (len(wanted) - 1)
    while sum(wanted) > room:
        widest = max(
            range(len(wanted)), key=lambda n: (wanted[n] > least[n], wanted[n] if not numbers else -n)
        )
        if wanted[widest] <= least[widest]:
            break  # words are never broken: the lines become longer
        wanted[widest] -= 1
    return wanted


def _laid(cells: Sequence[str], widths: list[int], numbers: bool) -> Iterator[str]:
    columns = [wrap(cell, width) or [""] for cell, width in zip(cells, widths, strict=True)]
    for line in range(max(map(len, columns))):
        parts = [column[line] if line < len(column) else "" for column in columns]
        yield (" " * GAP).join(
            part.rjust(width) if numbers and n else part.ljust(width)
            for n, (part, width) in enumerate(zip(parts, widths, strict=True))
        )
