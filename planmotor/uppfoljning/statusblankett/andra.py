"""The answers written into the data file, and the plan that they make."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from planmotor.andra.write import Redigering
from planmotor.plan.falttyp import Värdeslag
from planmotor.uppfoljning.statusblankett.falt import FRÅGAS, Värden
from planmotor.uppfoljning.statusblankett.tolka import SEASON

IN_WORDS = "text"  # of a time: what isn't a date


def edit(data: Path, answers: Mapping[str, Värden]) -> Redigering:
    """Return the data file with the answers in it: only their own lines differ. Nothing is written."""
    edited = Redigering(data)
    emptied = []
    for id, new in answers.items():
        record = edited.where(id)
        for kolumn, value in zip(FRÅGAS, new, strict=True):
            if kolumn.slag is Värdeslag.DATUM and SEASON.fullmatch(value):
                edited.set((*record, *kolumn.väg[:-1], IN_WORDS), value)
                emptied.append((id, kolumn.väg))
            elif value:
                edited.set((*record, *kolumn.väg), value)
            else:
                emptied.append((id, kolumn.väg))
    for id, place in emptied:  # last: each makes the text be read anew
        if edited.at((*edited.where(id), *place)) is not None:
            edited.remove((*edited.where(id), *place))
    return edited
