"""How much a reader fetches on a first visit: requests, gzipped bytes and other hosts, seen by Chromium.

A web host that compresses with brotli sends less than this: what stays under a goal here does so there too.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from matning.browser import HOST, chromium, serve
from matning.process import python
from matning.sites import looked_at, with_search
from matning.table import Row

GOAL, SEARCH_GOAL = 60, 160  # kB, thousands of bytes
WORDS = "läkarkontakt"
OUR_HIT, PEER_HIT = ".traffar li", ".md-search-result__item"


class Visit(NamedTuple):
    """What one visit with an empty cache fetched."""

    kilobytes: float
    requests: int
    foreign: int


def measure(ours: Path, peer: Path) -> Iterator[Row]:
    """Yield what some pages and a first search weigh, ours whole as it is published."""
    with chromium() as browser:
        for name, address in looked_at(ours).items():
            mine, theirs = (visit(browser, site, address) for site in (ours, peer))
            yield Row(f"{name}, gzip", mine.kilobytes, theirs.kilobytes, "kB", GOAL)
            yield Row(f"{name}, anrop", mine.requests, theirs.requests)
            yield Row(f"{name}, anrop till andra värdar", mine.foreign, theirs.foreign, most=0)
        yield _search(browser, ours, with_search(peer, peer.with_name("med-sok")))


def _search(browser: Browser, ours: Path, peer: Path) -> Row:
    """Return what the first search costs, with the page that it is made from: the whole visit."""
    python(peer, "-m", "mkdocs", "build")
    mine = visit(browser, ours, f"sok/?q={WORDS}", OUR_HIT)
    theirs = visit(browser, peer, f"?q={WORDS}", PEER_HIT)
    return Row("Första sökningen och dess sida", mine.kilobytes, theirs.kilobytes, "kB", SEARCH_GOAL)


def visit(browser: Browser, site: Path, address: str, until: str = "body") -> Visit:
    """Open a page of a built site in a fresh context, await an element, and return what was fetched."""
    foreign: list[str] = []
    with serve(site / "site") as server, browser.new_context(locale="sv-SE") as context:
        page = context.new_page()
        page.on("request", lambda request: foreign.append(request.url) if _is_foreign(request.url) else None)
        page.goto(server.address(address))
        page.wait_for_selector(until, state="attached")
        page.wait_for_load_state("networkidle")
    return Visit(sum(server.sent) / 1000, len(server.sent) + len(foreign), len(foreign))


def _is_foreign(url: str) -> bool:
    return urlsplit(url).hostname not in (HOST, None)  # a data: address has no host
