"""Ett värde innehåller kolon och mellanslag men saknar citattecken.

YAML läser då det som står före kolonet som en nyckel. Sätt citattecken kring hela värdet.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.draft import Draft, Fault
from planmotor.problem import Problem

ID = "saknat-citattecken"


def concerns(fault: Fault) -> bool:
    """Tell whether a text was read as a record with one key, as in ``- Uppföljning: enkät``."""
    one_key = isinstance(fault.value, dict) and len(fault.value) == 1
    return fault.type == "string_type" and one_key and isinstance(next(iter(fault.value.values())), str)


def check(draft: Draft) -> Iterator[Problem]:
    """Report each text that YAML read as a key and a value."""
    for fault in draft.of_type("string_type"):
        if concerns(fault):
            key, value = next(iter(fault.value.items()))
            yield fault.problem(
                ID,
                f'Texten "{key}: {value}" innehåller kolon men saknar citattecken.',
                f'Skriv i stället: "{key}: {value}"',
            )
