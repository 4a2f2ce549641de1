"""A long article in pieces that are set one by one, each with as much text as the memory is to hold."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from planmotor.tryck.artiklar import BLOCKS, Artikel
from planmotor.tryck.raknare import Nivåer

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
ABOVE = "redan"  # the class of a heading that stands in an earlier piece, and here only tells how deep we are
GOES_ON = " (fortsättning)"
BLOCK, ROW = 60, 150  # what a block and a row weigh beside their letters, in letters
MOST = 110_000  # some 30 pages of tables


def väger(element: HtmlElement) -> int:
    """Return how much of the paper an element takes, in letters."""
    return len(element.text_content()) + BLOCK + ROW * sum(1 for _ in element.iter("tr"))


def i_bitar(sida: Artikel, most: int = MOST) -> list[Artikel]:
    """Return the article in pieces of about ``most`` letters; a table that goes on has its head again.

    A piece begins with the headings that it stands below, which aren't set again.
    """
    made, open_ = list[Artikel](), dict[int, HtmlElement]()
    for held in _pieces(_elements(copy.deepcopy(sida.artikel), most), most):
        made.append(_piece(sida, held, open_))
        for element in held:
            if element.tag in HEADINGS:
                level = int(str(element.tag)[1])
                open_ = {above: one for above, one in open_.items() if above < level} | {level: element}
    return made


def rubriknivåer(sida: Artikel) -> list[int]:
    """Return how deep each heading stands that is set, in reading order."""
    levels, found = Nivåer(), []
    for heading in sida.artikel.iter(*HEADINGS):
        if heading.text_content().strip():
            level = levels.nästa(int(str(heading.tag)[1]) + sida.djup)
            found += [] if heading.get("class") == ABOVE else [level]
    return found


def _elements(article: HtmlElement, most: int) -> Iterator[HtmlElement]:
    for element in article:
        if element.tag == "table" and väger(element) > most and _is_plain(element):
            yield from _tables(element, most)
        elif isinstance(element.tag, str):
            yield element


def _is_plain(table: HtmlElement) -> bool:
    """Tell whether a table may be divided between any two rows: no cell reaches over others."""
    return not table.xpath(".//tbody//*[@rowspan or @colspan]|.//table") and len(table.findall("tbody")) == 1


def _tables(table: HtmlElement, most: int) -> Iterator[HtmlElement]:
    """Yield tables of about ``most`` letters each; what stands below the rows comes with the last ones."""
    rows = list(table.find("tbody"))
    for place, some in enumerate(runs := list(_runs(rows, most))):
        made = _head_of(table)
        made.find("tbody").extend(some)
        caption = made.find("caption")
        if caption is not None and place:
            _append(caption, GOES_ON)
        if place + 1 == len(runs):
            made.extend(table.findall("tfoot"))
        yield made


def _head_of(table: HtmlElement) -> HtmlElement:
    made = table.makeelement(table.tag, dict(table.attrib))
    made.extend(copy.deepcopy(one) for one in table if one.tag in ("caption", "colgroup", "thead"))
    made.append(made.makeelement("tbody"))
    return made


def _append(element: HtmlElement, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _runs(rows: Iterable[HtmlElement], most: int) -> Iterator[list[HtmlElement]]:
    held, weight = list[HtmlElement](), 0
    for row in rows:
        if held and weight + väger(row) > most:
            yield held
            held, weight = [], 0
        held.append(row)
        weight += väger(row)
    if held:
        yield held


def _pieces(elements: Iterable[HtmlElement], most: int) -> Iterator[list[HtmlElement]]:
    """Yield elements that are set together; a heading goes with what stands below it."""
    held, weight = list[HtmlElement](), 0
    for element in elements:
        if weight + väger(element) > most and (before := _without_last_headings(held)):
            yield before
            held = held[len(before) :]
            weight = sum(map(väger, held))
        held.append(element)
        weight += väger(element)
    if held:
        yield held


def _without_last_headings(held: list[HtmlElement]) -> list[HtmlElement]:
    end = len(held)
    while end and (held[end - 1].tag in HEADINGS or _runs_on(held[end - 1])):
        end -= 1
    return held[:end]


def _runs_on(element: HtmlElement) -> bool:
    """Tell whether running text goes on after an element, so that nothing may come between."""
    return element.tag not in BLOCKS or bool((element.tail or "").strip())


def _piece(sida: Artikel, held: list[HtmlElement], above: dict[int, HtmlElement]) -> Artikel:
    article = sida.artikel.makeelement(sida.artikel.tag)
    for heading in above.values():
        known = article.makeelement(heading.tag, {"class": ABOVE})
        known.text = heading.text_content()
        article.append(known)
    article.extend(held)
    return replace(sida, artikel=article)
