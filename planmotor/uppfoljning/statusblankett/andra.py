"""The answers written into the data file, and the plan that they make."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from planmotor.andra.write import Redigering
from planmotor.uppfoljning.statusblankett.falt import FRÅGAS, Värden


def edit(data: Path, answers: Mapping[str, Värden]) -> Redigering:
    """Return the data file with the answers in it: only their own lines differ. Nothing is written."""
    edited = Redigering(data)
    emptied = []
    for id, new in answers.items():
        record = edited.where(id)
        for kolumn, value in zip(FRÅGAS, new, strict=True):
            if value:
                edited.set((*record, *kolumn.väg), value)
            else:
                emptied.append((id, kolumn.väg))
    for id, place in emptied:  # last: each makes the text be read anew
        edited.remove((*edited.where(id), *place))
    return edited
