"""The sections of the plan that a remark can be about: from the headings of the pages, in reading order.

A section's id is its address within the site, which is permanent. Its title is unique, because that is what
people choose in a list, and begins with the number that the section has in print: what the respondent reads
on paper is what stands in the form. Both count the same headings: here out of the pages as they are
written, in ``planmotor.tryck.avsnittsnummer`` out of the built ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from markdown.extensions.toc import slugify, unique

from planmotor.grund.settings import settings
from planmotor.plan.model.aktiviteter import Handlingsplan
from planmotor.plan.model.plan import Plan
from planmotor.prosa.lasning.flyttat import flyttade_i
from planmotor.prosa.lasning.huvud import läs_huvud
from planmotor.prosa.sidkarta import adress
from planmotor.tryck.delar import CHAPTERS, LOCAL, PLAN, delar
from planmotor.tryck.delar import WHOLE as PRINTED
from planmotor.tryck.raknare import Räknare

CONFIG = "mkdocs.yml"  # beside the folder of the pages: its menu has the pages in order
HEADING = re.compile(r"^(#{1,2}) +(.+?)(?: *\{:? *([^}]*)\})? *#*$")
FENCE = re.compile(r"^ *(```|~~~)")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
NOT_PRINTED = ".ej-tryck"
# The macro that writes headings of its own in a page of the plan: one for each area of an action plan.
AREAS = re.compile(r"""^\{\{ *handlingsplan\(id=["']([\w-]+)["']\) *\}\}""", re.MULTILINE)


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
    counter = Räknare()
    for page, depth in _pages(plan, docs):
        for made in _of_page(page, docs, plan, counter if depth is not None else None, depth or 0):
            title = made.titel if made.titel not in titles else f"{made.titel} ({made.id})"
            titles.add(title)
            found.setdefault(made.id, made._replace(titel=title))
    return tuple(found.values())


def titlar(plan: Plan, docs: Path) -> dict[str, str]:
    """Return the title of each section by its id, in reading order, and by the ids that it had before.

    A remark keeps the id that its section had when it was made; a page that has got another address says so.
    """
    found = avsnitt(plan, docs)
    earlier = [(old.strip("/"), adress(path).strip("/")) for old, path in flyttade_i(docs).items()]
    made = {section.id: section.titel for section in found}
    for old, new in earlier:
        made |= {s.id.replace(new, old, 1): s.titel for s in found if s.sida == new and s.id != WHOLE.id}
    return made


def _pages(plan: Plan, docs: Path) -> list[tuple[Path, int | None]]:
    """Return the pages of the plan with how deep each stands in print; None for what isn't printed.

    A municipality's page is among them before its plan is written, but not in print. Without a menu there is
    no print.
    """
    config = docs.parent / CONFIG
    nav = settings(config).get("nav") if config.exists() else None
    part = delar(plan, nav or _by_folder(plan, docs)).get(PRINTED)
    printed = dict(part.sidor) if part else {}
    chapters = [address for address in printed if not address.startswith(f"{LOCAL}/")]
    local = [f"{LOCAL}/{kommun.id}" for kommun in plan.kommuner]
    after = chapters.index(LOCAL) + 1 if LOCAL in chapters else len(chapters)
    found = [*chapters[:after], *local, *chapters[after:]]
    paths = [(_path(docs, address), printed.get(address) if nav else None) for address in found]
    return [(path, depth) for path, depth in paths if path.exists()]


def _path(docs: Path, address: str) -> Path:
    page = docs / f"{address}.md"
    return page if page.exists() else docs / address / "index.md"


def _by_folder(plan: Plan, docs: Path) -> list[str]:
    """Return the pages of a site without a menu, part by part in the order of the data."""
    order = {id: number for number, id in enumerate(plan.index)}
    pages = [
        (part, page.stem != "index", order.get(page.stem, len(order)), page.relative_to(docs).as_posix())
        for part, folder in enumerate((PLAN, *CHAPTERS))
        for page in (docs / folder).glob("*.md")
    ]
    return [path for *_, path in sorted(pages)]


def _of_page(page: Path, docs: Path, plan: Plan, counter: Räknare | None, depth: int) -> Iterator[Avsnitt]:
    address = page.relative_to(docs).with_suffix("").as_posix().removesuffix("/index")
    folder, _, name = address.partition("/")
    whole = folder in (PLAN, *CHAPTERS) and not (folder == LOCAL and name)
    top = ""
    for level, text, anchor in headings(_with_areas(page.read_text(encoding="utf-8-sig"), plan)):
        number = counter.nästa(level + depth) if counter else ""
        if level == 1:
            top = text
            yield Avsnitt(address, f"{number} {text}".strip(), number, address, "")
        elif whole and top:
            title = f"{number} {top} – {text}".strip()
            yield Avsnitt(f"{address}#{anchor}", title, number, address, anchor)


def _with_areas(text: str, plan: Plan) -> str:
    """Return a page with the headings that its macro will write."""

    def areas(call: re.Match[str]) -> str:
        post = plan.index.get(call[1])
        found = post.områden if isinstance(post, Handlingsplan) else ()
        return "\n".join(f"## {område.namn} {{: #{område.id} }}" for område in found)

    return AREAS.sub(areas, text)


def headings(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield level (1 or 2), plain text and anchor of each printed heading of a page written in Markdown.

    Anchors are made as Markdown's table of contents makes them: from the heading, or as written after it.
    """
    fenced, seen = False, set[str]()
    source = text.replace("\r\n", "\n")
    for line in source[läs_huvud(source).slut :].split("\n"):
        if FENCE.match(line):
            fenced = not fenced
        match = None if fenced else HEADING.match(line)
        if match and NOT_PRINTED not in (match[3] or "").split():
            words = LINK.sub(r"\1", match[2]).replace("*", "").replace("`", "").strip()
            written = re.search(r"#([\w-]+)", match[3] or "")
            yield len(match[1]), words, unique(written[1] if written else slugify(words, "-"), seen)
