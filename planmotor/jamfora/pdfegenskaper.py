"""What the properties of a PDF file say: who made it, and whatever else stands there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf

from planmotor.grund.problem import Problem, shown_path
from planmotor.plan.far_publiceras import ID, WHAT_MAY_STAND, advice, unfit
from planmotor.plan.personuppgifter import with_article

PEOPLE = {"/Author", "dc:creator"}
REMOVE = "Ta bort den där filen skapades, eller skriv regionens, en kommuns eller ett organs namn."


def i_pdf(path: Path, bodies: frozenset[str], allowed: frozenset[str]) -> Iterator[Problem]:
    """Yield what isn't fit to publish in the properties; the author may be one of the ``bodies``."""
    shown = shown_path(path)
    try:
        found = list(_properties(path))
    except (pikepdf.PdfError, ValueError):  # also one with a password
        text = "PDF-filen är skadad eller låst. Det går inte att se vad som publiceras."
        yield Problem(shown, 1, 1, ID, text, "Spara den igen, utan lösenord.")
        return
    for one in dict.fromkeys(one for _, text in found for one in unfit(text, allowed)):
        said = f"PDF-filens egenskaper innehåller något som ser ut som {with_article(one.slag)}."
        yield Problem(shown, 1, 1, ID, said, advice(one))
    if any(name in PEOPLE and text.strip() not in bodies for name, text in found if text.strip()):
        said = 'PDF-filens egenskap "Författare" säger vem som har skrivit den.'
        yield Problem(shown, 1, 1, ID, said, f"{WHAT_MAY_STAND} {REMOVE}")


def _properties(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each property by its name, of the old kind and of the new."""
    with pikepdf.open(path) as pdf:
        yield from ((str(name), str(value)) for name, value in pdf.docinfo.items())
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            for name in metadata:
                value = metadata[name]
                short = "dc:creator" if name.endswith("}creator") else str(name)
                for one in [value] if isinstance(value, str) else list(value):
                    yield short, str(one)
