"""The file that the HTML form saves: JSON with answers and remarks, read as the tables of the other forms."""

from __future__ import annotations

import json
from typing import Any

from planmotor.office.las.innehall import Incell, Innehåll, Inrad, Instycke, Intabell, tidy
from planmotor.office.las.paket import Avvisad

COLUMNS = {
    "avsnitt": "Avsnitt",
    "sida": "Sida",
    "rad": "Rad",
    "synpunkt": "Synpunkt",
    "föreslagen_lydelse": "Föreslagen lydelse",
    "motivering": "Motivering",
}
KNOWN = {"blankett", "remiss", "remissinstans", "svar", "synpunkter"}
BROKEN = (
    "Filen är ingen svarsfil från formuläret: den går inte att läsa som JSON.",
    "Spara svaret från formuläret igen, utan att ändra i filen.",
)
# Whoever fills in the form by hand stays far below: so many keys, remarks or bytes are something else.
MAX_DEPTH, MAX_KEYS, MAX_RECORDS, MAX_BYTES = 20, 200, 2_000, 1_000_000
TOO_MUCH = (
    "Svarsfilen är orimligt stor.",
    f"Dela upp svaret: högst {MAX_RECORDS} synpunkter och {MAX_BYTES // 1_000_000} MB i varje fil.",
)


def read_json(raw: bytes) -> Innehåll:
    """Return all that the file says; a key that the form doesn't have is kept as text."""
    if len(raw) > MAX_BYTES:
        raise Avvisad(*TOO_MUCH)
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        raise Avvisad(*BROKEN) from None
    if not isinstance(data, dict):
        raise Avvisad(*BROKEN)
    _hold_in_size(data)
    found = Innehåll(
        egenskaper={key: _flat(data.get(key)) for key in ("blankett", "remiss", "remissinstans")}
    )
    found.block += _answers(data.get("svar"))
    found.block += _remarks(data.get("synpunkter"))
    for key, value in data.items():
        if key not in KNOWN and _flat(value):
            found.block.append(Instycke(f"fältet {tidy(str(key))[:60]}", _flat(value), för_sig=True))
    return found


def _hold_in_size(data: dict[str, Any]) -> None:
    lists = [value for key in ("svar", "synpunkter") if isinstance(value := data.get(key), list)]
    other = max(map(len, (data, *map(_other_keys, lists))))
    if other > MAX_KEYS or max(map(len, lists), default=0) > MAX_RECORDS:
        raise Avvisad(*TOO_MUCH)


def _answers(value: Any) -> list[Instycke | Intabell]:
    rows = []
    for number, answer in enumerate(value if isinstance(value, list) else [value] if value else [], 1):
        if isinstance(answer, dict):
            rest = [_flat(v) for k, v in answer.items() if k != "fråga"]
            rows.append(
                Inrad(number, (Incell(_flat(answer.get("fråga"))), Incell("\n".join(filter(None, rest)))))
            )
        elif _flat(answer):
            rows.append(Inrad(number, (Incell(_flat(answer)),)))
    return [Intabell("svar", tuple(rows))] if rows else []


def _remarks(value: Any) -> list[Instycke | Intabell]:
    rows = []
    extra = sorted(_other_keys(value))
    for number, remark in enumerate(value if isinstance(value, list) else [value] if value else [], 1):
        if isinstance(remark, dict):
            rows.append(Inrad(number, tuple(Incell(_flat(remark.get(key))) for key in (*COLUMNS, *extra))))
        elif _flat(remark):
            place = list(COLUMNS).index("synpunkt")
            rows.append(Inrad(number, (*[Incell("")] * place, Incell(_flat(remark)))))
    head = Inrad(0, tuple(Incell(title) for title in (*COLUMNS.values(), *extra)))
    return [Intabell("synpunkter", (head, *rows))] if rows else []


def _other_keys(value: Any) -> set[str]:
    remarks = value if isinstance(value, list) else [value]
    return {str(key) for remark in remarks if isinstance(remark, dict) for key in remark} - set(COLUMNS)


def _flat(value: Any, depth: int = 0) -> str:
    """Return the words of any value, one part on each line."""
    if depth > MAX_DEPTH:
        raise Avvisad(*BROKEN)
    if value is None:
        return ""
    if isinstance(value, dict):
        return "\n".join(filter(None, (_flat(inner, depth + 1) for inner in value.values())))
    if isinstance(value, list):
        return "\n".join(filter(None, (_flat(inner, depth + 1) for inner in value)))
    return tidy(str(value))
