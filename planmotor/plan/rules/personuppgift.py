"""Något i en synpunkt ser ut som ett personnummer, en e-postadress eller ett telefonnummer.

Synpunkter publiceras, och i dem ska bara organisationer stå. Ta bort uppgiften ur texten.
En adress eller ett nummer som hör till en organisation kan godkännas i får_publiceras.
Ett personnummer kan aldrig godkännas.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import quoted
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft
from planmotor.plan.model.synpunkt import Inläst, Synpunktsfil
from planmotor.plan.personuppgifter import NEVER, found_in
from planmotor.plan.source import Document, Loc

ID = "personuppgift"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each text of a remark or an answer that holds what looks like personal data."""
    for name, post in draft.posts.items():
        if isinstance(post, Synpunktsfil):
            for kind, number, record in _records(post):
                yield from _problems(draft.documents[name], (kind, number), record)


def _records(post: Synpunktsfil) -> Iterator[tuple[str, int, Inläst]]:
    yield from (("synpunkter", number, record) for number, record in enumerate(post.synpunkter))
    yield from (("svar", number, record) for number, record in enumerate(post.svar))


def _problems(document: Document, loc: Loc, record: Inläst) -> Iterator[Problem]:
    for field, text in record.texter.items():
        for found in found_in(text):
            if found.slag in NEVER or found.text not in record.får_publiceras:
                said = f'Fältet "{field}" innehåller något som ser ut som {_word(found.slag)}.'
                yield document.problem((*loc, field), ID, said, _fix(found.slag, found.text))


def _word(kind: str) -> str:
    return "en e-postadress" if kind == "e-postadress" else f"ett {kind}"


def _fix(kind: str, text: str) -> str:
    if kind in NEVER:
        return "Ta bort numret ur texten och skriv (uppgift borttagen)."
    return (
        "Ta bort uppgiften och skriv (uppgift borttagen). "
        f"Hör den till en organisation: får_publiceras: [{quoted(text)}]"
    )
