"""A report as an accessible PDF, set as everything else in print."""

from __future__ import annotations

from planmotor.office.dokument.html import som_html
from planmotor.office.dokument.typer import Dokument
from planmotor.tryck.offentligt import Uppgifter, av_html, till_pdf


def som_pdf(rapport: Dokument) -> bytes:
    """Return the report as PDF/UA-1 and PDF/A-2a, without cover and contents: it is short."""
    assert rapport.dag is not None  # noqa: S101 (a report is of a day)
    facts = Uppgifter(
        rapport.slag, rapport.dag, underrubrik=rapport.om, framsida=False, innehåll=False, numrerad=False
    )
    return till_pdf([av_html(som_html(rapport), "rapport")], facts)
