"""A built site as something that can be compared: what its readers meet, and nothing of how it is written."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import html

from planmotor.jamfora import flode
from planmotor.jamfora.granskning.byggen import Bygge, Sidbild
from planmotor.sajt.ursprung import sbom

ARTICLE = "//main//article"
# What begins on a line of its own for whoever reads a page. A row is one line.
BLOCKS = {
    *(
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "button",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
    ),
    *(
        "fieldset",
        "figcaption",
        "figure",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "label",
        "legend",
    ),
    *(
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "thead",
        "tfoot",
    ),
    *("tr", "ul"),
}
CELLS = {"td", "th"}
FRAME = "//aside[contains(@class, 'utkast')] | //header | //footer"
# When a calendar was made says nothing of what is in it.
STAMPS = re.compile(rb"^(?:DTSTAMP|LAST-MODIFIED|SEQUENCE)[;:].*\r?\n", re.M)
NOT_COMPARED = (".html", ".pdf", ".gz", ".rdf", ".css", ".js")  # pages, what is printed of them, and looks
# What rests on the history in Git, or on the computer: the base has none of its own.
HISTORY = {flode.NAME, sbom.NAME}
START = "index.html"


def läs_bygge(site: Path) -> Bygge:
    """Return what a built site shows. A page without an article, as one that only sends on, is none."""
    pages, frame = {}, list[str]()
    for file in sorted(site.rglob(START)):
        tree: Any = html.fromstring(file.read_bytes().decode("utf-8"))
        article = tree.xpath(ARTICLE)
        if article:
            address = file.relative_to(site).as_posix().removesuffix(START)
            pages[address] = _page(tree, article[0])
            frame = frame if address else [line for part in tree.xpath(FRAME) for line in lines(part)]
    files = (file for file in sorted(site.rglob("*")) if file.is_file() and file.suffix not in NOT_COMPARED)
    sums = {file.relative_to(site).as_posix(): _sum(file) for file in files if file.name not in HISTORY}
    return Bygge(pages, sums, tuple(frame))


def _page(tree: Any, article: Any) -> Sidbild:
    title = " ".join("".join(article.xpath("(.//h1)[1]//text()")).split())
    described = tree.xpath("//head/title/text() | //head/meta[@name='description']/@content")
    links = (f"{_words(a)} → {a.get('href')}" for a in article.iter("a") if a.get("href"))
    pictures = (f"{i.get('alt')} → {i.get('src')}" for i in article.iter("img"))
    return Sidbild(
        title or (described[0] if described else ""),
        tuple(line for line in (*described, *lines(article)) if line),
        (*links, *pictures),
        tuple(dict.fromkeys(article.xpath(".//@id"))),
    )


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def lines(element: Any) -> Iterator[str]:
    """Yield the lines of text in an element, each on one line with single spaces."""
    gathered: list[str] = []
    for text, ends in _texts(element):
        gathered.append(text)
        if ends:
            line = " ".join("".join(gathered).split()).strip("| ")
            gathered = []
            if line:
                yield line
    if line := " ".join("".join(gathered).split()).strip("| "):
        yield line


def _texts(element: Any) -> Iterator[tuple[str, bool]]:
    """Yield each piece of text, and whether a line ends after it."""
    if not isinstance(element.tag, str) or element.tag in {"script", "style"}:
        yield element.tail or "", False
        return
    is_block = element.tag in BLOCKS
    if is_block:
        yield "", True
    yield element.text or "", False
    for child in element:
        yield from _texts(child)
    if element.tag in CELLS:
        yield " | ", False
    if is_block:
        yield "", True
    yield element.tail or "", False


def _sum(file: Path) -> str:
    raw = file.read_bytes()
    return hashlib.sha256(STAMPS.sub(b"", raw) if file.suffix == ".ics" else raw).hexdigest()
