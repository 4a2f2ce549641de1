"""``aktiviteter``: one row for each aktivitet and delaktivitet."""

from __future__ import annotations

from typing import Any, get_args

from planmotor.oppna.export.fields import DATE, ID, IDS, TEXT, TEXTS, URL, YES_NO, Datafil, Fält, Kind, Row
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad
from planmotor.plan.model.types import Status

_STATUS = Kind("ett av statusorden", {"type": ["string", "null"], "enum": [*get_args(Status), None]})
# New fields come last, so that whoever reads by number goes on reading the same.
FIELDS = (
    Fält("handlingsplan", ID, "Id för handlingsplanen som raden hör till.", alltid=True),
    Fält("område", ID, "Id för området eller strategin.", alltid=True),
    Fält("id", ID, "Radens permanenta id. Det ändras aldrig och används aldrig igen.", alltid=True),
    Fält("överordnad", ID, "Id för aktiviteten, när raden är en delaktivitet."),
    Fält("namn", TEXT, "Vad som ska göras.", alltid=True),
    Fält("status", _STATUS, "Läget. Saknas värdet är ingen status angiven."),
    Fält("prioritet", TEXT, "Åren som gäller, till exempel 2024–2025."),
    Fält("ansvarig", IDS, "Organen som ansvarar. CSV och Excel visar namnen."),
    Fält("klart_senast", DATE, "Sista tidpunkt, så exakt som källan säger och inte mer."),
    Fält("mått", TEXTS, "Hur man ser att det är gjort."),
    Fält("målvärde", TEXTS, "Målet för måttet."),
    Fält("url", URL, "Adressen till raden på webbplatsen.", alltid=True),
    Fält("slag", TEXT, "aktivitet eller delaktivitet.", alltid=True),
    Fält("räknas", YES_NO, "Nej för en aktivitet med delar: då räknas delarna i stället.", alltid=True),
    Fält("från", DATE, "Början, så exakt som källan säger."),
    Fält("tid_text", TEXT, "Tiden när den inte är ett datum: ett möte, löpande, en årstid."),
    Fält("kommentar", TEXT, "Det som källan eller organet säger utöver statusordet."),
    Fält("punkter", TEXTS, "Punkter som hör till raden."),
    Fält("beslutande_organ", IDS, "Organen som beslutar om raden. CSV och Excel visar namnen."),
    Fält("handlingsplanens_namn", TEXT, "Handlingsplanens namn.", alltid=True),
    Fält("områdets_namn", TEXT, "Områdets namn.", alltid=True),
    Fält("områdets_slag", TEXT, "strategi eller område.", alltid=True),
)
COLUMNS = tuple(fält.namn for fält in FIELDS)


def rows(plan: Plan, base: str = "/") -> list[Row]:
    """Return the rows, in the order of the plan, with the keys of ``COLUMNS``.

    ``handlingsplan``, ``område``, ``överordnad`` and ``ansvarig`` hold ids; a value that isn't stated is
    None, and ``klart_senast`` has the precision of the source: 2025, 2025-11 or 2025-02-21.
    """
    return [dict(zip(COLUMNS, (*_first(rad, base), *_more(rad)), strict=True)) for rad in plan.rader]


def _first(rad: Rad, base: str) -> tuple[Any, ...]:
    akt = rad.aktivitet
    parent = rad.överordnad.id if rad.överordnad else None
    last = akt.tid.klart_senast if akt.tid else None
    return (
        *(rad.handlingsplan.id, rad.område.id, akt.id, parent, akt.namn, akt.status, akt.prioritet),
        *(list(akt.ansvarig), last, list(akt.mått), list(akt.målvärde)),
        f"{base}handlingsplaner/{rad.handlingsplan.id}/#{akt.id}",
    )


def _more(rad: Rad) -> tuple[Any, ...]:
    akt, tid = rad.aktivitet, rad.aktivitet.tid
    return (
        *("delaktivitet" if rad.överordnad else "aktivitet", rad.räknas),
        *(tid.från if tid else None, tid.text if tid else None, akt.kommentar, list(akt.punkter)),
        list(akt.beslutande_organ),
        *(rad.handlingsplan.namn, rad.område.namn, rad.område.slag),
    )


AKTIVITETER = Datafil(
    "aktiviteter",
    "Aktiviteter",
    "Varje aktivitet och delaktivitet i handlingsplanerna, med status, ansvar, tid och mått.",
    "rader",
    FIELDS,
    rows,
    ("json", "csv", "xlsx"),
)
