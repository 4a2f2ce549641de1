"""Ett värde är av fel sort.

Till exempel en text där modellen väntar en lista, eller ord där den väntar ett tal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planmotor.grund.nearest import quoted, shown
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft, Fault
from planmotor.plan.model.post import Post
from planmotor.plan.model.shape import post_at
from planmotor.plan.rules import saknat_citattecken

ID = "fel-typ"

# By the beginning of the fault's type: what the field should be, and how to write it.
EXPECTED = (
    ("string_", "en text", "Skriv texten på samma rad: {key}: {text}"),
    ("tuple_", "en lista", "Skriv i stället: {key}: [{items}]"),
    ("model_", "en post med nycklar", "Skriv i stället: {key}: {{{keys}}}"),
    ("dict_", "en post med nycklar", "Skriv i stället: {key}: {{id: status}}"),
    ("int_", "ett heltal", "Skriv med siffror, till exempel: {key}: 3"),
    ("bool_", "true eller false", "Skriv true för ja och false för nej: {key}: {yes_or_no}"),
    ("greater_", "minst {ge}", "Skriv ett tal som är minst {ge}."),
    ("less_", "högst {le}", "Skriv ett tal som är högst {le}."),
    ("fel-kommunkod", "fyra siffror", 'Skriv fyra siffror inom citattecken: {key}: "{digits}"'),
)
# The same for an item of a list.
EXPECTED_ITEMS = {
    "string_": ("texter", "Skriv bara en text efter strecket: - …"),
    "model_": ("poster med nycklar", "Skriv i stället: - {{{keys}}}"),
}
TYPES = tuple(start for start, _noun, _how in EXPECTED)


def check(draft: Draft) -> Iterator[Problem]:
    """Report each value of the wrong kind, unless it is empty or looks like a missing quotation mark."""
    for fault in draft.of_type(*TYPES):
        if fault.value is not None and fault.value != "" and not saknat_citattecken.concerns(fault):
            yield _problem(fault)


def _problem(fault: Fault) -> Problem:
    start, noun, how = next(expected for expected in EXPECTED if fault.type.startswith(expected[0]))
    text = 'Fältet "{key}" ska vara {noun} men är {shown}.'
    if isinstance(fault.loc[-1], int) and start in EXPECTED_ITEMS:
        noun, how = EXPECTED_ITEMS[start]
        text = 'Listan "{key}" ska bestå av {noun}, men här står {shown}.'
    words = {
        "key": fault.field,
        "keys": _keys(post_at(fault.model, fault.loc)),
        "items": _items(fault.value),
        "text": _text(fault.value),
        "yes_or_no": "false" if str(fault.value).lower() == "nej" else "true",
        "digits": _digits(str(fault.value)),
        "shown": shown(fault.value),
        **fault.context,
    }
    words["noun"] = noun.format(**words)
    return fault.problem(ID, text.format(**words), how.format(**words))


def _keys(model: type[Post]) -> str:
    """Return the keys that a record must have, or else those that it can have, as they are written."""
    fields = model.model_fields.items()
    required = [name for name, field in fields if field.is_required()]
    return ", ".join(f"{name}: …" for name in required or model.model_fields)


def _digits(value: str) -> str:
    """Return the code that has lost its first zeros, or else an example of one."""
    return value.zfill(4) if re.fullmatch("[0-9]{1,3}", value) else "0114"


def _items(value: object) -> str:
    """Return what should stand in the list that the value isn't."""
    return _usable(" ".join(value.lstrip("-–•* ").split())) if isinstance(value, str) else "…"


def _text(value: object) -> str:
    """Return what should stand where a list stands."""
    texts = value if isinstance(value, list) else []
    return _usable(", ".join(texts)) if texts and all(isinstance(text, str) for text in texts) else "…"


def _usable(text: str) -> str:
    return quoted(text) if re.search(r"[,:#\"\[\]{}]", text) else text
