"""The account of a consultation as HTML: the parts of its page, which the PDF is set from too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from planmotor.remiss.redogorelse.redogorelse import HEADS, Redogörelse

NONE_READ = "Inga remissvar är inlästa. När de är det visas varje synpunkt här, med vad som hände med den."


def parts(made: Redogörelse, rot: str | None) -> Iterator[tuple[str, str]]:
    """Yield heading and HTML of each part. ``rot`` leads to the site's root; None leaves links to it out."""
    template = _templates().get_template("redogorelse.html.j2").module
    yield "I korthet", template.korthet(made, HEADS)  # type: ignore[attr-defined]
    for heading, what, groups in (
        ("Svar på frågorna", "Svar", made.frågor),
        ("Synpunkter avsnitt för avsnitt", "Synpunkt", made.avsnitt),
    ):
        if groups:
            yield heading, "".join(template.grupp(group, what, rot) for group in groups)  # type: ignore[attr-defined]


def article(made: Redogörelse) -> str:
    """Return the whole account as an article of its own, without links to the site."""
    body = "".join(f"<h2>{heading}</h2>\n{html}" for heading, html in parts(made, None))
    return f"<article><h1>{escape(made.titel)}</h1>\n{body}</article>"


def _templates() -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"versal": lambda text: text[:1].upper() + text[1:], "rader": _lines, "adress": _address}
    return made


def _lines(text: str) -> Markup:
    return Markup("<br>").join(text.split("\n"))


def _address(id: str) -> str:
    """Return a section's address within the site: its page, and its place on the page."""
    page, sign, anchor = id.partition("#")
    return "plan/" if id == "hela-planen" else f"{page}/{sign}{anchor}"
