"""Addresses in a PDF file: its links to other places, and those within it that have lost their place."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from planmotor.sajt.lankprov.typer import Länk, Läst

WITHIN = "#"


def läs_pdf(fil: str, raw: bytes) -> Läst:
    """Return the addresses of the link annotations, and the names of the places that links may lead to."""
    import pikepdf  # noqa: PLC0415 (a site without print has no use for it)

    with pikepdf.open(io.BytesIO(raw)) as pdf:
        found = Läst(ankare=_names(pdf))
        pages = {page.obj.objgen for page in pdf.pages}
        for number, page in enumerate(pdf.pages, 1):
            for note in page.obj.get("/Annots", ()):
                if note.get("/Subtype") == "/Link":
                    found.länkar += [Länk(fil, to, f"på sidan {number}") for to in _targets(note, pages)]
    return found


def _names(pdf: Any) -> set[str]:
    import pikepdf  # noqa: PLC0415

    found = {str(name).removeprefix("/") for name in pdf.Root.get("/Dests", {})}
    tree = pdf.Root.get("/Names", {}).get("/Dests")
    return found | ({str(name) for name in pikepdf.NameTree(tree)} if tree is not None else set())


def _targets(note: Any, pages: set[tuple[int, int]]) -> Iterator[str]:
    """Yield where a link leads: an address, or a name in the file after ``#``."""
    action = note.get("/A", {})
    if "/URI" in action:
        yield str(action["/URI"])
        return
    place = note.get("/Dest", action.get("/D"))
    if place is None:
        return
    if _is_list(place):
        if len(place) == 0 or not hasattr(place[0], "objgen") or place[0].objgen not in pages:
            yield f"{WITHIN}(en borttagen sida)"
    else:
        yield f"{WITHIN}{str(place).removeprefix('/')}"


def _is_list(place: Any) -> bool:
    import pikepdf  # noqa: PLC0415

    return isinstance(place, pikepdf.Array)
