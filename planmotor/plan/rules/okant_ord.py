"""Ett ord som inte hör till fältets lista.

Fält som läge, slag och riktning har bara några få ord att välja på.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from planmotor.grund.nearest import nearest, shown
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft
from planmotor.plan.rules import okand_status

ID = "okant-ord"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each word that its field doesn't know, with the nearest; status has a rule of its own."""
    for fault in draft.of_type("literal_error"):
        if (
            fault.value is None
            or fault.value == ""
            or (okand_status.concerns(fault) and isinstance(fault.value, str))
        ):
            continue
        known = re.findall(r"'([^']+)'", str(fault.context.get("expected", "")))
        close = nearest(fault.value, known) if isinstance(fault.value, str) else None
        start = f"Skriv i stället: {fault.field}: {close}" if close else "Välj ett av orden"
        yield fault.problem(
            ID,
            f'Fältet "{fault.field}" kan inte vara {shown(fault.value)}.',
            f"{start}   (giltiga: {', '.join(known)})",
        )
