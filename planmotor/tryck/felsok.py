"""Where a document that can't be set goes wrong: the page and the section, told to whoever wrote it."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from lxml.html import HtmlElement

from planmotor.grund.problem import Stopped
from planmotor.tryck.artiklar import Artikel
from planmotor.tryck.dokument import dokument
from planmotor.tryck.satt import sätt
from planmotor.tryck.uppgifter import Uppgifter

HEADINGS = ("h1", "h2", "h3")


class Felställe(NamedTuple):
    """Where a document can't be set: a page's title and address, and its section (empty when it is all)."""

    titel: str
    adress: str
    avsnitt: str

    def __str__(self) -> str:
        """Return the place in words."""
        section = f', avsnittet "{self.avsnitt}"' if self.avsnitt and self.avsnitt != self.titel else ""
        return f'sidan "{self.titel}" ({self.adress}/){section}'


class Otryckbar(Stopped):
    """Raised when a document can't be set; ``ställen`` are the pages where it goes wrong."""

    def __init__(self, said: str, places: Sequence[Felställe | None]) -> None:
        """Keep where it goes wrong, for whoever knows which file a page is made of."""
        self.ställen = [place for place in places if place]
        super().__init__(said)


def felställe(sidor: Sequence[Artikel], uppgifter: Uppgifter, rot: Path | None = None) -> Felställe | None:
    """Return where the first fault stands; None when every page can be set by itself."""
    bare = replace(uppgifter, framsida=False, innehåll=False, remiss=None)
    for sida in sidor:
        if _fails(sida, bare, rot):
            title = sida.artikel.findtext("h1") or sida.adress
            within = next((name for name, part in _sections(sida) if _fails(part, bare, rot)), "")
            return Felställe(title.strip(), sida.adress, within)
    return None


def _fails(sida: Artikel, uppgifter: Uppgifter, rot: Path | None) -> bool:
    try:
        # Setting a page marks its tree, so it is a copy that is tried.
        sätt(dokument([replace(sida, artikel=copy.deepcopy(sida.artikel))], uppgifter), rot)
    except Stopped:
        return True
    return False


def _sections(sida: Artikel) -> Iterator[tuple[str, Artikel]]:
    """Yield each section by its heading, as a page of its own."""
    name, held = "", list[HtmlElement]()
    for element in [*sida.artikel, None]:
        if element is None or element.tag in HEADINGS:
            if held:
                yield name, _page_of(sida, held)
            name, held = ("" if element is None else element.text_content().strip()), []
        if element is not None:
            held.append(element)


def _page_of(sida: Artikel, held: Sequence[HtmlElement]) -> Artikel:
    article = sida.artikel.makeelement(sida.artikel.tag)
    if held[0].tag != HEADINGS[0]:  # no document can begin with a lower one
        article.append(article.makeelement(HEADINGS[0]))
        article[0].text = sida.adress or "-"
    article.extend(copy.deepcopy(element) for element in held)
    return replace(sida, artikel=article)
