"""One small page for each aktivitet and delaktivitet, so that each is a hit of its own.

They are pages in a folder and not Pagefind's custom records: its Python client waits a tenth of a second for
every answer, so a hundred records would take ten seconds, and a folder of any size takes one answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from planmotor.oppna.export.aktiviteter import rows
from planmotor.plan.falttyp import Yta
from planmotor.plan.meningar import meningar
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad
from planmotor.plan.ytor import uppgifter

KIND = "aktivitet"


def write_activities(plan: Plan, folder: Path) -> None:
    """Write a page for each activity of the plan to ``folder``, named by its id."""
    for rad, row in zip(plan.alla_rader, rows(plan, ""), strict=True):
        (folder / f"{KIND}-{rad.aktivitet.id}.html").write_text(page(plan, rad, row["url"]), encoding="utf-8")


def page(plan: Plan, rad: Rad, address: str) -> str:
    """Return the page; what the result list shows besides its text stands in Pagefind's metadata."""
    meta = {"url": address, "slag": KIND, "ur": f"{rad.handlingsplan.namn}, {rad.område.namn}"}
    facts = "".join(f'<p data-pagefind-meta="{key}[title]" title="{escape(meta[key])}"></p>' for key in meta)
    body = "".join(f"<p>{escape(text)}</p>" for text in _texts(plan, rad))
    title = f"<h1>{escape(rad.aktivitet.namn)}</h1>"
    return f"<html lang=sv><body data-pagefind-body>{title}{body}{facts}</body></html>"


def _texts(plan: Plan, rad: Rad) -> Iterator[str]:
    """Yield what is written about the activity, and what it belongs to, in whole sentences."""
    if rad.överordnad:
        yield f"Del av {rad.överordnad.namn}."
    for fält in uppgifter(Yta.SÖK):
        yield from meningar(plan, fält, Yta.SÖK, fält.värde(rad.aktivitet))
    yield f"Område: {rad.område.namn}."
