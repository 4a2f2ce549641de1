"""The sections of the plan that a remark can be about: from the headings of the pages, in reading order.

A section's id is its address within the site, which is permanent. Its title is unique, because that is what
people choose in a list; a numbered area carries the number that it has in the decided document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from markdown.extensions.toc import slugify, unique

from planmotor.model.aktiviteter import Handlingsplan, Område
from planmotor.model.plan import Plan

# The folders that make up the plan, in its order, and how deep their headings are sections of their own.
PARTS = (("plan", 2), ("strategier", 2), ("handlingsplaner", 2), ("lokala-planer", 1))
HEADING = re.compile(r"^(#{1,2}) +(.+?)(?: *\{:? *([^}]*)\})? *#*$")
FENCE = re.compile(r"^ *(```|~~~)")
FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


class Avsnitt(NamedTuple):
    """A section: its permanent id, the title that people choose, its number if it has one, and its place."""

    id: str
    titel: str
    nummer: str
    sida: str
    ankare: str


WHOLE = Avsnitt("hela-planen", "Hela planen", "", "", "")


def avsnitt(plan: Plan, docs: Path) -> tuple[Avsnitt, ...]:
    """Return the plan's sections in reading order, the plan as a whole first.

    ``docs`` is the folder of the pages. Raises OSError when a page can't be read. A folder that isn't there
    gives no sections.
    """
    found = {WHOLE.id: WHOLE}
    titles = {WHOLE.titel}
    for part, depth in PARTS:
        for page in _pages(docs / part, plan):
            for made in _of_page(page, docs, plan, depth):
                title = made.titel if made.titel not in titles else f"{made.titel} ({made.id})"
                titles.add(title)
                found.setdefault(made.id, made._replace(titel=title))
    return tuple(found.values())


def _pages(folder: Path, plan: Plan) -> list[Path]:
    """Return the pages of a part: its own first, then those of records in the order of the data."""
    order = {id: number for number, id in enumerate(plan.index)}
    pages = folder.glob("*.md")
    return sorted(pages, key=lambda page: (page.stem != "index", order.get(page.stem, len(order)), page.stem))


def _of_page(page: Path, docs: Path, plan: Plan, depth: int) -> Iterator[Avsnitt]:
    address = page.relative_to(docs).with_suffix("").as_posix().removesuffix("/index")
    post = plan.index.get(page.stem)
    number = (post.avsnitt or "") if isinstance(post, Område) else ""
    top = ""
    for level, text, anchor in headings(page.read_text(encoding="utf-8-sig")):
        if level == 1:
            top = f"{number} {text}".strip()
            yield Avsnitt(address, top, number, address, "")
        elif level <= depth and top:
            yield Avsnitt(f"{address}#{anchor}", f"{top} – {text}", number, address, anchor)
    if isinstance(post, Handlingsplan) and top:
        for område in post.områden:
            if område.slag != "strategi":
                anchor = område.id
                yield Avsnitt(f"{address}#{anchor}", f"{top} – {område.namn}", "", address, anchor)


def headings(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield level (1 or 2), plain text and anchor of each heading of a page written in Markdown.

    Anchors are made as Markdown's table of contents makes them: from the heading, or as written after it.
    """
    fenced, seen = False, set[str]()
    for line in FRONT.sub("", text.replace("\r\n", "\n")).split("\n"):
        if FENCE.match(line):
            fenced = not fenced
        match = None if fenced else HEADING.match(line)
        if match:
            words = LINK.sub(r"\1", match[2]).replace("*", "").replace("`", "").strip()
            written = re.search(r"#([\w-]+)", match[3] or "")
            yield len(match[1]), words, unique(written[1] if written else slugify(words, "-"), seen)
