"""A data file as JSON, as CSV that Swedish Excel opens right, and its JSON Schema."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from planmotor.grund.today import today
from planmotor.office.skriv.celltext import is_risky
from planmotor.oppna.export.fields import FORMAT, LICENSE, Datafil, Row
from planmotor.plan.beslutslage import läget
from planmotor.plan.model.plan import Plan

DIALECT = "https://json-schema.org/draft/2020-12/schema"
HEAD = {
    "format": "Formatets version. Den höjs när ett fält tas bort eller byter betydelse.",
    "licens": "Adressen till licensen, CC0.",
    "namn": "Planens namn.",
    "län": "Länet.",
    "region": "Regionens namn.",
    "läge": "Om planen är utkast, remiss, under beslut eller beslutad.",
    "beslutad": "Dagen för beslutet, när den är känd.",
    "gäller_från": "Första dagen som planen gäller.",
    "nästa_revidering": "Dagen då planen ska revideras, uträknad ur första dagen.",
    "handlingsplaner": "Namnet på varje handlingsplan, efter id.",
    "områden": "Namnet på varje område, efter id.",
    "organ": "Namnet på varje organ, efter id.",
}


def as_json(file: Datafil, plan: Plan, base: str = "/") -> bytes:
    """Return ``{"plan": …, "<nyckel>": [...]}`` as UTF-8."""
    document = {"plan": head(plan), file.nyckel: file.rader(plan, base)}
    return _json(document)


def head(plan: Plan) -> dict[str, Any]:
    """Return what holds for the plan as a whole, with the keys of ``HEAD``: ids in the rows lead to names."""
    state = läget(plan, today())
    values = (
        *(FORMAT, LICENSE, plan.uppgifter.namn, plan.uppgifter.län, plan.uppgifter.region),
        *(state.läge, state.beslutad),
        *(plan.gäller_från, plan.nästa_revidering().isoformat()),
        {p.id: p.namn for p in plan.handlingsplaner},
        {o.id: o.namn for o in plan.områden},
        {o.id: o.namn for o in plan.organ},
    )
    return dict(zip(HEAD, values, strict=True))


def as_csv(file: Datafil, plan: Plan, base: str = "/") -> bytes:
    """Return the rows as UTF-8 with a byte order mark and semicolons.

    Bodies stand with their names; lists are joined with " | ". A text that a spreadsheet would run as a
    formula gets an apostrophe before it.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(file.kolumner)
    writer.writerows(map(defused, row) for row in texts(file, plan, base))
    return out.getvalue().encode("utf-8-sig")


def texts(file: Datafil, plan: Plan, base: str) -> list[list[str]]:
    """Return the rows as a table shows them: every value a text, ids of bodies as their names."""
    names = {organ.id: organ.namn for organ in plan.organ}
    rows = file.rader(plan, base)
    named = {fält.namn for fält in file.fält if fält.slag.named}
    return [[_text(value, names, field in named) for field, value in row.items()] for row in rows]


def _text(value: Any, names: dict[str, str], named: bool) -> str:
    if isinstance(value, list):
        return " | ".join(names[item] if named else _text(item, names, named) for item in value)
    if isinstance(value, dict):
        return ", ".join(str(part) for part in value.values() if part)
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return str(value) if value is not None else ""


def defused(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe before what would begin one."""
    return f"'{text}" if is_risky(text) else text


def schema(file: Datafil, base: str = "/") -> bytes:
    """Return the JSON Schema of the data file's JSON."""
    fields: dict[str, Any] = {fält.namn: fält.schema for fält in file.fält}
    row = {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
    facts: dict[str, Any] = {name: {"description": text} for name, text in HEAD.items()}
    facts["format"]["const"] = FORMAT
    about = {"type": "object", "properties": facts, "required": list(HEAD)}
    return _json(
        {
            "$schema": DIALECT,
            **({"$id": f"{base}data/{file.namn}.schema.json"} if "://" in base else {}),
            "title": file.titel,
            "description": file.hjälp,
            "type": "object",
            "properties": {"plan": about, file.nyckel: {"type": "array", "items": row}},
            "required": ["plan", file.nyckel],
            "additionalProperties": False,
        }
    )


def _json(document: Row) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
