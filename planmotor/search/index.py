"""Pagefind: told what to index, and where to write it."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from pagefind.index import IndexConfig, PagefindIndex

FOLDER = "pagefind"
LANGUAGE = "sv"  # one index for all pages: who looks for the English page may well write in Swedish
ELSEWHERE = ["table.aktiviteter"]  # each row of it is a document of its own
# A query fetches the parts of the index that hold its words. Small parts make a query light; each part is a
# request. Pagefind reads the size from the environment and calls the setting unstable: without it the search
# works as well and weighs more.
PART_SIZE = ("PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE", "800")
UNUSED = ("*-ui.*", "pagefind-highlight.js", "pagefind-worker.js", "wasm.unknown.pagefind")
MOST_SECONDS = 600


class SearchFailed(Exception):
    """Pagefind couldn't make the index; the message says why."""


def make_index(pages: Path, site: Path) -> None:
    """Write the index of the HTML files below ``pages`` to ``site/pagefind``, and only what a query needs."""
    os.environ.setdefault(*PART_SIZE)
    target = site.absolute() / FOLDER
    try:
        asyncio.run(asyncio.wait_for(_index(pages, target), MOST_SECONDS))
    except Exception as error:  # the client raises bare Exception with Pagefind's own words
        raise SearchFailed(f"Pagefind misslyckades: {error or type(error).__name__}") from error
    for pattern in UNUSED:
        for file in target.glob(pattern):
            file.unlink()


async def _index(pages: Path, target: Path) -> None:
    config = IndexConfig(force_language=LANGUAGE, exclude_selectors=ELSEWHERE, output_path=str(target))
    async with PagefindIndex(config) as index:
        await index.add_directory(str(pages))
