"""The paper for a steering group's meeting: the state, what has changed, and what needs an answer.

``rapport`` makes it of a plan and a day; ``FORMAT`` holds the ways to show it, each giving the whole file.
"""

from __future__ import annotations

from collections.abc import Callable

from planmotor.office.dokument.html import som_delar, som_html
from planmotor.office.dokument.markdown import som_markdown
from planmotor.office.dokument.text import som_text
from planmotor.office.dokument.typer import Dokument
from planmotor.uppfoljning.rapport.rapport import rapport
from planmotor.uppfoljning.rapport.sedan import Underlag, parse_day, sedan_besluten, sedan_dagen

__all__ = ["ENDINGS", "FORMAT", "Underlag", "parse_day", "rapport", "sedan_besluten"]
__all__ += ["sedan_dagen", "som_delar", "som_html"]


def _docx(made: Dokument) -> bytes:
    from planmotor.office.dokument.docx import som_docx  # noqa: PLC0415 (libraries that only some need)

    return som_docx(made)


def _pdf(made: Dokument) -> bytes:
    from planmotor.uppfoljning.rapport.som_pdf import som_pdf  # noqa: PLC0415

    return som_pdf(made)


FORMAT: dict[str, Callable[[Dokument], bytes]] = {
    "text": lambda made: som_text(made).encode(),
    "markdown": lambda made: som_markdown(made).encode(),
    "docx": _docx,
    "pdf": _pdf,
    "html": lambda made: som_html(made).encode(),
}
ENDINGS = {".txt": "text", ".md": "markdown", ".docx": "docx", ".pdf": "pdf", ".html": "html"}
