"""The parts that can be printed, out of the menu and the plan: which pages, in which order, how deep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from planmotor.grund.nearest import listed, nearest
from planmotor.grund.problem import Stopped
from planmotor.grund.settings import menu
from planmotor.plan.arkivmapp import prose_of
from planmotor.plan.beslutstext import in_order, page_address
from planmotor.plan.model.plan import Plan

# The folders that make up the plan, in its order. In the first each page is a chapter of its own.
PLAN, *CHAPTERS = ("plan", "strategier", "handlingsplaner", "lokala-planer")
LOCAL = "lokala-planer"
BEFORE_LAST = ("uppfoljning/organ-och-ansvar", "uppfoljning/beslutslogg")
LAST = ("om/begrepp", "om/kallor")  # the glossary and the sources
# What comes last follows on the same page, so that no page holds a few lines alone.
RUN_ON = frozenset((*BEFORE_LAST[1:], *LAST))
CITIZENS = "fasta-kontakter"
CHANGES = "uppfoljning/andringar"
SINCE = f"{CHANGES}/sedan-beslutet"
ROUNDS = ("remiss",)
DECIDED = "beslut"
WHOLE, CHANGED = "hela", "andringar"


class Tryckdel(NamedTuple):
    """A part: its name on the command line and in its address, what it is called, and its pages.

    A title that is empty is that of its first page.

    ``sidor`` are addresses with how deep each page's first heading stands. ``post`` is the id of the action
    plan, or of the municipality, that it is about, ``version`` the day of a decided one. ``värdar`` are the
    pages that link to it: last on the page, or where a page has the comment ``plats`` for it.
    """

    namn: str
    titel: str
    sidor: tuple[tuple[str, int], ...]
    värdar: tuple[str, ...]
    post: str = ""
    plats: str = ""
    version: str = ""

    @property
    def fil(self) -> str:
        """The path of its file below the folder of printed documents."""
        return f"{self.namn}.pdf"


def delar(plan: Plan, nav: Any) -> dict[str, Tryckdel]:
    """Return every part that the menu's pages make up, by its name."""
    pages = dict(menu(nav))
    return {part.namn: part for part in _parts(plan, pages) if part.sidor}


def rundas(namn: str, hela: Tryckdel) -> Tryckdel:
    """Return the whole plan as the part that a consultation sends out, linked where its page tells of it."""
    place = f"<!--tryck:{namn}-->"
    return Tryckdel(namn, "Förslaget med radnummer, att skriva ut", hela.sidor, ROUNDS, plats=place)


def vald(namn: str, known: Mapping[str, Tryckdel]) -> Tryckdel:
    """Return the part of that name, however it is spelled. Raises Stopped with the nearest one."""
    found = known.get(namn.strip("/")) or known.get(namn.strip("/").translate(ASCII).lower())
    if found:
        return found
    if namn == CHANGED:
        raise Stopped(
            f"Det finns ingen sida med ändringar att skriva ut: {SINCE} är inte med på webbplatsen. "
            "Lägg sidan i menyn i mkdocs.yml och bygg webbplatsen."
        )
    likely = nearest(namn, known)
    said = f"Menade du {likely}? " if likely else ""
    raise Stopped(f"Delen {namn} finns inte. {said}Delarna är {listed(known, 99)}.")


ASCII = str.maketrans("åäöÅÄÖ", "aaoAAO")


def _parts(plan: Plan, pages: Mapping[str, str]) -> Iterator[Tryckdel]:
    last = _flat(LAST, pages)
    local = {local.kommun for local in plan.aktiviteter.lokala_planer if local.läge != "saknas"}
    whole = [*_flat(_below(PLAN, pages), pages)]
    for folder in CHAPTERS:
        whole += _nested(folder, pages, only=local if folder == LOCAL else None)
    whole += [*_flat(BEFORE_LAST, pages), *last]
    yield Tryckdel(WHOLE, "Hela planen", tuple(whole), (PLAN,))
    yield Tryckdel(PLAN, pages.get(PLAN) or PLAN, (*_flat(_below(PLAN, pages), pages), *last), (PLAN,))
    for folder in CHAPTERS:
        if folder != LOCAL:
            yield Tryckdel(folder, pages.get(folder) or folder, (*_nested(folder, pages), *last), (folder,))
    for action in plan.handlingsplaner:
        address = f"handlingsplaner/{action.id}"
        yield Tryckdel(address, action.namn, (*_flat([address], pages), *last), (address,), action.id)
    for kommun in plan.kommuner:
        address = f"{LOCAL}/{kommun.id}"
        yield Tryckdel(address, kommun.namn, tuple(_flat([address], pages)), (address,), kommun.id)
    yield Tryckdel(CITIZENS, pages.get(CITIZENS) or CITIZENS, tuple(_nested(CITIZENS, pages)), (CITIZENS,))
    yield from _changes(pages)
    yield from _editions(plan)


def _changes(pages: Mapping[str, str]) -> Iterator[Tryckdel]:
    """Yield what has changed since the decided version, and what each decision before it changed."""
    for address in _below(CHANGES, pages):
        if address == SINCE:
            title = "Ändringar sedan den beslutade versionen"
            yield Tryckdel(CHANGED, title, ((address, 0),), (CHANGES, address))
        elif address != CHANGES:
            name = f"{CHANGED}/{address.rpartition('/')[2]}"
            yield Tryckdel(name, pages[address], ((address, 0),), (address,))


def _editions(plan: Plan) -> Iterator[Tryckdel]:
    """Yield each decided version: its own page, and after it the pages that were decided with it."""
    for version in plan.arkiv.versioner:
        address = f"{DECIDED}/{version.namn}"
        title = f"{version.post.kortnamn or version.post.namn}: versionen {version.datum.i_ord}"
        frozen = (page_address(path) for path in in_order(prose_of(version.path), version.plan))
        pages = ((address, 0), *((f"{address}/{page}", 0) for page in frozen))
        yield Tryckdel(address, title, pages, (address,), version.handlingsplan, version=version.datum)


def _below(folder: str, pages: Iterable[str]) -> list[str]:
    return [page for page in pages if page == folder or page.startswith(f"{folder}/")]


def _flat(addresses: Iterable[str], pages: Iterable[str]) -> list[tuple[str, int]]:
    return [(address, 0) for address in addresses if address in pages]


def _nested(folder: str, pages: Iterable[str], only: set[str] | None = None) -> list[tuple[str, int]]:
    """Return a folder's pages, each as deep as its address; of the pages below, ``only`` these names."""
    found = _below(folder, pages)
    return [
        (page, page.count("/") - folder.count("/"))
        for page in found
        if page == folder or only is None or page.rpartition("/")[2] in only
    ]
