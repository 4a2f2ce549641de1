"""Decided versions of the action plans: each a plan of its own that never changes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from planmotor.model.types import Datum

if TYPE_CHECKING:
    from planmotor.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Version:
    """An action plan as it was decided.

    ``plan.handlingsplaner`` holds exactly this action plan, and ``plan.organ`` the bodies that it names.
    ``datum`` is the whole day that the file is named after.
    """

    handlingsplan: str
    datum: Datum
    path: Path
    plan: Plan

    @property
    def namn(self) -> str:
        """What the version is called: handlingsplan/2025-02-21."""
        return f"{self.handlingsplan}/{self.datum}"

    @property
    def tagg(self) -> str:
        """The git tag that the prose of this decision has, when one was set: plan/2025-02-21."""
        return f"plan/{self.datum}"


@dataclass(frozen=True, slots=True)
class Arkiv:
    """All decided versions, by action plan and then by date."""

    versioner: tuple[Version, ...] = ()

    def av(self, handlingsplan: str) -> tuple[Version, ...]:
        """Return the versions of one action plan, the oldest first."""
        return tuple(version for version in self.versioner if version.handlingsplan == handlingsplan)

    def version(self, handlingsplan: str, datum: str) -> Version | None:
        """Return the version that was decided on this day; None when there is none."""
        return next((version for version in self.av(handlingsplan) if version.datum == datum), None)
