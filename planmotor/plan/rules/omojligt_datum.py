"""Ett datum som inte finns, eller som inte är skrivet som ett datum.

Skriv dag, månad eller år: 2025-02-21, 2025-11 eller 2025. Ett beslut behöver en hel dag.
En årstid eller ett möte hör hemma i tid: {text: …}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planmotor.grund.nearest import nearest, one_line, shown
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft, Fault
from planmotor.plan.model.types import DATE, MONTHS, Datum
from planmotor.plan.source import Value

ID = "omojligt-datum"
IN_TIME = {"från", "klart_senast"}
PARTIAL = {*IN_TIME, "datum", "mål_till"}
# How people write dates, as year, month and day.
WRITTEN = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})",
        r"(?P<y>\d{4})[-–/. ](?P<m>\d{1,2})[-–/. ](?P<d>\d{1,2})",
        r"(?P<d>\d{1,2})[-–/. ]+(?P<m>\d{1,2})[-–/. ]+(?P<y>\d{4})",
        r"(?:(?:den )?(?P<d>\d{1,2})\.?(?::?e)? )?(?P<name>[a-zåäö]+)\.? (?P<y>\d{4})",
        r"(?P<y>\d{4})[-–/. ](?P<m>\d{1,2})",
    )
)


def check(draft: Draft) -> Iterator[Problem]:
    """Report each date that is no date, or that lacks its day where one is needed."""
    for fault in draft.of_type(ID):
        if fault.value is not None and fault.value != "":
            yield _problem(fault)


def _problem(fault: Fault) -> Problem:
    key, value = fault.field, fault.value
    meant = value if isinstance(value, str) and DATE.fullmatch(value) else meant_by(value)
    text = f'Fältet "{key}" ska vara ett datum men är {shown(value)}.'
    if _is_date(value):
        text = f'Fältet "{key}" ska vara en hel dag men är {shown(value)}.'
        fix = f"Skriv även dagen, till exempel: {key}: {Datum(value).första}"
    elif meant and _is_date(meant):
        fix = f"Skriv i stället: {key}: {meant}"
    elif meant:
        text = f'Fältet "{key}" har ett datum som inte finns: {shown(value)}.'
        fix = _last_day(key, meant)
    elif key in IN_TIME and isinstance(value, str):
        fix = f"Skriv i stället: text: {one_line(value)}   (ett datum skrivs 2025-06-30, 2025-06 eller 2025)"
    elif key in PARTIAL:
        fix = f"Skriv så exakt som det är känt: {key}: 2025-06-30, 2025-06 eller 2025"
    else:
        fix = f"Skriv år, månad och dag, till exempel: {key}: 2025-06-30"
    return fault.problem(ID, text, fix)


def _last_day(key: str, value: str) -> str:
    """Return how to mend a date whose day or month has too high a number."""
    if not _is_date(value[:7]):
        return "Skriv månaden som ett tal mellan 01 och 12."
    month = Datum(value[:7])
    return f"{month.i_ord.capitalize()} har {month.sista.day} dagar. Skriv till exempel: {key}: {month.sista}"


def meant_by(value: Value) -> str | None:
    """Return the date that a text such as ``30 juni 2025`` means, whether or not there is such a day."""
    for pattern in WRITTEN if isinstance(value, str) else ():
        match = pattern.fullmatch(value.strip().lower())
        if match:
            parts = match.groupdict()
            month = parts["m"] if parts.get("m") else _month(parts["name"])
            day = parts.get("d")
            return "-".join(part.zfill(2) for part in (parts["y"], month, day) if part) if month else None
    return None


def _month(name: str) -> str:
    close = nearest(name, MONTHS)
    return str(MONTHS.index(close) + 1) if close else ""


def _is_date(value: Value) -> bool:
    try:
        Datum.parse(value)
    except ValueError:
        return False
    return True
