"""Tables: header rows that come again on every page, groups, row headers, and widths after what cells hold."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from lxml.html import HtmlElement

from planmotor.tryck.inline import anchored, inline
from planmotor.tryck.skrift import array, string
from planmotor.tryck.verk import Verk

WIDE = 5  # from so many columns a table has a page on its side
WIDE_CHARACTERS = 110  # or when the longest words of its columns need so many characters
SHORT = 22  # a column whose cells all are so short is as wide as they are
LONG_ROW = 1200  # a row with more characters may be broken between pages
Flow = Callable[[HtmlElement, Verk], str]


class Cell(NamedTuple):
    """A cell and how many columns and rows it takes."""

    element: HtmlElement
    columns: int
    rows: int


def table(element: HtmlElement, verk: Verk, flow: Flow, överst: bool) -> tuple[str, bool]:
    """Return the table's markup, and whether it needs a page on its side."""
    head = [_cells(row) for row in element.xpath("./thead/tr")]
    body = [_cells(row) for row in element.xpath("./tbody/tr|./tr|./tfoot/tr")]
    number = max((_width(row) for row in [*head, *body]), default=0)
    if not number:
        return "", False
    kinds: list[list[str]] = []
    verk.tabeller.append(kinds)
    parts = [_head(head, verk, flow, kinds)] if head else []
    parts += [_row(row, number, verk, flow, kinds) for row in body]
    columns = _columns(number, [*head, *body])
    wide = överst and (number >= WIDE or _longest_words(number, [*head, *body]) > WIDE_CHARACTERS)
    caption = element.find("caption")
    name = f"caption: [{inline(caption, verk, noter=False)}], " if caption is not None else ""
    anchor = anchored(element, verk) + (anchored(caption, verk) if caption is not None else "")
    whole = all(sum(len(cell.element.text_content()) for cell in row) < LONG_ROW for row in body)
    made = f"#tabell({name}hel: {'true' if whole else 'false'}, columns: {array(columns)},\n{', '.join(parts)})"
    return anchor + made, wide


def _cells(row: HtmlElement) -> list[Cell]:
    return [
        Cell(cell, _span(cell, "colspan"), _span(cell, "rowspan"))
        for cell in row
        if cell.tag in ("td", "th")
    ]


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.get(name) or "1"
    return max(1, int(value)) if value.isdecimal() else 1


def _width(row: list[Cell]) -> int:
    return sum(cell.columns for cell in row)


def _head(rows: list[list[Cell]], verk: Verk, flow: Flow, kinds: list[list[str]]) -> str:
    cells = [_cell(cell, flow(cell.element, verk)) for row in rows for cell in row]
    kinds += [["" for _ in row] for row in rows]
    return f"table.header({', '.join(cells)})"


def _row(row: list[Cell], number: int, verk: Verk, flow: Flow, kinds: list[list[str]]) -> str:
    """Return a row of the body; one that names the rows below it comes again where they go on."""
    line = row[0].element.getparent() if row else None
    if line is None:
        return ""
    anchor = anchored(line, verk)
    if len(row) == 1 and row[0].columns >= number and row[0].element.tag == "th":
        kinds.append([""])
        return f"table.header(level: 2, {_cell(row[0], anchor + flow(row[0].element, verk), fill='grupp')})"
    kinds.append([_kind(cell.element) for cell in row])
    counted = "" if "om" in (line.get("class") or "").split() else verk.nästa_rad()
    mark = f"#radnr({string(counted)});" if counted else ""
    first = mark + anchor
    return ", ".join(
        _cell(cell, (first if n == 0 else "") + _content(cell.element, verk, flow)) for n, cell in enumerate(row)
    )


def _kind(cell: HtmlElement) -> str:
    """Return the scope of a header cell as PDF spells it; nothing for a cell with data."""
    if cell.tag != "th":
        return ""
    return "Row" if (cell.get("scope") or "row").startswith("row") else "Column"


def _content(cell: HtmlElement, verk: Verk, flow: Flow) -> str:
    text = flow(cell, verk)
    share = re.search(r"--andel:\s*([\d.]+)", cell.get("style") or "")
    if share and "stapel" in (cell.get("class") or ""):
        return f"#stapel({float(share[1])})[{text}]"
    return f"#strong[{text}]" if cell.tag == "th" else text


def _cell(cell: Cell, text: str, fill: str = "") -> str:
    options = [f"colspan: {cell.columns}"] if cell.columns > 1 else []
    options += [f"rowspan: {cell.rows}"] if cell.rows > 1 else []
    options += [f"fill: {fill}"] if fill else []
    return f"table.cell({', '.join(options)})[{text}]" if options else f"[{text}]"


def _columns(number: int, rows: list[list[Cell]]) -> list[str]:
    """Return the width of every column: its own when all its cells are short, else a share of what is left."""
    lengths: list[list[int]] = [[] for _ in range(number)]
    words = [0] * number
    for row in rows:
        if len(row) == number:
            for column, cell in enumerate(row):
                text = cell.element.text_content()
                lengths[column].append(len(text))
                words[column] = max([words[column], *map(len, text.split())])
    made = []
    for column in range(number):
        most = max(lengths[column], default=0)
        if most <= SHORT or not lengths[column]:
            made.append("auto")
        else:
            mean = sum(lengths[column]) / len(lengths[column])
            made.append(f"{max(min(mean, 90) ** 0.6, min(words[column], 20) * 0.55):.2f}fr")
    return made


def _longest_words(number: int, rows: list[list[Cell]]) -> int:
    longest = [0] * number
    for row in rows:
        if len(row) == number:
            for column, cell in enumerate(row):
                longest[column] = max([longest[column], *map(len, cell.element.text_content().split())])
    return sum(longest)
