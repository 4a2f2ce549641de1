"""Ett värde innehåller kolon eller kommatecken men saknar citattecken.

YAML läser det som står före ett kolon och ett mellanslag som en nyckel, och inom klammer skiljer ett
kommatecken två nycklar åt. Sätt citattecken kring hela värdet.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from planmotor.grund.nearest import one_line, quoted
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft, Fault

ID = "saknat-citattecken"


def concerns(fault: Fault) -> bool:
    """Tell whether a text was read as a record with one key, as in ``- Uppföljning: enkät``."""
    one_key = isinstance(fault.value, dict) and len(fault.value) == 1
    return fault.type == "string_type" and one_key and isinstance(next(iter(fault.value.values())), str)


def cut_off(fault: Fault) -> tuple[str, str] | None:
    """Return the field, and its whole text, that an unknown key is the rest of; None when it isn't.

    In ``{id: x, namn: Ett, två}`` the key ``två`` is the rest of ``namn``.
    """
    record, key = fault.document.at(fault.loc[:-1]), fault.loc[-1]
    before = list(takewhile(lambda other: other != key, record))
    while before and record[before[-1]] is None:
        before.pop()
    field = before[-1] if before else "id"
    if fault.value is not None or field == "id" or ":" in str(key) or not isinstance(record[field], str):
        return None
    if fault.document.where((*fault.loc[:-1], field))[0] != fault.document.where(fault.loc)[0]:
        return None
    rest = takewhile(lambda other: record[other] is None, list(record)[len(before) :])
    return field, ", ".join([record[field], *rest])


def check(draft: Draft) -> Iterator[Problem]:
    """Report each text that YAML read as a key and a value, or as a value and another key."""
    for fault in draft.of_type("string_type"):
        if concerns(fault):
            key, value = next(iter(fault.value.items()))
            yield _problem(fault, "kolon", f"{key}: {value}")
    for fault in draft.of_type("extra_forbidden"):
        whole = cut_off(fault)
        if whole:
            yield _problem(fault, "kommatecken", whole[1], f"{whole[0]}: ")


def _problem(fault: Fault, what: str, text: str, key: str = "") -> Problem:
    return fault.problem(
        ID,
        f'Texten "{one_line(text)}" innehåller {what} men saknar citattecken.',
        f"Skriv i stället: {key}{quoted(text)}",
    )
