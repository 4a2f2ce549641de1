"""What has happened to the plan from decision to decision, and to each of its rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from planmotor.jamfora.diff.jamfor import jämför
from planmotor.jamfora.diff.typer import Jämförelse, Ändring
from planmotor.plan.arkivmapp import prose_of
from planmotor.plan.model.plan import Plan, Version
from planmotor.plan.model.types import Datum
from planmotor.plan.versions import Utgåva

NOW = "nu"
# Kinds that say something of a row's life; a new order among its neighbours doesn't.
SILENT = {"ordning", "indelning", "planuppgift"}


@dataclass(frozen=True, slots=True)
class Steg:
    """What changed in an action plan from one decided version to the next, or to the plan as it is now.

    ``till`` is None for the plan as it is now.
    """

    handlingsplan: str
    från: Version
    till: Version | None
    jämförelse: Jämförelse


@dataclass(frozen=True, slots=True)
class Tillfälle:
    """A decided day when a row changed, and how; ``datum`` is None for what has changed since."""

    handlingsplan: str
    datum: Datum | None
    ändringar: tuple[Ändring, ...]

    @property
    def slag(self) -> tuple[str, ...]:
        """The kinds of change, each once, in their order."""
        return tuple(dict.fromkeys(ändring.slag for ändring in self.ändringar))


def steg(plan: Plan) -> tuple[Steg, ...]:
    """Return every step from a decided version to what came after it, action plan by action plan."""
    return tuple(_steps(plan))


def _steps(plan: Plan) -> Iterator[Steg]:
    for handlingsplan in dict.fromkeys(version.handlingsplan for version in plan.arkiv.versioner):
        versions = plan.arkiv.av(handlingsplan)
        for earlier, later in pairwise(versions):
            yield Steg(handlingsplan, earlier, later, jämför(_edition(earlier), _edition(later)))
        if any(live.id == handlingsplan for live in plan.handlingsplaner):
            now = jämför(_edition(versions[-1]), Utgåva(NOW, plan))
            yield Steg(handlingsplan, versions[-1], None, now)


def _edition(version: Version) -> Utgåva:
    return Utgåva(version.namn, version.plan, prose_of(version.path), version.handlingsplan)


def historik(steps: tuple[Steg, ...]) -> dict[str, tuple[Tillfälle, ...]]:
    """Return for each row, by id, the occasions when it changed, the latest first."""
    found: dict[str, list[Tillfälle]] = defaultdict(list)
    for step in steps:
        by_row: dict[str, list[Ändring]] = defaultdict(list)
        for ändring in step.jämförelse.ändringar:
            if ändring.slag not in SILENT:
                by_row[ändring.id].append(ändring)
        day = step.till.datum if step.till else None
        for id, changes in by_row.items():
            found[id].insert(0, Tillfälle(step.handlingsplan, day, tuple(changes)))
    return {id: tuple(occasions) for id, occasions in found.items()}
