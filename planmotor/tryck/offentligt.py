"""What other rooms use of print: pages of HTML and facts in, a PDF out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from planmotor.grund.problem import Stopped
from planmotor.tryck.artiklar import Artikel, av_html, läs_sida
from planmotor.tryck.dokument import dokument
from planmotor.tryck.felsok import Otryckbar, felställe
from planmotor.tryck.omgangar import behöver_omgångar, sätt_i_omgångar
from planmotor.tryck.satt import sätt
from planmotor.tryck.uppgifter import Faktum, Remissuppgifter, Uppgifter

__all__ = ["Artikel", "Faktum", "Remissuppgifter", "Uppgifter", "av_html", "läs_sida", "till_pdf"]


def till_pdf(sidor: Sequence[Artikel], uppgifter: Uppgifter, rot: Path | None = None) -> bytes:
    """Return the pages as one PDF/UA-1 and PDF/A-2a document, with cover and contents as the facts say.

    Make a page with ``av_html(html, adress)``, of a whole page or of an article alone, or with
    ``läs_sida(site, adress)``. A page begins with one ``h1``. ``rot`` is the folder of images. Raises Stopped
    when the document can't be set.
    """
    try:
        if behöver_omgångar(sidor, uppgifter):
            return sätt_i_omgångar(sidor[0], uppgifter)
        return sätt(dokument(sidor, uppgifter), rot)
    except Stopped as failed:
        where = felställe(sidor, uppgifter, rot)
        raise Otryckbar(f"{failed}\n  Felet står på {where}." if where else str(failed), [where]) from None
