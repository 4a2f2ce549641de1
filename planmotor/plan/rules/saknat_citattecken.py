"""Ett värde innehåller kolon eller kommatecken men saknar citattecken.

YAML läser det som står före ett kolon och ett mellanslag som en nyckel, och inom klammer skiljer ett
kommatecken två nycklar åt. Sätt citattecken kring hela värdet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from planmotor.grund.nearest import one_line, quoted
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft, Fault
from planmotor.plan.source import Loc, Value

ID = "saknat-citattecken"
Place = tuple[str, Loc]  # a file, and the way to a key in it


def concerns(fault: Fault) -> bool:
    """Tell whether a text was read as a record with one key, as in ``- Uppföljning: enkät``."""
    one_key = isinstance(fault.value, dict) and len(fault.value) == 1
    return fault.type == "string_type" and one_key and isinstance(next(iter(fault.value.values())), str)


def cut_off(draft: Draft) -> dict[Place, tuple[str, str]]:
    """Return the unknown keys that are the rest of a field: the place of each, the field and its whole text.

    In ``{id: x, namn: Ett, två}`` the key ``två`` is the rest of ``namn``. Each record is walked once,
    however many such keys it holds.
    """
    records: dict[Place, list[Fault]] = defaultdict(list)
    for fault in draft.of_type("extra_forbidden"):
        records[fault.document.path, fault.loc[:-1]].append(fault)
    return {at: cut for faults in records.values() for at, cut in _rests(faults)}


def _rests(faults: list[Fault]) -> Iterator[tuple[Place, tuple[str, str]]]:
    """Yield the unknown keys of one record that are the rest of the field before them."""
    document, loc = faults[0].document, faults[0].loc[:-1]
    unknown = {fault.loc[-1] for fault in faults}
    record = document.at(loc)
    for field, empty in _fields(record):
        rest = [key for key in empty if key in unknown and ":" not in str(key)]
        if rest and field != "id" and isinstance(record[field], str):
            line, whole = document.where((*loc, field))[0], ", ".join([record[field], *empty])
            for key in rest:
                if document.where((*loc, key))[0] == line:
                    yield (document.path, (*loc, key)), (field, whole)


def _fields(record: dict[str, Value]) -> Iterator[tuple[str, list[str]]]:
    """Yield each field that has a value, with the keys without one that follow it."""
    found: list[tuple[str, list[str]]] = []
    for key, value in record.items():
        if value is not None:
            found.append((key, []))
        elif found:
            found[-1][1].append(key)
    yield from found


def check(draft: Draft) -> Iterator[Problem]:
    """Report each text that YAML read as a key and a value, or as a value and another key."""
    for fault in draft.of_type("string_type"):
        if concerns(fault):
            key, value = next(iter(fault.value.items()))
            yield _problem(fault, "kolon", f"{key}: {value}")
    told: set[Place] = set()
    cut = cut_off(draft)
    for fault in draft.of_type("extra_forbidden"):
        field, whole = cut.get((fault.document.path, fault.loc), ("", ""))
        place: Place = (fault.document.path, (*fault.loc[:-1], field))
        if field and place not in told:  # once, however many keys its text was cut into
            told.add(place)
            yield _problem(fault, "kommatecken", whole, f"{field}: ")


def _problem(fault: Fault, what: str, text: str, key: str = "") -> Problem:
    return fault.problem(
        ID,
        f'Texten "{one_line(text)}" innehåller {what} men saknar citattecken.',
        f"Skriv i stället: {key}{quoted(text)}",
    )
