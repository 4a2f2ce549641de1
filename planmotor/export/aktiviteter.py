"""``aktiviteter.json`` and ``aktiviteter.csv``: one row for each aktivitet and delaktivitet."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from planmotor.model.plan import Plan, Rad

COLUMNS = (
    *("handlingsplan", "område", "id", "överordnad", "namn", "status", "prioritet", "ansvarig"),
    *("klart_senast", "mått", "målvärde", "url"),
)
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def rows(plan: Plan, base: str = "/") -> list[dict[str, Any]]:
    """Return the rows, in the order of the plan, with the keys of ``COLUMNS``.

    ``handlingsplan``, ``område``, ``överordnad`` and ``ansvarig`` hold ids; a value that isn't stated is
    None, and ``klart_senast`` has the precision of the source: 2025, 2025-11 or 2025-02-21.
    """
    return [_row(rad, base) for rad in plan.rader]


def _row(rad: Rad, base: str) -> dict[str, Any]:
    aktivitet = rad.aktivitet
    values = (
        rad.handlingsplan.id,
        rad.område.id,
        aktivitet.id,
        rad.överordnad.id if rad.överordnad else None,
        aktivitet.namn,
        aktivitet.status,
        aktivitet.prioritet,
        list(aktivitet.ansvarig),
        aktivitet.tid.klart_senast if aktivitet.tid else None,
        list(aktivitet.mått),
        list(aktivitet.målvärde),
        f"{base}handlingsplaner/{rad.handlingsplan.id}/#{aktivitet.id}",
    )
    return dict(zip(COLUMNS, values, strict=True))


def as_json(plan: Plan, base: str = "/") -> bytes:
    """Return ``{"plan": …, "rader": [...]}`` as UTF-8."""
    facts = plan.uppgifter
    head = {
        "namn": facts.namn,
        "läge": facts.läge,
        "gäller_från": facts.gäller_från,
        "nästa_revidering": plan.nästa_revidering().isoformat(),
        "handlingsplaner": {p.id: p.namn for p in plan.handlingsplaner},
        "områden": {o.id: o.namn for o in plan.områden},
        "organ": {o.id: o.namn for o in plan.organ},
    }
    document = {"plan": head, "rader": rows(plan, base)}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def as_csv(plan: Plan, base: str = "/") -> bytes:
    """Return the rows as UTF-8 with a byte order mark and semicolons, which Swedish Excel opens right.

    Bodies stand with their names; lists are joined with " | ". A text that a spreadsheet would run as a
    formula gets an apostrophe before it.
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, delimiter=";")
    writer.writeheader()
    for row in rows(plan, base):
        row["ansvarig"] = [plan.namn(id) for id in row["ansvarig"]]
        writer.writerow({key: _cell(value) for key, value in row.items()})
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    text = " | ".join(value) if isinstance(value, list) else str(value or "")
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
