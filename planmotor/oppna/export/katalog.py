"""``katalog.rdf``: the open data as a catalogue in DCAT-AP-SE 3.0, for the national data portal.

The profile's recommendations say that the distributions of a dataset are the same data in different formats,
so each data file is a dataset of its own. What the profile demands and nobody has decided isn't made up: then
there is no catalogue, and ``missing`` says what to write and where.
https://docs.dataportal.se/dcat/3.0.1/en/
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from planmotor.oppna.export.fields import Datafil
from planmotor.plan.model.plan import Plan

NO_SITE = (
    "Webbplatsen har ingen adress än. En katalog får bara ha fullständiga adresser. "
    "Skriv site_url i mkdocs.yml, eller ange --adress https://…/ när du exporterar."
)
NO_PUBLISHER = "Utgivaren saknas och är obligatorisk. Skriv ansvarig i data/webbplats.yaml."
NO_CONTACT = (
    "Kontaktuppgiften saknas. Den är rekommenderad men inte obligatorisk. "
    "Skriv datakontakt med namn och e_post i data/webbplats.yaml."
)


def missing(plan: Plan, base: str) -> tuple[list[str], list[str]]:
    """Return what keeps the catalogue from being published, and what is only recommended, in Swedish."""
    site = plan.webbplats
    obligatory = [] if base.startswith(("https://", "http://")) else [NO_SITE]
    if not (site and site.ansvarig):
        obligatory.append(NO_PUBLISHER)
    return obligatory, [] if site and site.datakontakt else [NO_CONTACT]


def as_rdf(plan: Plan, files: Sequence[Datafil], base: str, changed: datetime) -> bytes | None:
    """Return the catalogue as RDF/XML, always the same bytes; None when something is missing."""
    if missing(plan, base)[0]:
        return None
    from planmotor.oppna.export.triples import catalogue  # noqa: PLC0415 (rdflib takes half a second to import)

    return catalogue(plan, files, base, changed)
