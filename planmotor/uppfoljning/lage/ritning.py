"""Where everything on the time line is drawn: lanes of bars and marks, in the units of an SVG view box."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planmotor.plan.model.plan import Plan
from planmotor.uppfoljning.lage.tidslinje import Händelse, span

WIDTH, MARGIN, HEAD = 880.0, 12.0, 30.0
LANE_TITLE, ROW, GAP = 24.0, 13.0, 14.0
LEAST = 7.0  # the width of a day's mark


@dataclass(frozen=True, slots=True)
class Märke:
    """A bar: its left edge, top and width, its kind and what it stands for."""

    x: float
    y: float
    bredd: float
    slag: str
    text: str


@dataclass(frozen=True, slots=True)
class Fil:
    """A lane: a title, where it stands, and its bars."""

    namn: str
    y: float
    märken: tuple[Märke, ...]


@dataclass(frozen=True, slots=True)
class Ritning:
    """The whole drawing: its size, the years with their places, its lanes and today's place."""

    bredd: float
    höjd: float
    år: tuple[tuple[int, float], ...]
    filer: tuple[Fil, ...]
    i_dag: float


def draw(plan: Plan, found: tuple[Händelse, ...], day: date) -> Ritning:
    """Return the drawing of these events: decisions in a lane of their own, then a lane for each area."""
    first, last = span(found, day)
    scale = _Scale(first, last)
    lanes = [("Beslut och händelser", [h for h in found if h.rad is None])]
    lanes += [(o.namn, [h for h in found if h.rad and h.rad.område.id == o.id]) for o in plan.områden]
    made: list[Fil] = []
    top = HEAD
    for name, events in lanes:
        if events:
            made.append(_lane(name, events, top, scale))
            top = max(m.y for m in made[-1].märken) + ROW + GAP
    years = tuple((year, scale.x(date(year, 1, 1))) for year in range(first, last + 1))
    return Ritning(WIDTH, top, years, tuple(made), scale.x(day))


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int

    def x(self, day: date) -> float:
        whole = (date(self.last + 1, 1, 1) - date(self.first, 1, 1)).days
        return round(MARGIN + (WIDTH - 2 * MARGIN) * (day - date(self.first, 1, 1)).days / whole, 1)


def _lane(name: str, events: list[Händelse], top: float, scale: _Scale) -> Fil:
    """Put each event on the first row of the lane where it is free."""
    free: list[float] = []
    marks = []
    for event in events:
        left = scale.x(event.från)
        width = max(LEAST, round(scale.x(event.till) - left, 1))
        row = next((n for n, end in enumerate(free) if end <= left), len(free))
        free[row : row + 1] = [left + width + 2]
        kind = event.slag if event.slag != "händelse" else "handelse"
        marks.append(Märke(left, top + LANE_TITLE + row * ROW, width, kind, f"{event.när}: {event.text}"))
    return Fil(name, top + LANE_TITLE - GAP / 2, tuple(marks))
