"""The search: an index of the built pages and the plan's activities, and the words that help a query along.

Pagefind makes the index and answers queries in the browser, where it fetches only the parts that a query
needs. What it can't know is written beside it: which words mean the same, which compounds end with a word,
how the site spells its own words, and what its pages and sections are called.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from planmotor.plan.model.plan import Plan
from planmotor.sajt.search.activities import write_activities
from planmotor.sajt.search.documents import Document, read_documents
from planmotor.sajt.search.index import SearchFailed, make_index
from planmotor.sajt.search.pages import write_pages
from planmotor.sajt.search.synonyms import synonyms
from planmotor.sajt.search.weights import ACTIVITY, weight
from planmotor.sajt.search.words import compounds, vocabulary

__all__ = ["WORDS_FILE", "SearchFailed", "make_search"]
WORDS_FILE = "sok/ord.json"
MOST_HEADINGS = 2000  # on a site with more, queries are compared with titles only, to keep the file small


def make_search(plan: Plan, site: Path) -> None:
    """Add the search to the built site in the folder ``site``; raise SearchFailed when Pagefind can't."""
    with tempfile.TemporaryDirectory(prefix="sok-") as folder:
        write_pages(site, Path(folder))
        write_activities(plan, Path(folder))
        make_index(Path(folder), site)
    file = site / WORDS_FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(as_json(plan, read_documents(site)), encoding="utf-8")


def as_json(plan: Plan, documents: list[Document]) -> str:
    """Return the words that the search page fetches at the first query, as small as JSON can be."""
    texts = [document.text for document in documents]
    pages = [document for document in documents if not document.is_activity]
    few = sum(len(page.headings) for page in pages) <= MOST_HEADINGS
    made = {
        "likord": synonyms(plan),
        "sammansatt": {last: " ".join(words) for last, words in compounds(texts).items()},
        "ord": " ".join(vocabulary(texts)),
        "sidor": {
            page.key: [weight(page.address), page.title, *(page.headings if few else ())] for page in pages
        },
        "vikt": ACTIVITY,
    }
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n"
