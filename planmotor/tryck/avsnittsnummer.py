"""The numbers that sections have in print, for those who point to a section from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from planmotor.tryck.artiklar import Artikel
from planmotor.tryck.raknare import Nivåer, Räknare


def numrera(sidor: Iterable[Artikel]) -> dict[str, str]:
    """Return the number of every numbered heading, by the page's address and, below its first, its anchor.

    ``{"strategier/exempel": "4.2", "strategier/exempel#mal": "4.2.1"}``, the same as in the PDF.
    """
    counter, levels = Räknare(), Nivåer()
    found: dict[str, str] = {}
    for sida in sidor:
        for heading in sida.artikel.iter("h1", "h2", "h3", "h4", "h5", "h6"):
            if not heading.text_content().strip():
                continue
            number = counter.nästa(levels.nästa(int(str(heading.tag)[1]) + sida.djup))
            anchor = "" if heading.tag == "h1" else f"#{heading.get('id') or ''}"
            if number and anchor != "#":
                found.setdefault(sida.adress + anchor, number)
    return found
