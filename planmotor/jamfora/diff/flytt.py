"""Which rows stand elsewhere: in another område, at another level, or in another order among their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from planmotor.grund.sprak import citat
from planmotor.jamfora.diff.matchning import Matchning, Radplats
from planmotor.jamfora.diff.ordning import flyttade
from planmotor.jamfora.diff.rad import ändring
from planmotor.jamfora.diff.typer import Ändring
from planmotor.plan.model.plan import Plan

Siblings = tuple[
    str, str, str
]  # the ids of an action plan, an område and the activity that the row is part of


def flytt(rows: Matchning, före: Plan, efter: Plan) -> Iterator[Ändring]:
    """Yield every row that has moved. A merged row that took a new id comes from no one place.

    When a whole område has been replaced by another that is new, its rows haven't moved: the change is told
    of the område.
    """
    known = {_where(p) for p in rows.före} & {_where(p) for p in rows.efter}
    known |= {o.id for o in före.områden} & {o.id for o in efter.områden}
    followed = [(old, new) for new in rows.efter if (old := _origin(new, rows))]
    for old, new in followed:
        yield from _moved(old, new, rows, known)
    yield from _reordered(followed, rows)


def _where(plats: Radplats) -> str:
    return plats.område


def _origin(new: Radplats, rows: Matchning) -> Radplats | None:
    """Return the one row that this one comes from: itself, or the only one that it takes over from."""
    earlier = rows.föregångare[new.id]
    kept = next((old for old in earlier if old.id == new.id), None)
    if kept or len(earlier) != 1:
        return kept
    return earlier[0] if rows.efterföljare[earlier[0].id] == (new,) else None


def _moved(old: Radplats, new: Radplats, rows: Matchning, known: Collection[str]) -> Iterator[Ändring]:
    """Yield how a row has moved; a part that follows its activity there hasn't moved by itself."""
    together = _same_parent(old, new, rows)
    if not together:
        yield _level(old, new)
    moved = old.område != new.område and (old.område in known or new.område in known)
    if moved and not (together and new.överordnad):
        yield _elsewhere(old, new)


def _same_parent(old: Radplats, new: Radplats, rows: Matchning) -> bool:
    """Tell whether both stand alone, or in activities of which one follows the other."""
    if not old.överordnad or not new.överordnad:
        return old.överordnad is new.överordnad
    return old.överordnad.id in {earlier.id for earlier in rows.föregångare[new.överordnad.id]}


def _level(old: Radplats, new: Radplats) -> Ändring:
    before, after = (citat(p.överordnad.namn) if p.överordnad else None for p in (old, new))
    if after and before:
        text = f"Är nu en del av {after} i stället för {before}"
    elif after:
        text = f"Har blivit en del av {after}"
    else:
        text = f"Har blivit en egen aktivitet; var en del av {before}"
    return ändring("nivå", new, f"del av {before}" if before else "egen aktivitet", f"del av {after}", text)


def _elsewhere(old: Radplats, new: Radplats) -> Ändring:
    before, after = old.områdesnamn, new.områdesnamn
    if old.handlingsplan != new.handlingsplan:
        before, after = (f"{name}{_of_plan(p)}" for name, p in ((before, old), (after, new)))
    return ändring("område", new, before, after, f"Flyttad från {before} till {after}")


def _of_plan(plats: Radplats) -> str:
    return f" i {citat(plats.plannamn)}" if plats.handlingsplan else ""


def _siblings(plats: Radplats) -> Siblings:
    return plats.handlingsplan, plats.område, plats.överordnad.id if plats.överordnad else ""


def _reordered(followed: Iterable[tuple[Radplats, Radplats]], rows: Matchning) -> Iterator[Ändring]:
    """Yield the rows that have changed places with others that came from the same place as they."""
    place = {plats.id: number for number, plats in enumerate(rows.före)}
    groups: dict[tuple[Siblings, Siblings], list[tuple[Radplats, Radplats]]] = defaultdict(list)
    for old, new in followed:
        groups[_siblings(old), _siblings(new)].append((old, new))
    before, after = _predecessors(rows.före), _predecessors(rows.efter)
    for group in groups.values():
        for number in flyttade([place[old.id] for old, _new in group]):
            old, new = group[number]
            yield _placed(new, before[old.id], after[new.id])


def _predecessors(rows: Iterable[Radplats]) -> dict[str, Radplats | None]:
    """Return for each row the one before it among its siblings; None for the first."""
    last: dict[Siblings, Radplats] = {}
    found: dict[str, Radplats | None] = {}
    for plats in rows:
        found[plats.id] = last.get(_siblings(plats))
        last[_siblings(plats)] = plats
    return found


def _placed(new: Radplats, before: Radplats | None, after: Radplats | None) -> Ändring:
    old_place, new_place = (f"efter {citat(p.namn)}" if p else "först" for p in (before, after))
    return ändring("ordning", new, old_place, new_place, f"Står nu {new_place}; stod {old_place}")
