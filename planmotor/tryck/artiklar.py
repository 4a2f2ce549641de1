"""The built pages, as print wants them: the article alone, without what only a screen can use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from planmotor.grund.problem import Stopped

# Elements that are tools, controls or hidden on paper.
TOOLS = ("verktyg", "dold", "utskrifter", "bladinfo", "footnote-backref")
NOT_PRINTED = "ej-tryck"
HAS_CLASS = "contains(concat(' ', normalize-space(@class), ' '), ' {} ')"
LEFT_OUT = "|".join(
    [
        *(
            f".//{tag}"
            for tag in ("script", "style", "form", "button", "noscript", "nav", "template", "input")
        ),
        *(f".//*[{HAS_CLASS.format(name)}]" for name in (*TOOLS, NOT_PRINTED)),
    ]
)
SECTIONS = "|".join(f".//{tag}[{HAS_CLASS.format(NOT_PRINTED)}]" for tag in ("h2", "h3", "h4"))
BLOCK_TAGS = (
    "address article aside blockquote caption dd details div dl dt figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul"
)
BLOCKS = frozenset(BLOCK_TAGS.split())
SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Artikel:
    """A page to print: its address within the site without slashes at the ends, and its article.

    ``djup`` is how far below the document's own headings its first heading stands: 0 is a chapter.
    """

    adress: str
    artikel: HtmlElement
    språk: str = "sv"
    djup: int = 0


def läs_sida(site: Path, adress: str, djup: int = 0) -> Artikel:
    """Read a built page. Raises Stopped when it isn't built."""
    file = site / adress / "index.html"
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError as none:
        raise Stopped(f"Sidan {file} finns inte. Bygg webbplatsen först: planmotor bygg") from none
    return av_html(text, adress, djup)


def av_html(källa: str | HtmlElement, adress: str = "", djup: int = 0) -> Artikel:
    """Return a page of HTML, whole or only its article; a tree that is given isn't changed."""
    tree = (
        html.document_fromstring(källa) if isinstance(källa, str) else html.fromstring(html.tostring(källa))
    )
    article = next((found for tag in ("article", "main", "body") for found in tree.iter(tag)), tree)
    language = next(iter(tree.xpath("ancestor-or-self::html/@lang")), "sv")
    return Artikel(adress.strip("/"), _prepared(article), str(language), djup)


def läs_blankett(site: Path, adress: str) -> HtmlElement | None:
    """Return the form that a built page has to print; None when it has none or isn't built."""
    file = site / adress / "index.html"
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    if '<form class="blad' not in text:
        return None
    return next(iter(html.document_fromstring(text).xpath("//form[starts-with(@class, 'blad')]")), None)


def former(källa: str) -> str:
    """Return the page's sprite, the SVG that holds the shapes of states; empty when it has none."""
    found = re.search(r'<svg class="sprite".*?</svg>', källa, re.DOTALL)
    return found[0] if found else ""


def _prepared(article: HtmlElement) -> HtmlElement:
    for heading in article.xpath(SECTIONS):
        for element in _section(heading):
            element.drop_tree()
    for element in article.xpath(LEFT_OUT):
        element.drop_tree()
    _normalize(article)
    return article


def _section(heading: HtmlElement) -> list[HtmlElement]:
    """Return a heading and what stands under it, to the next heading that is as high."""
    level = str(heading.tag)
    found = [heading]
    for element in heading.itersiblings():
        tag = str(element.tag)
        if re.fullmatch(r"h\d", tag) and tag <= level:
            break
        found.append(element)
    return found


def _normalize(article: HtmlElement) -> None:
    """Make white space one space, and none at the borders of blocks, as a browser shows it."""
    for element in list(_outside_pre(article)):
        element.text = SPACE.sub(" ", element.text or "")
        element.tail = SPACE.sub(" ", element.tail or "")
    for element in article.iter():
        if element.tag == "br" or element.tag in BLOCKS:
            element.tail = (element.tail or "").lstrip(" ")
            _strip_before(element)
        if element.tag in BLOCKS and element.tag != "pre":
            element.text = (element.text or "").lstrip(" ")
            if len(element):
                element[-1].tail = (element[-1].tail or "").rstrip(" ")
            else:
                element.text = element.text.rstrip(" ")


def _outside_pre(article: HtmlElement) -> Iterator[HtmlElement]:
    for element in article.iter():
        if not isinstance(element.tag, str):
            element.text = ""  # a comment
        elif element.tag != "pre" and next(element.iterancestors("pre"), None) is None:
            yield element


def _strip_before(element: HtmlElement) -> None:
    before, above = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "").rstrip(" ")
    elif above is not None:
        above.text = (above.text or "").rstrip(" ")
