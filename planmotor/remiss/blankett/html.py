"""The reply form as HTML: fields that a small script saves to a file. Nothing is sent and nothing is kept."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from planmotor.remiss.blankett.blankett import BLANKETT, Blankett, Instans, filnamn, vägar

HERE = Path(__file__).parent
# What the page of the site loads, and what a form in a file of its own carries within it.
SCRIPT, STYLE = "assets/remissvar.js", "assets/remiss.css"


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def form_html(form: Blankett, instanser: tuple[Instans, ...]) -> str:
    """Return the form as a piece of HTML, below a heading of level 2.

    ``instanser`` is whom one may answer as; empty when the round doesn't say. The one that the form is for
    is chosen from the start.
    """
    return (
        _templates()
        .get_template("formular.html.j2")
        .render(
            form=form,
            version=BLANKETT,
            instanser=instanser,
            vägar=vägar(form.remiss.svara),
            filnamn=filnamn(form.remiss.id, ""),
        )
    )


def html(form: Blankett, docs: Path) -> bytes:
    """Return the form as a page of its own that works without a server, its script and style within it."""
    style, script = ((docs / name).read_text(encoding="utf-8") for name in (STYLE, SCRIPT))
    who = (form.instans,) if form.instans.id else ()
    page = (
        _templates()
        .get_template("sida.html.j2")
        .render(form=form, innehåll=Markup(form_html(form, who)), stil=Markup(style), skript=Markup(script))  # noqa: S704 (our own)
    )
    return page.encode()
