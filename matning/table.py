"""The table: what was measured, ours, the peer's, their ratio, the goal and whether it is met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

EXPONENT = "exponent"  # of growth, a number without a unit
HEAD = ("Vad", "Vår", "Jämförelse", "Kvot", "Mål", "Nått")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure beside the peer's, and the goal: at ``least``, or at ``most``.

    ``most`` is a ratio to the peer when ``relative``. ``causes`` name what keeps the goal from being met, or
    why a figure is None: it couldn't be measured here, or there is nothing to compare with.
    """

    what: str
    ours: float | None
    peer: float | None
    unit: str = ""  # s, MB, kB, EXPONENT, or nothing for a count
    most: float | None = None
    relative: bool = False
    least: float | None = None
    causes: tuple[str, ...] = ()

    @property
    def met(self) -> bool | None:
        """Tell whether the goal is met; None when there is none."""
        figure = self._ratio if self.relative else self.ours
        if figure is None or (self.least is None and self.most is None):
            return None
        return figure >= self.least if self.least is not None else figure <= (self.most or 0)

    @property
    def _ratio(self) -> float | None:
        return self.ours / self.peer if self.peer and self.ours is not None else None

    def cells(self) -> tuple[str, ...]:
        """Return the row as Swedish texts, in the order of ``HEAD``."""
        ratio = "–" if self._ratio is None else f"{number(self._ratio, 2)} ×"
        met = {None: "–", True: "ja", False: "NEJ"}[self.met]
        return (self.what, self._amount(self.ours), self._amount(self.peer), ratio, self._goal(), met)

    def _amount(self, value: float | None) -> str:
        if value is None:
            return "–"
        digits = {"s": 3 if value < 0.1 else 2, "kB": 1, EXPONENT: 2}.get(self.unit, 0)
        return f"{number(value, digits)} {self._unit}".strip()

    @property
    def _unit(self) -> str:
        return "" if self.unit == EXPONENT else self.unit

    def _goal(self) -> str:
        if self.least is not None:
            return f"minst {number(self.least)} {self._unit}".strip()
        if self.most is None:
            return "–"
        unit = "×" if self.relative else self._unit
        return f"högst {number(self.most)} {unit}".strip() if self.most else "inga"


def number(value: float, digits: int | None = None) -> str:
    """Return a number the Swedish way; without ``digits``, as short as it can be written."""
    text = f"{value:,.10g}" if digits is None else f"{value:,.{digits}f}"
    return text.translate({ord(","): "\N{NO-BREAK SPACE}", ord("."): ","})


def render(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table that is aligned in a terminal too."""
    lines = [HEAD, *(row.cells() for row in rows)]
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    rule = ["-" * widths[0], *(f"{'-' * (width - 1)}:" for width in widths[1:-1]), "-" * widths[-1]]
    return "\n".join(_line(cells, widths) for cells in (HEAD, rule, *lines[1:]))


def render_causes(rows: Sequence[Row]) -> str:
    """Return a Swedish list of what keeps goals from being met; nothing when no row knows."""
    return "\n".join(f"- {row.what}: {', '.join(row.causes)}" for row in rows if row.causes)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    left = {0, len(cells) - 1}
    padded = (
        cell.ljust(width) if column in left else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"| {' | '.join(padded)} |"
