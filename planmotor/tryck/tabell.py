"""Tables: header rows that come again on every page, groups, row headers, and fitting widths."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from lxml.html import HtmlElement

from planmotor.tryck.bredd import is_wide, widths
from planmotor.tryck.inline import anchored, inline
from planmotor.tryck.rutnat import Rader, Tryckcell, cells, fitted, width
from planmotor.tryck.skrift import array, string
from planmotor.tryck.verk import Verk

SHORT_FACTS = 90  # facts of a group so short stand in its heading
LONG_ROW = 1200  # a row with more characters may be broken between pages
Flow = Callable[[HtmlElement, Verk], str]


def table(element: HtmlElement, verk: Verk, flow: Flow, överst: bool) -> tuple[str, bool]:
    """Return the table's markup, and whether it needs a page on its side."""
    above, below = _rows(element, "./thead/tr"), _rows(element, "./tbody/tr|./tr|./tfoot/tr")
    number = max(width(above), width(below))
    if not number:
        return "", False
    head, body = fitted(above, number), fitted(below, number)
    kinds: list[list[str]] = []
    verk.tabeller.append(kinds)
    with verk.tätare():
        parts = [_head(head, verk, flow, kinds)] if head else []
        parts += _body(_joined(body, number), number, verk, flow, kinds)
    texts = [[cell.element.text_content() for cell in row] for row in [*head, *body] if len(row) == number]
    wide = överst and is_wide(number, texts)
    columns = widths(number, texts, wide)
    caption = element.find("caption")
    name = f"caption: [{inline(caption, verk, noter=False)}], " if caption is not None else ""
    anchor = anchored(element, verk) + (anchored(caption, verk) if caption is not None else "")
    whole = all(sum(len(cell.element.text_content()) for cell in row) < LONG_ROW for row in body)
    made = (
        f"#tabell({name}hel: {'true' if whole else 'false'}, columns: {array(columns)},\n{', '.join(parts)})"
    )
    return anchor + made, wide


def _rows(element: HtmlElement, path: str) -> Rader:
    return [found for row in element.xpath(path) if (found := cells(row))]


def _head(rows: Rader, verk: Verk, flow: Flow, kinds: list[list[str]]) -> str:
    made = [_cell(cell, flow(_unlinked(cell.element), verk)) for row in rows for cell in row]
    kinds += [["" for _ in row] for row in rows]
    return f"table.header({', '.join(made)})"


def _unlinked(heading: HtmlElement) -> HtmlElement:
    """Take the links out of a heading: where it comes again it is no content and may have none in PDF/UA."""
    for link in heading.xpath(".//a[not(contains(@class, 'footnote-ref'))]"):
        link.attrib.pop("href", None)
    return heading


def _joined(rows: Rader, number: int) -> Rader:
    """Return the rows, with a group's few facts moved into the heading that comes again with it."""
    made: Rader = []
    for row in rows:
        if made and _is_group(made[-1], number) and len(row) == 1 and _facts(row[0].element):
            heading, facts = made[-1][0].element, list(row[0].element)
            for fact in facts:
                heading.append(fact)
        else:
            made.append(row)
    return made


def _facts(cell: HtmlElement) -> bool:
    line = cell.getparent()
    said = cell.text_content()
    return line is not None and "om" in (line.get("class") or "").split() and len(said) <= SHORT_FACTS


def _is_group(row: list[Tryckcell], number: int) -> bool:
    return len(row) == 1 and row[0].columns >= number and row[0].element.tag == "th"


def _body(rows: Rader, number: int, verk: Verk, flow: Flow, kinds: list[list[str]]) -> Iterator[str]:
    for row, below in pairwise([*rows, []]):
        if _is_group(row, number):
            leads = bool(below) and not _is_group(below, number)
            yield _group(row[0], leads, verk, flow, kinds)
        else:
            yield _row(row, verk, flow, kinds)


def _group(cell: Tryckcell, leads: bool, verk: Verk, flow: Flow, kinds: list[list[str]]) -> str:
    """Return the name of a group; one that leads rows comes again where they go on.

    A group without rows of its own is a row: as a heading of nothing Typst can't place it first in a table.
    """
    anchor = anchored(cell.element.getparent(), verk)
    name = _cell(cell, f"#gruppnamn[{anchor}{flow(_unlinked(cell.element), verk)}]", fill="grupp")
    kinds.append(["" if leads else _kind(cell.element)])
    return f"table.header(level: 2, {name})" if leads else name


def _row(row: list[Tryckcell], verk: Verk, flow: Flow, kinds: list[list[str]]) -> str:
    """Return a row of the body."""
    line = row[0].element.getparent()
    anchor = anchored(line, verk)
    kinds.append([_kind(cell.element) for cell in row])
    counted = "" if "om" in (line.get("class") or "").split() else verk.nästa_rad()
    mark = f"#radnr({string(counted)});" if counted else ""
    first = mark + anchor
    return ", ".join(
        _cell(cell, (first if n == 0 else "") + _content(cell.element, verk, flow))
        for n, cell in enumerate(row)
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


def _cell(cell: Tryckcell, text: str, fill: str = "") -> str:
    options = [f"colspan: {cell.columns}"] if cell.columns > 1 else []
    options += [f"rowspan: {cell.rows}"] if cell.rows > 1 else []
    options += [f"fill: {fill}"] if fill else []
    return f"table.cell({', '.join(options)})[{text}]" if options else f"[{text}]"
