"""The page that tells what changed with a decision: its text is one macro call."""

from __future__ import annotations

from pathlib import Path

from planmotor.plan.model.aktiviteter import Handlingsplan
from planmotor.plan.model.types import Datum

FOLDER = Path("uppfoljning/andringar")
PAGE = """\
---
title: "{namn}: ändringar {dag}"
description: Vad som ändrades i {namn} med beslutet {dag}, rad för rad och jämfört med beslutet före.
stil: [assets/andringar.css]
---

# {namn}: ändringar {dag}

Här ser du vad som blev nytt, vad som togs bort och vad som fick ny text.
Varje rad jämförs med den som den följer på.
{hjälp}
{{{{ ändringar(handlingsplan="{id}", till="{datum}") }}}}
"""

HELP = Path("redigera/jamfor.md")
HELPED = "Vad orden betyder står på sidan [Jämför versioner](../../redigera/jamfor.md).\n"


def page(docs: Path, handlingsplan: Handlingsplan, datum: Datum) -> tuple[Path, bytes]:
    """Return the file of the page, and its text."""
    name = handlingsplan.kortnamn or handlingsplan.namn
    help = HELPED if (docs / HELP).exists() else ""
    text = PAGE.format(namn=name, dag=datum.i_ord, id=handlingsplan.id, datum=datum, hjälp=help)
    return docs / FOLDER / f"{handlingsplan.id}-{datum}.md", text.encode()
