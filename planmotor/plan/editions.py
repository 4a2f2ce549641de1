"""What each decided version and the plan of today hold, as rules compare them: ids, names and places.

Read from plain values and not from the model, so that a fault elsewhere in a file hides nothing here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from planmotor.plan.arkivmapp import address, files, folder_of, listed
from planmotor.plan.draft import MAIN, OF_ANOTHER_VERSION, SAME_LIST, Draft, walk_ids
from planmotor.plan.source import Document, Loc, Value, walk

ROWS = "aktiviteter"
FOLLOWS = "ersätter"


class Entry(NamedTuple):
    """A record with an id: which list it stands in, in which action plan, its name and its place."""

    kind: str
    handlingsplan: str
    id: str
    name: str
    document: Document
    loc: Loc

    @property
    def where(self) -> str:
        """File and line."""
        return f"{self.document.path}:{self.document.where(self.loc)[0]}"


@dataclass(frozen=True, slots=True)
class Edition:
    """An action plan as it was on one day, or as it is now; ``datum`` is empty then.

    ``follows`` and ``ended`` are the earlier ids that it accounts for, each with its place.
    """

    handlingsplan: str
    datum: str
    document: Document
    loc: Loc
    entries: dict[str, Entry]
    follows: tuple[tuple[str, Loc], ...]
    ended: tuple[tuple[str, Loc], ...]

    @property
    def rows(self) -> dict[str, Entry]:
        """The activities and their parts, by id."""
        return {id: entry for id, entry in self.entries.items() if entry.kind == ROWS}

    def takers(self, id: str) -> Iterator[str]:
        """Yield the rows that say that they follow an earlier one."""
        for followed, loc in self.follows:
            row = self.document.at(loc[:-2]).get("id") if followed == id else None
            if isinstance(row, str):
                yield row


def editions(draft: Draft) -> dict[str, list[Edition]]:
    """Return the editions of each action plan, the oldest first and that of today last."""
    found: dict[str, list[Edition]] = {}
    today = [("", "", draft.documents[MAIN])] if _is_read(draft) else []
    for datum, folder, document in [*_decided(draft), *today]:
        for number, plan in enumerate(_list(document.data, "handlingsplaner")):
            id = plan.get("id") if isinstance(plan, dict) else None
            if isinstance(id, str) and (not folder or id == folder):
                edition = _edition(datum, document, ("handlingsplaner", number), plan)
                found.setdefault(edition.handlingsplan, []).append(edition)
    return found


def is_whole(draft: Draft) -> bool:
    """Tell whether there are decided versions, none is missing and all could be read.

    Only then is an id that none of them holds unknown.
    """
    there = {path.relative_to(folder_of(draft.path)).as_posix() for path in files(draft.path)}
    missing = (line.name for line in listed(draft.path) if line.name and line.name not in there)
    return bool(draft.arkiv) and all(map(_is_read, draft.arkiv)) and not any(missing)


def steps(draft: Draft) -> Iterator[tuple[Edition, Edition]]:
    """Yield each edition and the next of the same action plan."""
    for line in editions(draft).values():
        yield from pairwise(line)


def heirs(found: Sequence[Edition], id: str) -> list[str] | None:
    """Return the rows of today that follow a decided row, through all versions; None if never decided.

    Empty when the row has ended, or when nothing says what became of it.
    """
    if not any(edition.datum and id in edition.rows for edition in found):
        return None
    today = {id: None for edition in found if not edition.datum for id in edition.rows}
    kept, ahead = {id: None}, [id]
    while ahead:
        earlier = ahead.pop()
        taken = [row for edition in found for row in edition.takers(earlier) if row not in kept]
        kept |= dict.fromkeys(taken)
        ahead += taken
    return [row for row in today if row in kept]


def entries(document: Document) -> Iterator[Entry]:
    """Yield every record with an id in a file."""
    plans = _list(document.data, "handlingsplaner")
    for kind, id, loc in walk_ids(document.data):
        inside = loc[0] == "handlingsplaner" and len(loc) > len(("handlingsplaner", 0, "id"))
        plan = plans[loc[1]] if inside and isinstance(loc[1], int) and plans else None
        name = plan.get("id") if isinstance(plan, dict) else None
        yield _entry(document, kind, str(name or ""), id, loc)


def decided_documents(draft: Draft) -> Iterator[Document]:
    """Yield the files of the decided versions, the oldest first."""
    return (document for _datum, _folder, document in _decided(draft))


def _decided(draft: Draft) -> list[tuple[str, str, Document]]:
    found = []
    for one in draft.arkiv:
        place = address(one.path, draft.path)
        if place and _is_read(one):
            found.append((str(place[1]), place[0], one.documents[MAIN]))
    return sorted(found, key=lambda version: version[:2])


def _is_read(draft: Draft) -> bool:
    return MAIN in draft.documents


def _edition(datum: str, document: Document, loc: Loc, plan: dict[str, Value]) -> Edition:
    ids = walk_ids(plan, "handlingsplaner", loc)
    entries = {id: _entry(document, kind, plan["id"], id, at) for kind, id, at in ids}
    follows = tuple(_followed(plan, loc))
    ended = tuple(
        (record["id"], (*loc, OF_ANOTHER_VERSION, number))
        for number, record in enumerate(_list(plan, OF_ANOTHER_VERSION))
        if isinstance(record, dict) and isinstance(record.get("id"), str)
    )
    return Edition(plan["id"], datum, document, loc, entries, follows, ended)


def _followed(plan: Value, loc: Loc) -> Iterator[tuple[str, Loc]]:
    for at, value in walk(plan, loc):
        if at[-1] == FOLLOWS and isinstance(value, list):
            yield from ((id, (*at, number)) for number, id in enumerate(value) if isinstance(id, str))


def _entry(document: Document, kind: str, plan: str, id: str, loc: Loc) -> Entry:
    name = document.at(loc[:-1]).get("namn")
    return Entry(SAME_LIST.get(kind, kind), plan, id, name if isinstance(name, str) else "", document, loc)


def _list(data: Value, key: str) -> list[Value]:
    value = data.get(key) if isinstance(data, dict) else None
    return value if isinstance(value, list) else []
