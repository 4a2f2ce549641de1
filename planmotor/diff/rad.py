"""How a change of a row is made and how a row is called."""

from __future__ import annotations

from collections.abc import Sequence

from planmotor.diff.matchning import Plats
from planmotor.diff.ord import Bit
from planmotor.diff.sprak import citat
from planmotor.diff.typer import Ändring


def ändring(
    slag: str, plats: Plats, före: str | None, efter: str | None, text: str, pieces: tuple[Bit, ...] = ()
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
        plats.plan.kort(plats.handlingsplan) if plats.handlingsplan else "",
        plats.plan.namn(plats.område),
    )


def kallad(plats: Plats, among: Sequence[Plats]) -> str:
    """Return the row's name in quotation marks, with its område when another of them has the same name."""
    alone = sum(other.namn == plats.namn for other in among) == 1
    return citat(plats.namn) if alone else f"{citat(plats.namn)} i {plats.plan.namn(plats.område)}"
