"""Pagefind: told what to index, and where to write it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

FOLDER = "pagefind"
LANGUAGE = "sv"  # one index for all pages: who looks for the English page may well write in Swedish
ELSEWHERE = "table.aktiviteter"  # each row of it is a document of its own
# A query fetches the parts of the index that hold its words. Small parts make a query light; each part is a
# request. Pagefind reads the size from the environment and calls the setting unstable: without it the search
# works as well and weighs more.
PART_SIZE = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "800"}
UNUSED = ("*-ui.*", "pagefind-highlight.js", "pagefind-worker.js", "wasm.unknown.pagefind")
MOST_SECONDS = 120


class SearchFailed(Exception):
    """Pagefind couldn't make the index; the message says why."""


def make_index(pages: Path, site: Path) -> None:
    """Write the index of the HTML files below ``pages`` to ``site/pagefind``, and only what a query needs.

    Raises SearchFailed with Pagefind's own words, or when it hasn't finished in two minutes.
    """
    target = site.absolute() / FOLDER
    where = ["--site", str(pages), "--output-path", str(target)]
    how = ["--force-language", LANGUAGE, "--exclude-selectors", ELSEWHERE, "--quiet"]
    _run([sys.executable, "-m", "pagefind", *where, *how])
    for pattern in UNUSED:
        for file in target.glob(pattern):
            file.unlink()


def _run(command: list[str]) -> None:
    try:
        subprocess.run(  # noqa: S603 (our own words)
            command,
            capture_output=True,
            text=True,
            check=True,
            timeout=MOST_SECONDS,
            env={**PART_SIZE, **os.environ},
        )
    except subprocess.CalledProcessError as failed:
        raise SearchFailed(f"Pagefind misslyckades:\n{failed.stderr or failed.stdout}".rstrip()) from failed
    except subprocess.TimeoutExpired as failed:
        raise SearchFailed(f"Pagefind blev inte klar på {MOST_SECONDS} sekunder.") from failed
