"""How a change of a row is made and how a row is called."""

from __future__ import annotations

from collections.abc import Sequence

from planmotor.grund.sprak import citat
from planmotor.jamfora.diff.matchning import Radplats
from planmotor.jamfora.diff.ord import Bit
from planmotor.jamfora.diff.typer import Ändring


def ändring(
    slag: str, plats: Radplats, före: str | None, efter: str | None, text: str, pieces: tuple[Bit, ...] = ()
) -> Ändring:
    """Return a change of the row that stands at ``plats``."""
    return Ändring(
        plats.id,
        slag,
        plats.handlingsplan,
        plats.område,
        före,
        efter,
        text,
        pieces,
        plats.namn,
        plats.plannamn,
        plats.områdesnamn,
    )


def kallad(plats: Radplats, among: Sequence[Radplats]) -> str:
    """Return the row's name in quotation marks, with what tells it from others of the same name."""
    alike = [other for other in among if other.namn == plats.namn]
    if len(alike) == 1:
        return citat(plats.namn)
    apart = len({other.område for other in alike}) == len(alike)
    return f"{citat(plats.namn)} {f'i {plats.områdesnamn}' if apart else f'({plats.id})'}"
