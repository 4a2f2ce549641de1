"""Which row of an earlier version each row of a later one follows: by id and ``ersätter``, never by text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planmotor.plan.model.aktiviteter import Aktivitet, Delaktivitet
from planmotor.plan.model.plan import Plan


@dataclass(frozen=True, slots=True, eq=False)
class Radplats:
    """An aktivitet or delaktivitet and where it stands in its plan. An own activity stands at a kommun."""

    id: str
    plan: Plan
    aktivitet: Delaktivitet
    handlingsplan: str
    område: str
    plannamn: str
    områdesnamn: str
    överordnad: Aktivitet | None = None

    @property
    def namn(self) -> str:
        """The text of the row, on one line."""
        return " ".join(self.aktivitet.namn.split())


@dataclass(frozen=True, slots=True)
class Matchning:
    """The rows of two versions and who follows whom.

    ``föregångare`` holds for each id of the later version its rows of the earlier, in their order;
    ``efterföljare`` the other way round. A row that is new or gone has an empty tuple.
    """

    före: tuple[Radplats, ...]
    efter: tuple[Radplats, ...]
    föregångare: Mapping[str, tuple[Radplats, ...]]
    efterföljare: Mapping[str, tuple[Radplats, ...]]


def platser(plan: Plan) -> Iterator[Radplats]:
    """Yield every row of a plan in order: those of its action plans, then those of the local plans."""
    for rad in plan.rader:
        whole, område, row = rad.handlingsplan, rad.område, rad.aktivitet
        name = whole.kortnamn or whole.namn
        yield Radplats(row.id, plan, row, whole.id, område.id, name, område.namn, rad.överordnad)
    for lokal in plan.aktiviteter.lokala_planer:
        for egen in lokal.egna:
            for row, parent in ((egen, None), *((del_, egen) for del_ in egen.delaktiviteter)):
                yield Radplats(row.id, plan, row, "", lokal.kommun, "", plan.namn(lokal.kommun), parent)


def matcha(före: Plan, efter: Plan) -> Matchning:
    """Return who follows whom between two versions, whichever of them is the older."""
    old, new = tuple(platser(före)), tuple(platser(efter))
    earlier, later = {plats.id for plats in old}, {plats.id for plats in new}
    links = _links([*_frozen(före), *_frozen(efter), *old, *new])
    follows = {plats.id: _among(earlier, plats.id, links) for plats in new}
    for plats in old:  # a comparison backwards: the earlier version is the one that says whom it follows
        for id in _among(later, plats.id, links):
            if plats.id not in follows[id]:
                follows[id] = (*follows[id], plats.id)
    return _matched(old, new, follows)


def _frozen(plan: Plan) -> Iterator[Radplats]:
    """Yield the rows of the decided versions that a plan comes with: the steps on the way to it."""
    return (plats for version in plan.arkiv.versioner for plats in platser(version.plan))


def _links(rows: Iterable[Radplats]) -> dict[str, tuple[str, ...]]:
    """Return whom each row says that it follows, in any of its versions.

    A row that keeps its id may take over others at one decision and others still at the next.
    """
    found: dict[str, dict[str, None]] = {}
    for plats in rows:
        found.setdefault(plats.id, {}).update(dict.fromkeys(plats.aktivitet.ersätter))
    return {id: tuple(followed) for id, followed in found.items() if followed}


def _among(wanted: Collection[str], id: str, links: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the ids that a row follows in the other version, step by step through those between them.

    A row that kept its id follows itself, and whom it says that it replaced besides.
    """
    found: dict[str, None] = {id: None} if id in wanted else {}
    seen, ahead = {id}, list(links.get(id, ()))
    while ahead:
        next_ = ahead.pop(0)
        if next_ in wanted:
            found[next_] = None
        elif next_ not in seen:
            ahead += links.get(next_, ())
        seen.add(next_)
    return tuple(found)


def _matched(
    old: tuple[Radplats, ...], new: tuple[Radplats, ...], follows: Mapping[str, Sequence[str]]
) -> Matchning:
    by_id, place = {plats.id: plats for plats in old}, {plats.id: number for number, plats in enumerate(old)}
    before = {id: tuple(by_id[i] for i in sorted(ids, key=place.__getitem__)) for id, ids in follows.items()}
    after: dict[str, list[Radplats]] = {plats.id: [] for plats in old}
    for plats in new:
        for earlier in before[plats.id]:
            after[earlier.id].append(plats)
    return Matchning(old, new, before, {id: tuple(rows) for id, rows in after.items()})
