"""The built pages, made ready for Pagefind: which of them count, and where a word ends and another begins."""

from __future__ import annotations

import re
from pathlib import Path

NOT_SEARCHED = {"sok/index.html"}
# Pagefind joins the last word of a cell to the first of the next, as if there were no border between them.
BORDER = re.compile(r"</(?:td|th|dt|dd|li|p|div|caption|summary|figcaption|h\d)>|<br>")
# A term and what it means: the address stands on what holds both, and Pagefind wants it on the term.
TERM = re.compile(r'<(div|tr)([^>]*) id="([^"]+)"([^>]*)>\s*<(dt|th)(?=[ >])')
TERM_WITH_ID = r'<\1\2\4><\5 id="\3" data-pagefind-weight="6"'
LANGUAGE = re.compile(r'<html[^>]* lang="?(\w+)')
END = "</article>"
# A page in another language is found by the name of that language too, in that language and in Swedish.
LANGUAGES = {"en": "English, engelska", "sma": "Åarjelsaemien, sydsamiska"}


def write_pages(site: Path, folder: Path) -> None:
    """Write a copy of every page that can be found below ``folder``, with the same paths.

    Only folders' index pages count: so 404.html is never a hit.
    """
    for page in sorted(site.rglob("index.html")):
        path = page.relative_to(site)
        if path.as_posix() not in NOT_SEARCHED:
            copy = folder / path
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(prepared(page.read_text(encoding="utf-8")), encoding="utf-8")


def prepared(html: str) -> str:
    """Return the page with space at every border, terms as headings, and the name of a foreign language."""
    made = BORDER.sub(r"\g<0> ", TERM.sub(TERM_WITH_ID, html))
    found = LANGUAGE.search(html)
    name = LANGUAGES.get(found[1]) if found else None
    return made.replace(END, f'<p data-pagefind-weight="10">{name}</p>{END}', 1) if name else made
