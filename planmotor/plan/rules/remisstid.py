"""En remiss har en tid som inte går ihop.

Remissen stänger innan den öppnar, har bara den ena av dagarna, eller har tiden på två ställen.
En tid som redan står i framtagande.yaml hänvisar man till med steg.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft, kind_of
from planmotor.plan.model.types import Datum
from planmotor.plan.source import Document

ID = "remisstid"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each round whose days don't go together."""
    for name, document in draft.documents.items():
        if kind_of(name) == "remisser":
            yield from _check(document)


def _check(document: Document) -> Iterator[Problem]:
    first, last = day(document, "öppnar"), day(document, "stänger")
    given = [key for key in ("öppnar", "stänger") if document.data.get(key)]
    if document.data.get("steg") and given:
        text = f"Tiden står både i steg och i {given[0]}."
        yield document.problem(
            (given[0],), ID, text, "Ta bort den ena, så att tiden bara står på ett ställe."
        )
    elif len(given) == 1:
        missing = "stänger" if given[0] == "öppnar" else "öppnar"
        text = f"Remissen har {given[0]} men inte {missing}."
        yield document.problem((given[0],), ID, text, f"Lägg till raden: {missing}: ÅÅÅÅ-MM-DD")
    elif first and last and last.första < first.första:
        text = f"Remissen stänger {last.i_ord}, innan den öppnar {first.i_ord}."
        fix = f"Byt plats på dagarna: öppnar: {last} och stänger: {first}"
        yield document.problem(("stänger",), ID, text, fix)


def day(document: Document, key: str) -> Datum | None:
    """Return a day of a file; None when it is missing or no day at all."""
    try:
        return Datum.parse(document.data.get(key))
    except ValueError:
        return None
