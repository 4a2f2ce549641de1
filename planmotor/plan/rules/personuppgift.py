"""Något i data ser ut som ett personnummer, en e-postadress eller ett telefonnummer.

Allt i data publiceras, och där ska det stå funktioner och organ, inte personer. Ta bort uppgiften ur texten.
Fälten för telefon i kontaktvagar.yaml är till för nummer och behöver inget mer.
Ett annat nummer, eller en adress, som hör till en organisation skrivs in med skäl i får_publiceras i
webbplats.yaml. I en synpunkt kan det också stå i synpunktens eget får_publiceras.
Ett personnummer kan aldrig godkännas.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from planmotor.grund.nearest import quoted
from planmotor.grund.problem import Problem
from planmotor.plan.draft import MODELS, Draft, kind_of
from planmotor.plan.far_publiceras import ID, LIST, advice, key, unfit
from planmotor.plan.model.post import Post
from planmotor.plan.model.types import Funktionens
from planmotor.plan.personuppgifter import NEVER, Uppgift, with_article
from planmotor.plan.source import Document, Loc, walk

# What a program has reckoned out of a file may look like a number by chance.
RECKONED = {"sha256", "sigill"}
READ_IN = {"synpunkter", "svar"}  # lists of records with exceptions of their own


def check(draft: Draft) -> Iterator[Problem]:
    """Report each text in a data file that holds what looks like personal data."""
    for name, document in draft.documents.items():
        kind = kind_of(name)
        for loc, text in walk(document.data):
            if isinstance(text, str) and not _is_reckoned(kind, loc):
                yield from _problems(document, kind, loc, text, draft.released)


def _is_reckoned(kind: str, loc: Loc) -> bool:
    return loc[-1] in RECKONED or (kind == "synpunkter" and loc[-1] == "id")


def _problems(
    document: Document, kind: str, loc: Loc, text: str, released: frozenset[str]
) -> Iterator[Problem]:
    field = next(step for step in reversed(loc) if isinstance(step, str))
    read_in = kind == "synpunkter" and loc[0] in READ_IN
    for found in unfit(text, released):
        its_place = field in _made_for_it(kind) or (read_in and _is_approved(document, loc, found))
        if found.slag in NEVER or not its_place:
            said = f'Fältet "{field}" innehåller något som ser ut som {with_article(found.slag)}.'
            yield document.problem(loc, ID, said, _of_a_reply(found) if read_in else advice(found))


def _is_approved(document: Document, loc: Loc, found: Uppgift) -> bool:
    """Tell whether the record that the text stands in lets it be published."""
    record = document.at(loc[:2])
    listed = record.get(LIST) if isinstance(record, dict) else None
    texts = listed if isinstance(listed, list) else []
    return key(found.text) in {key(text) for text in texts if isinstance(text, str)}


def _of_a_reply(found: Uppgift) -> str:
    if found.slag in NEVER:
        return "Ta bort numret ur texten och skriv (uppgift borttagen)."
    return (
        "Ta bort uppgiften och skriv (uppgift borttagen). "
        f"Hör den till en organisation: {LIST}: [{quoted(found.text)}]"
    )


@cache
def _made_for_it(kind: str) -> frozenset[str]:
    """Return the fields of a kind of file that are there for a function's number or address."""
    model = MODELS.get(kind)
    return frozenset(_fields(model)) if model else frozenset()


def _fields(model: type[Post]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        parts = [field.annotation, *_parts(field.annotation)]
        if any(isinstance(part, Funktionens) for part in (*field.metadata, *parts)):
            yield name
        for part in parts:
            if isinstance(part, type) and issubclass(part, Post):
                yield from _fields(part)


def _parts(hint: Any) -> Iterator[Any]:
    for part in get_args(hint):
        yield part
        yield from _parts(part)
