"""What the plain-language check found, for the terminal, for a code review and for other programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict

from planmotor.grund.report import as_github, as_text
from planmotor.klarsprak import Examination, Row
from planmotor.klarsprak.lix import decimal

HEADINGS = ("Sida", "LIX", "Ord", "Ord per mening", "Mål")


def as_tables(found: Examination) -> str:
    """Return the table of pages, and the problems below it."""
    lines = [HEADINGS, *map(_cells, found.rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    table = "\n".join(_aligned(line, widths) for line in lines)
    return f"{table}\n\n{as_text(found.problems)}" if found.problems else table


def as_data(found: Examination) -> str:
    """Return pages and problems as JSON; LIX is null for a page without text of its own."""
    pages = [
        {
            "path": row.path,
            "lix": row.measure.lix,
            "words": row.measure.words,
            "sentences": row.measure.sentences,
            "words_per_sentence": row.measure.words_per_sentence,
            "goal": {"lix": row.goal.lix, "words_per_sentence": row.goal.ord_per_mening},
        }
        for row in found.rows
    ]
    made = {"pages": pages, "problems": [asdict(problem) for problem in found.problems]}
    return json.dumps(made, ensure_ascii=False, indent=2)


def _cells(row: Row) -> tuple[str, ...]:
    goal = f"LIX {row.goal.lix}"
    if row.goal.ord_per_mening:
        goal += f", {row.goal.ord_per_mening} ord per mening"
    measure = row.measure
    return (row.path, decimal(measure.lix), str(measure.words), decimal(measure.words_per_sentence), goal)


def _aligned(cells: tuple[str, ...], widths: list[int]) -> str:
    first, *numbers, last = cells
    middle = "  ".join(cell.rjust(width) for cell, width in zip(numbers, widths[1:], strict=False))
    return f"{first.ljust(widths[0])}  {middle}  {last}"


SHOWN: dict[str, Callable[[Examination], str]] = {
    "text": as_tables,
    "github": lambda found: as_github(found.problems),
    "json": as_data,
}
