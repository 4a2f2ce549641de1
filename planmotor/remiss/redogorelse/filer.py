"""The account of a consultation as files: one for each format."""

from __future__ import annotations

from datetime import date

from planmotor.remiss.redogorelse.docx import docx
from planmotor.remiss.redogorelse.html import article
from planmotor.remiss.redogorelse.redogorelse import Redogörelse, namn
from planmotor.remiss.redogorelse.xlsx import xlsx


def make(made: Redogörelse, day: date) -> dict[str, bytes]:
    """Return the account by the names of its files. ``day`` is the print date of the PDF."""
    name = namn(made)
    return {f"{name}.docx": docx(made), f"{name}.xlsx": xlsx(made), f"{name}.pdf": pdf(made, day)}


def pdf(made: Redogörelse, day: date) -> bytes:
    """Return the account as a PDF, set from the same HTML as its page."""
    # A typesetter, for this format only.
    from planmotor.tryck.offentligt import Uppgifter, av_html, till_pdf  # noqa: PLC0415

    about = Uppgifter(made.titel, day, avsändare=made.plan, framsida=False, numrerad=False)
    return till_pdf([av_html(article(made))], about)
