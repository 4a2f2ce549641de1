"""Ett värde är av fel sort.

Till exempel en text där modellen väntar en lista, eller ord där den väntar ett tal.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.draft import Draft, Fault
from planmotor.problem import Problem
from planmotor.rules import saknat_citattecken

ID = "fel-typ"

# What the model waits for, by the beginning of the fault's type: the noun, and how to write it.
EXPECTED = (
    ("string", "en text", "{key}: en text på en rad"),
    ("tuple", "en lista", "{key}: [{value}]"),
    ("model", "en post med egna nycklar", "{key}:, och nycklarna med indrag på raderna under"),
    ("dict", "en post med egna nycklar", "{key}:, och nycklarna med indrag på raderna under"),
    ("int", "ett heltal", "{key}: 3"),
    ("bool", "true eller false", "{key}: true"),
    ("greater", "ett större tal", "{key}: ett tal som är minst {ge}"),
    ("less", "ett mindre tal", "{key}: ett tal som är högst {le}"),
    ("fel-kommunkod", "fyra siffror", '{key}: "0114"'),
)
TYPES = tuple(start for start, _noun, _how in EXPECTED)


def check(draft: Draft) -> Iterator[Problem]:
    """Report each value of the wrong kind, unless it is empty or looks like a missing quotation mark."""
    for fault in draft.of_type(*TYPES):
        if fault.value is not None and fault.value != "" and not saknat_citattecken.concerns(fault):
            yield _problem(fault)


def _problem(fault: Fault) -> Problem:
    noun, how = next((noun, how) for start, noun, how in EXPECTED if fault.type.startswith(start))
    value = fault.value if isinstance(fault.value, str) else "…"
    limits = {"ge": fault.context.get("ge", ""), "le": fault.context.get("le", "")}
    written = how.format(key=fault.field, value=value, **limits)
    shown = f'"{fault.value}"' if isinstance(fault.value, str) else _kind(fault.value)
    return fault.problem(
        ID, f'Fältet "{fault.field}" väntar {noun} men har {shown}.', f"Skriv i stället: {written}"
    )


def _kind(value: object) -> str:
    return "en lista" if isinstance(value, list) else "en post med nycklar"
