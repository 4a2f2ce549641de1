"""What a Word or Excel file says in all its parts, and what its properties tell of who wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planmotor.office.las.innehall import tidy
from planmotor.office.las.paket import Paket
from planmotor.office.las.xml import name

PROPERTIES = "docprops/"
# Properties that name a person, by their names in the file, and as Word calls them.
PEOPLE = {"creator": "Författare", "lastModifiedBy": "Senast sparad av", "Manager": "Chef"}
PIECES = {"p", "si", "is"}  # a paragraph, a shared text and a cell's own
KINDS = ("t", "delText", "instrText")  # what is seen, what is deleted but still there, and codes


def texts(paket: Paket) -> Iterator[str]:
    """Yield every property, and every paragraph and cell: deleted text and comments too, for all is sent."""
    for part in sorted(paket.names):
        if part.lower().endswith(".xml"):
            root = paket.xml(part)
            if part.lower().startswith(PROPERTIES):
                yield from (tidy(element.text) for element in root.iter() if element.text)
            else:
                pieces = (element for element in root.iter() if name(element) in PIECES)
                yield from ("".join(_letters(piece, kind)) for piece in pieces for kind in KINDS)


def _letters(piece: Any, kind: str) -> Iterator[str]:
    return (element.text or "" for element in piece.iter() if name(element) == kind)


def _is_properties(part: str) -> bool:
    return part.startswith(PROPERTIES) and part.endswith(".xml")


def who(paket: Paket) -> list[tuple[str, str]]:
    """Return the properties that say who wrote the file: (name, value), those that say nothing left out."""
    parts = (part for part in sorted(paket.names) if _is_properties(part.lower()))
    every = (element for part in parts for element in paket.xml(part).iter())
    return [(name(e), tidy(e.text)) for e in every if name(e) in PEOPLE and (e.text or "").strip()]
