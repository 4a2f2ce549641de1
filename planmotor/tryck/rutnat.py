"""The grid of a table: every row as wide as the table, whatever cells have been left out or let run on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lxml.html import HtmlElement


class Tryckcell(NamedTuple):
    """A cell and how many columns and rows it takes."""

    element: HtmlElement
    columns: int
    rows: int


Rader = list[list[Tryckcell]]


def cells(row: HtmlElement) -> list[Tryckcell]:
    """Return the cells of a row."""
    return [
        Tryckcell(cell, _span(cell, "colspan"), _span(cell, "rowspan"))
        for cell in row
        if cell.tag in ("td", "th")
    ]


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.get(name) or "1"
    return max(1, int(value)) if value.isdecimal() else 1


def width(rows: Sequence[Sequence[Tryckcell]]) -> int:
    """Return the number of columns, counting cells that go on from the rows above."""
    widest, going_on = 0, list[Tryckcell]()
    for row in rows:
        going_on = [cell._replace(rows=cell.rows - 1) for cell in going_on if cell.rows > 1] + list(row)
        widest = max(widest, sum(cell.columns for cell in going_on))
    return widest


def fitted(rows: Rader, number: int) -> Rader:
    """Return the rows with empty cells where one is short, and no cell that goes on below the last row."""
    covered = [0] * number
    return [_fitted_row(row, covered, len(rows) - at) for at, row in enumerate(rows)]


def _fitted_row(row: list[Tryckcell], covered: list[int], left: int) -> list[Tryckcell]:
    made, waiting, column = list[Tryckcell](), list(row), 0
    while column < len(covered):
        if covered[column]:
            covered[column] -= 1
            column += 1
            continue
        cell = waiting.pop(0) if waiting else _empty(row[0])
        room = next((n for n, rows in enumerate(covered[column:]) if rows), len(covered) - column)
        made.append(cell._replace(columns=min(cell.columns, room), rows=min(cell.rows, left)))
        for at in range(column, column + made[-1].columns):
            covered[at] = made[-1].rows - 1
        column += made[-1].columns
    return made


def _empty(beside: Tryckcell) -> Tryckcell:
    element = beside.element.makeelement("td")
    line = beside.element.getparent()
    if line is not None:
        line.append(element)
    return Tryckcell(element, 1, 1)
