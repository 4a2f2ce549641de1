"""Sentences that are too long to hold in one's head."""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.klarsprak.text import Page

ID = "lang-mening"


def check(page: Page, most: int) -> Iterator[Problem]:
    """Report each sentence with more words than ``most``.

    A mean hides them: one sentence of forty words among short ones still loses the reader.
    """
    for sentence in page.sentences:
        if len(sentence) > most:
            start = " ".join(word.text for word in sentence[:4])
            text = f'Meningen som börjar "{start} …" har {len(sentence)} ord. Högst {most} är lagom.'
            yield page.problem(sentence[0], ID, text, "Dela den, eller gör en lista av uppräkningen.")
