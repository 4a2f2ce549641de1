"""How many queries of real people the search answers among the first hits, ours beside plain Material's.

The queries and the pages that answer them stand in tests/innehall/sok.yaml. The peer is Material's own
search, set to Swedish, over the same pages. It knows nothing of activities: for a query about one, the page
that holds it counts as an answer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Page

from matning.browser import chromium, serve
from matning.process import python
from matning.sites import with_search
from matning.table import Row

ROOT = Path(__file__).parents[1]
QUERIES = ROOT / "tests/innehall/sok.yaml"
FIRST = 3
OUR_ANSWER = "() => !/^(Söker …)?$/.test(document.querySelector('.sokstatus').textContent)"
LINKS = "items => items.map(item => [...item.querySelectorAll('a')].map(link => link.href))"
SETTLED = 600  # milliseconds: Material answers while one writes, without telling when it is done
CONTROL = {"fråga": "Fast vårdkontakt", "sida": "fasta-kontakter/fast-vardkontakt/"}  # a title, word for word


def measure(ours: Path, peer: Path) -> Iterator[Row]:
    """Yield how many queries each search answers; build both sites with their searches first."""
    python(ours, "-m", "planmotor", "bygg")
    searching = with_search(peer, peer.with_name(f"{peer.name}-med-sok-fragor"))
    python(searching, "-m", "mkdocs", "build")
    queries = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    answered = [_count(ours, "sok/", _ask_ours, queries), _count(searching, "", _ask_material, queries)]
    yield Row(f"Sökfrågor med svar bland de {FIRST} första, av {len(queries)}", *answered)


def _count(
    site: Path, start: str, ask: Callable[[Page, str], list[list[str]]], queries: list[dict[str, str]]
) -> int:
    """Return how many queries have their page among the first hits; tell which haven't.

    Ends the measuring when not even a page's own title is answered: then it's not the search that fails.
    """
    with chromium() as browser, serve(site / "site") as server:
        page = browser.new_page()

        def answers(query: dict[str, str]) -> bool:
            page.goto(server.address(start), wait_until="networkidle")
            hits = ask(page, str(query["fråga"]))[:FIRST]
            return any(_is(link, query["sida"]) for links in hits for link in links)

        if not answers(CONTROL):
            raise SystemExit(f"{site.name}: sökningen svarar inte ens på en sidas titel. Mätningen är fel.")
        missed = [query["fråga"] for query in queries if not answers(query)]
    print(f"{site.name}: inget svar på {missed}", file=sys.stderr)
    return len(queries) - len(missed)


def _is(link: str, page: str) -> bool:
    return urlsplit(link).path.lstrip("/") == urlsplit(page).path


def _ask_ours(page: Page, query: str) -> list[list[str]]:
    """Return the link of each hit: the first one only, not those to its sections."""
    page.get_by_role("searchbox").fill(query)
    page.keyboard.press("Enter")
    page.wait_for_function(OUR_ANSWER)
    return [links[:1] for links in page.locator(".traffar > li").evaluate_all(LINKS)]


def _ask_material(page: Page, query: str) -> list[list[str]]:
    """Return the links of each hit: to the page, or to the sections that were found on it.

    Written key by key: Material listens to keys, and a field that is filled at once keeps the old hits.
    """
    field = page.locator("[data-md-component=search-query]")
    field.click()
    field.press_sequentially(query, delay=10)
    before: list[list[str]] | None = None
    while before != (hits := page.locator(".md-search-result__item").evaluate_all(LINKS)):
        before = hits
        page.wait_for_timeout(SETTLED)
    return hits
