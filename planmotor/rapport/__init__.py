"""The paper for a steering group's meeting: the state, what has changed, and what needs an answer.

``rapport`` makes it of a plan and a day; ``FORMAT`` holds the ways to show it, each giving the whole file.
"""

from __future__ import annotations

from collections.abc import Callable

from planmotor.rapport.rapport import rapport
from planmotor.rapport.sedan import Underlag, parse_day, sedan_besluten, sedan_dagen
from planmotor.rapport.som_html import som_delar, som_html
from planmotor.rapport.som_markdown import som_markdown
from planmotor.rapport.som_text import som_text
from planmotor.rapport.typer import Rapport

__all__ = ["ENDINGS", "FORMAT", "Rapport", "Underlag", "parse_day", "rapport", "sedan_besluten"]
__all__ += ["sedan_dagen", "som_delar", "som_html"]


def _docx(made: Rapport) -> bytes:
    from planmotor.rapport.som_docx import som_docx  # noqa: PLC0415 (libraries that only some need)

    return som_docx(made)


def _pdf(made: Rapport) -> bytes:
    from planmotor.rapport.som_pdf import som_pdf  # noqa: PLC0415

    return som_pdf(made)


FORMAT: dict[str, Callable[[Rapport], bytes]] = {
    "text": lambda made: som_text(made).encode(),
    "markdown": lambda made: som_markdown(made).encode(),
    "docx": _docx,
    "pdf": _pdf,
    "html": lambda made: som_html(made).encode(),
}
ENDINGS = {".txt": "text", ".md": "markdown", ".docx": "docx", ".pdf": "pdf", ".html": "html"}
