"""``aktiviteter``: one row for each aktivitet and delaktivitet.

The fields of an activity come from ``planmotor.plan.falt``; here stand those of the row that it makes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from planmotor.oppna.export.fields import (
    BODIES,
    DATE,
    ID,
    IDS,
    TEXT,
    TEXTS,
    URL,
    YES_NO,
    Datafil,
    Fält,
    Kind,
    Row,
)
from planmotor.plan.falttyp import Kolumn, Värdeslag, Yta
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad
from planmotor.plan.status import WORDS
from planmotor.plan.ytor import kolumner, rank

KINDS = {
    Värdeslag.ID: ID,
    Värdeslag.NAMN: TEXT,
    Värdeslag.TEXT: TEXT,
    Värdeslag.KOMMENTAR: TEXT,
    Värdeslag.TEXTER: TEXTS,
    Värdeslag.PUNKTER: TEXTS,
    Värdeslag.ORGAN: BODIES,
    Värdeslag.DATUM: DATE,
    Värdeslag.ÅR: TEXT,
    Värdeslag.STATUS: Kind("ett av statusorden", {"type": ["string", "null"], "enum": [*WORDS, None]}),
    Värdeslag.RADER: IDS,
}
Read = Callable[[Rad, str], Any]  # the second argument is what addresses begin with


def _field(kolumn: Kolumn) -> tuple[Fält, Read]:
    always = kolumn.slag in (Värdeslag.ID, Värdeslag.NAMN)
    field = Fält(kolumn.namn, KINDS[kolumn.slag], kolumn.hjälp(Yta.EXPORT), alltid=always)
    return field, lambda rad, _base: _plain(kolumn.värde(rad.aktivitet))


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _of_row(namn: str, kind: Kind, hjälp: str, read: Read, *, alltid: bool = True) -> tuple[Fält, Read]:
    return Fält(namn, kind, hjälp, alltid=alltid), read


def _address(rad: Rad, base: str) -> str:
    return f"{base}{rad.adress}"


OF_ROWS = (
    _of_row(
        *("handlingsplan", ID, "Id för handlingsplanen. Saknas när raden är en kommuns egen."),
        lambda rad, _: None if rad.kommun else rad.handlingsplan.id,
        alltid=False,
    ),
    _of_row(
        *("område", ID, "Id för området eller strategin. Saknas när raden är en kommuns egen."),
        lambda rad, _: None if rad.kommun else rad.område.id,
        alltid=False,
    ),
    _of_row(
        *("överordnad", ID, "Id för aktiviteten, när raden är en delaktivitet."),
        lambda rad, _: rad.överordnad.id if rad.överordnad else None,
        alltid=False,
    ),
    _of_row("url", URL, "Adressen till raden på webbplatsen.", _address),
    _of_row(
        *("slag", TEXT, "aktivitet eller delaktivitet."),
        lambda rad, _: "delaktivitet" if rad.överordnad else "aktivitet",
    ),
    _of_row(
        *("räknas", YES_NO, "Nej för en aktivitet med delar: då räknas delarna i stället."),
        lambda rad, _: rad.räknas,
    ),
    _of_row(
        *("kommun", ID, "Id för kommunen, när raden är en egen aktivitet i dess lokala plan."),
        lambda rad, _: rad.kommun.id if rad.kommun else None,
        alltid=False,
    ),
    _of_row(
        *("handlingsplanens_namn", TEXT, "Handlingsplanens eller den lokala planens namn."),
        lambda rad, _: rad.handlingsplan.namn,
    ),
    _of_row("områdets_namn", TEXT, "Områdets namn.", lambda rad, _: rad.område.namn),
    _of_row("områdets_slag", TEXT, "strategi eller område.", lambda rad, _: rad.område.slag),
)
_EVERY = sorted(
    [*OF_ROWS, *map(_field, kolumner(Yta.EXPORT))], key=lambda column: rank(Yta.EXPORT, column[0].namn)
)
FIELDS = tuple(field for field, _read in _EVERY)
COLUMNS = tuple(fält.namn for fält in FIELDS)


def rows(plan: Plan, base: str = "/") -> list[Row]:
    """Return the rows, in the order of the plan and the municipalities' own last, by the keys of ``COLUMNS``.

    ``handlingsplan``, ``område``, ``överordnad`` and ``ansvarig`` hold ids; a value that isn't stated is
    None, and ``klart_senast`` has the precision of the source: 2025, 2025-11 or 2025-02-21.
    """
    return [{field.namn: read(rad, base) for field, read in _EVERY} for rad in plan.alla_rader]


AKTIVITETER = Datafil(
    "aktiviteter",
    "Aktiviteter",
    "Varje aktivitet och delaktivitet i handlingsplanerna och i kommunernas lokala planer, med status, "
    "ansvar, tid och mått.",
    "rader",
    FIELDS,
    rows,
    ("json", "csv", "xlsx"),
)
