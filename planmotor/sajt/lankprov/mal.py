"""Where an address leads: to a file of the site and a place in it, to somewhere else, or nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from urllib.parse import unquote, urljoin, urlsplit

from planmotor.sajt.lankprov.typer import Död, Länk, Läst

WEB = {"http", "https", "webcal"}
DIRECTIVE = ":~:"  # what follows is the browser's own: a text to look for
TOP = {"", "top"}
NO_PLACES = (
    ".css",
    ".csv",
    ".ics",
    ".json",
    ".rdf",
    ".svg",
    ".xml",
    ".xlsx",
    ".docx",
    ".zip",
    ".webp",
    ".png",
)
PAGE = "index.html"


class Mål:
    """Every file of the site, and the places in those that have any."""

    def __init__(self, filer: Iterable[str], lästa: Mapping[str, Läst], adress: str) -> None:
        self.filer, self.lästa, self.adress = set(filer), lästa, adress
        self.rot = urlsplit(adress).path or "/"
        self._found = lru_cache(maxsize=None)(self._lookup)

    @cached_property
    def värd(self) -> str:
        """The host of the site; empty until it has got an address."""
        return urlsplit(self.adress).netloc

    def död(self, länk: Länk) -> Död | None:
        """Return the link as a dead one; None when it leads somewhere, or away from the site."""
        folder = "" if länk.adress.startswith("#") else posixpath.dirname(länk.fil)
        inside = self._within(länk.fil if länk.adress.startswith("#") else folder, länk.adress)
        if inside is None:
            return None
        path, anchor = inside
        file = self._found(path)
        if file is None:
            return Död(länk, path)
        return None if self._has(file, anchor) else Död(länk, path or file, anchor)

    def _within(self, folder: str, address: str) -> tuple[str, str] | None:
        """Return path and anchor of an address within the site; None for one that leads elsewhere."""
        if address.startswith("#"):
            return folder, address[1:]
        try:
            parts = urlsplit(address.strip())
        except ValueError:  # as of a host within half a bracket
            return None
        if parts.scheme or parts.netloc:
            if parts.scheme not in WEB or not self.värd or parts.netloc != self.värd:
                return None
            path = parts.path
        else:
            path = (
                urljoin(f"{self.rot}{folder}/", parts.path or ".") if parts.path else f"{self.rot}{folder}/"
            )
        if not f"{path}/".startswith(self.rot):
            return path, parts.fragment
        return unquote(path[len(self.rot) :]), parts.fragment

    def _lookup(self, path: str) -> str | None:
        """Return the file that a path leads to: itself, or the page of its folder."""
        bare = posixpath.normpath(path.strip("/")) if path.strip("/") else ""
        bare = "" if bare == "." else bare
        if bare in self.filer and not path.endswith("/"):
            return bare
        index = f"{bare}/{PAGE}" if bare else PAGE
        return index if index in self.filer else None

    def _has(self, file: str, anchor: str) -> bool:
        anchor = anchor.partition(DIRECTIVE)[0]
        read = self.lästa.get(file)
        if anchor in TOP or read is None or file.endswith(NO_PLACES):
            return True
        if file.endswith(".pdf") and "=" in anchor:  # page=3 and its like are asked of the reader
            return True
        if anchor in read.ankare or unquote(anchor) in read.ankare:
            return True
        # Whoever is sent on comes to the top of the new page, also when the place was on the old one.
        return bool(read.vidare)
