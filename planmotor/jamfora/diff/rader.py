"""What has happened to each row: came, went, merged, divided, moved, or changed in some field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import Indel

from planmotor.grund.sprak import citat, citerade, liten, stor
from planmotor.jamfora.diff.delning import egen_del
from planmotor.jamfora.diff.falt import FÄLT, NAMN, Fält
from planmotor.jamfora.diff.flytt import flytt
from planmotor.jamfora.diff.matchning import Matchning, Radplats
from planmotor.jamfora.diff.rad import kallad, ändring
from planmotor.jamfora.diff.typer import Ändring
from planmotor.plan.model.plan import Plan


def radernas(rows: Matchning, före: Plan, efter: Plan) -> Iterator[Ändring]:
    """Yield every change of the rows, in the order of the later version; what is gone comes last."""
    reasons = {gone.id: gone.skäl for plan in efter.handlingsplaner for gone in plan.utgår}
    swapped = _swapped(rows)
    for plats in rows.efter:
        yield from _row(plats, rows, swapped)
    for plats in rows.före:
        if not rows.efterföljare[plats.id]:
            yield _gone(plats, reasons.get(plats.id), efter)
    yield from flytt(rows, före, efter)


def _row(plats: Radplats, rows: Matchning, swapped: Mapping[str, str]) -> Iterator[Ändring]:
    """Yield what has come, merged, divided or changed in one row of the later version."""
    earlier = rows.föregångare[plats.id]
    if not earlier:
        yield ändring("ny", plats, None, plats.namn, f"Ny {_level(plats)}: {citat(plats.namn)}")
        return
    if len(earlier) > 1:
        yield _merged(plats, earlier)
    for old in earlier:
        later = rows.efterföljare[old.id]
        if len(later) > 1 and later[0] is plats:
            yield _divided(old, later)
    own = [egen_del(old, plats, rows.efterföljare[old.id]) for old in earlier]
    for fält in FÄLT:
        found = _field(fält, plats, own, swapped)
        if found:
            yield found


def _level(plats: Radplats) -> str:
    return f"del av {citat(plats.överordnad.namn)}" if plats.överordnad else "aktivitet"


def _gone(plats: Radplats, reason: str | None, efter: Plan) -> Ändring:
    why = f". Skäl: {reason}" if reason else ""
    gone = ändring("borttagen", plats, plats.namn, None, f"Borttagen: {citat(plats.namn)}{why}")
    now = {id: efter.kort(id) for id in (plats.handlingsplan, plats.område) if id in efter.index}
    return replace(
        gone,
        plannamn=now.get(plats.handlingsplan, gone.plannamn),
        områdesnamn=now.get(plats.område, gone.områdesnamn),
    )


def _merged(plats: Radplats, earlier: Sequence[Radplats]) -> Ändring:
    names = [kallad(old, earlier) for old in earlier]
    text = f"{len(names)} rader har slagits ihop till en: {'; '.join(names)}"
    return ändring("sammanslagen", plats, "; ".join(old.namn for old in earlier), plats.namn, text)


def _divided(old: Radplats, later: Sequence[Radplats]) -> Ändring:
    text = f"{citat(old.namn)} har delats i {len(later)} rader: {citerade(plats.namn for plats in later)}"
    return ändring("delad", later[0], old.namn, "; ".join(plats.namn for plats in later), text)


def _field(
    fält: Fält, plats: Radplats, earlier: Sequence[Radplats], swapped: Mapping[str, str]
) -> Ändring | None:
    """Return the change of one field against all the rows that this row follows; None when there is none."""
    if len(earlier) == 1 and fält.lika(earlier[0], plats):  # nearly always
        return None
    different = [old for old in earlier if not fält.lika(old, plats)]
    if not different or (fält is NAMN and len(different) < len(earlier)):
        return None
    values = _distinct(fält, earlier)
    före = "; ".join(filter(None, map(fält.visa, values))) or None
    if fält is NAMN:
        return _reworded(plats, values, före, swapped.get(plats.id))
    text = fält.säg(values[0], plats) if len(values) == 1 else _against_each(fält, plats, earlier)
    pieces = fält.bitar(values[0], plats) if len(values) == 1 else ()
    return ändring(fält.slag, plats, före, fält.visa(plats), text, pieces)


def _distinct(fält: Fält, rows: Sequence[Radplats]) -> list[Radplats]:
    """Return a row for each value that the rows have, the first that has it."""
    found: list[Radplats] = []
    for plats in rows:
        if not any(fält.lika(plats, other) for other in found):
            found.append(plats)
    return found


def _reworded(plats: Radplats, values: Sequence[Radplats], före: str | None, swapped: str | None) -> Ändring:
    """Return a change of words, shown against the nearest of the earlier texts."""
    nearest = max(values, key=lambda old: Indel.normalized_similarity(old.namn, plats.namn))
    text = f"Omformulerad, från {citerade(old.namn for old in values)} till {citat(plats.namn)}"
    made = ändring("omformulerad", plats, före, plats.namn, text, NAMN.bitar(nearest, plats))
    if not swapped:
        return made
    note = f"Texten stod förut på {swapped}, som nu har den här radens: har två id bytt plats?"
    return replace(made, text=f"{text}. {note}", anmärkning=note)


def _against_each(fält: Fält, plats: Radplats, earlier: Sequence[Radplats]) -> str:
    said = []
    for old in earlier:
        told = "ingen ändring" if fält.lika(old, plats) else liten(fält.säg(old, plats))
        said.append(f"för det som var {kallad(old, earlier)}: {told}")
    return stor("; ".join(said))


def _swapped(rows: Matchning) -> dict[str, str]:
    """Return for each row whose text has traded places with another row's text the id of that other.

    Nothing is matched by it: it only warns of an id that seems to have come to mean something else.
    """
    pairs = {(rows.föregångare[p.id][0].namn, p.namn): p.id for p in rows.efter if _renamed(p, rows)}
    return {id: pairs[new, old] for (old, new), id in pairs.items() if (new, old) in pairs}


def _renamed(plats: Radplats, rows: Matchning) -> bool:
    earlier = rows.föregångare[plats.id]
    if len(earlier) != 1 or earlier[0].aktivitet.namn == plats.aktivitet.namn:
        return False
    return earlier[0].id == plats.id and earlier[0].namn != plats.namn
