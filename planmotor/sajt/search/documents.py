"""What Pagefind indexed, read back from the files that it wrote.

So the words that help a query come from exactly the texts that a query can find.
"""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planmotor.sajt.search.activities import KIND
from planmotor.sajt.search.index import FOLDER

SIGNATURE = b"pagefind_dcd"
HEADING = re.compile("h[23]|dt|th")  # and a term that has an address


@dataclass(frozen=True, slots=True)
class Document:
    """A page or an activity, with the key that Pagefind's results carry."""

    key: str
    address: str
    is_activity: bool
    title: str
    headings: tuple[str, ...]
    text: str


def read_documents(site: Path) -> list[Document]:
    """Return every indexed document, in the order of their addresses."""
    files = (site / FOLDER / "fragment").glob("*.pf_fragment")
    return sorted((_read(file) for file in files), key=lambda document: (document.address, document.key))


def _read(file: Path) -> Document:
    fragment = json.loads(gzip.decompress(file.read_bytes()).removeprefix(SIGNATURE))
    meta = fragment["meta"]
    is_activity = meta.get("slag") == KIND
    address = meta["url"] if is_activity else fragment["url"].lstrip("/")
    headings = tuple(_text(anchor) for anchor in fragment["anchors"] if HEADING.fullmatch(anchor["element"]))
    return Document(file.stem, address, is_activity, meta["title"], headings, fragment["content"])


def _text(anchor: dict[str, Any]) -> str:
    return " ".join(str(anchor["text"] or "").split())
