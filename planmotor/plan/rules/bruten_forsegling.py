"""En synpunkt i ett remissvar är ändrad eller borttagen.

Avsändarens ord står som de skrevs. När ett svar läses in får varje synpunkt ett sigill, en kontrollsumma över
orden och var de stod, och varje fil får ett antal. Placering, ställningstagande, motivering och ändring hör
inte dit och får alltid skrivas om. Måste en personuppgift tas bort förseglas synpunkten på nytt, med
kommandot remiss försegla.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from planmotor.grund.nearest import one_line, shown
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft, kind_of
from planmotor.plan.rules.fler_svar_an_svarande import number
from planmotor.plan.sigill import KEY, OF_A_FILE, OF_A_REMARK, är_bruten
from planmotor.plan.source import Document

ID = "bruten-forsegling"
LISTS = {"synpunkter": "synpunkter", "svar": "svar"}
RESEAL = 'Är det en personuppgift som är borttagen: kör "planmotor remiss försegla --ändrade {}".'


def check(draft: Draft) -> Iterator[Problem]:
    """Report each remark and each file that isn't as it was read, and each file that has lost remarks."""
    for name, document in draft.documents.items():
        if kind_of(name) == "synpunkter" and isinstance(document.data, dict):
            yield from _changed(document)
            yield from _lost(document)


def _records(document: Document, key: str) -> list[Any]:
    listed = document.data.get(key)
    return (
        [record if isinstance(record, dict) else {} for record in listed] if isinstance(listed, list) else []
    )


def _changed(document: Document) -> Iterator[Problem]:
    for key in LISTS:
        for place, record in enumerate(_records(document, key)):
            if är_bruten(record, OF_A_REMARK):
                id = one_line(str(record.get("id", "")))
                text = f"Avsändarens ord i {shown(id)} är inte de som lästes in, eller var de stod."
                fix = f"Skriv tillbaka dem. {RESEAL.format(id)}"
                yield document.problem((key, place), ID, text, fix)
    for place, record in enumerate(_records(document, "filer")):
        if är_bruten(record, OF_A_FILE):
            text = f"Uppgifterna om filen {shown(record.get('fil'))} är inte de som skrevs när den lästes in."
            yield document.problem(("filer", place), ID, text, "Skriv tillbaka dem.")


def _lost(document: Document) -> Iterator[Problem]:
    """Report each sealed file with another number of remarks or answers than were read of it."""
    files = _records(document, "filer")
    for key in LISTS:
        there = Counter(str(record.get("fil")) for record in _records(document, key))
        read = Counter[str]()
        for record in files:
            read[str(record.get("fil"))] += number(record.get(key)) or 0
        for place, record in enumerate(files):
            name = str(record.get("fil"))
            if record.get(KEY) and not är_bruten(record, OF_A_FILE) and there[name] < read[name]:
                text = f"Ur filen {shown(name)} lästes {read[name]} {key}, men {there[name]} står kvar."
                fix = "Skriv tillbaka det som är borttaget, eller läs in filen igen i en ny fil och jämför."
                yield document.problem(("filer", place, key), ID, text, fix)
                read[name] = there[name]  # told once for files of the same name
