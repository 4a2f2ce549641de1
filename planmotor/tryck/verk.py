"""The state of one conversion: which addresses are in the document, and what has been counted so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement

from planmotor.tryck.artiklar import Artikel
from planmotor.tryck.raknare import Nivåer


@dataclass
class Verk:
    """What every part of the conversion shares.

    ``rader`` counts table rows through the whole document. ``tabeller`` holds, table by table and row by row,
    which cells are row headers; the finished PDF is marked up after it.
    """

    adresser: frozenset[str] = frozenset()
    ankare: frozenset[tuple[str, str]] = frozenset()
    länkade: frozenset[tuple[str, str]] = frozenset()
    webbplats: str = ""
    radnummer: bool = False
    sida: Artikel | None = None
    tätt: bool = False  # in a table or small print, where links go without page numbers
    rader: int = 0
    tabeller: list[list[list[str]]] = field(default_factory=list)
    noterade: set[str] = field(default_factory=set)
    satta: set[tuple[str, str]] = field(default_factory=set)
    noter: set[str] = field(default_factory=set)
    nivåer: Nivåer = field(default_factory=Nivåer)

    def mål(self, href: str) -> tuple[str, str] | None:
        """Return address and anchor of a place within the document, or None when it lies outside it."""
        parts = urlsplit(urljoin(f"/{self._here()}", href))
        if parts.scheme or parts.netloc:
            return None
        address, anchor = unquote(parts.path).removesuffix("index.html").strip("/"), unquote(parts.fragment)
        if address not in self.adresser:
            return None
        return (address, anchor if (address, anchor) in self.ankare else "")

    def utanför(self, href: str) -> str:
        """Return the whole address of a place outside the document; empty when it isn't known."""
        if urlsplit(href).scheme:
            return href
        path = urljoin(f"/{self._here()}", href).lstrip("/")
        return self.webbplats + path if self.webbplats else ""

    def märke(self, element: HtmlElement) -> str:
        """Return the name of the element's anchor if something in the document points to it, once only."""
        place = (self.sida.adress if self.sida else "", element.get("id") or "")
        if place not in self.länkade or place in self.satta or not place[1]:
            return ""
        self.satta.add(place)
        return etikett(*place)

    def nästa_rad(self) -> str:
        """Return the number of the next row of a table, when rows are numbered."""
        if not self.radnummer:
            return ""
        self.rader += 1
        return f"R{self.rader}"

    @contextmanager
    def tätare(self) -> Iterator[None]:
        """Leave out page numbers of links while inside."""
        before, self.tätt = self.tätt, True
        try:
            yield
        finally:
            self.tätt = before

    def _here(self) -> str:
        return f"{self.sida.adress}/" if self.sida and self.sida.adress else ""


def etikett(adress: str, ankare: str = "") -> str:
    """Return the name of a place in the document."""
    return f"{adress}#{ankare}"


def nytt_verk(sidor: Iterable[Artikel], webbplats: str = "", radnummer: bool = False) -> Verk:
    """Return the state in which the conversion of these pages begins."""
    pages = list(sidor)
    verk = Verk(
        adresser=frozenset(page.adress for page in pages),
        ankare=frozenset(
            (page.adress, str(element.get("id")))
            for page in pages
            for element in page.artikel.iter()
            if element.get("id")
        ),
        webbplats=webbplats,
        radnummer=radnummer,
    )
    found = set()
    for page in pages:
        verk.sida = page
        found |= {verk.mål(str(href)) for href in page.artikel.xpath(".//a/@href")}
    verk.länkade = frozenset(place for place in found if place)
    return verk
