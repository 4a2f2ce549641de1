"""Whether a measure moves the way that the plan wants, in words."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from planmotor.plan.model.aktiviteter import Effektmått, Värde

OUTCOMES = {"nått", "inte nått", "går inte att bedöma"}


class Bedömning(NamedTuple):
    """Whether the target was met, and how that was judged."""

    utfall: str
    därför: str


def number(value: str) -> Decimal | None:
    """Return a reported value as a number: 1 234,5 and 12 % are numbers, ja is not."""
    text = value.replace("\N{NO-BREAK SPACE}", "").replace(" ", "").removesuffix("%").replace(",", ".")
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def judge(mått: Effektmått) -> Bedömning | None:
    """Return whether the latest value meets the target; None when no value is reported.

    A measure that should rise or fall is compared with the value before, and one that is yes or no with yes.
    """
    values = sorted(mått.värden, key=lambda v: v.år)
    if not values:
        return None
    if mått.riktning == "ja/nej":
        return _yes_or_no(values[-1])
    if mått.riktning is None:
        return Bedömning("går inte att bedöma", "målet har ingen riktning")
    if len(values) == 1:
        return Bedömning("går inte att bedöma", f"det finns bara ett värde, för {values[0].år}")
    return _compared(values[-2], values[-1], mått.riktning)


def _yes_or_no(latest: Värde) -> Bedömning:
    answer = latest.värde.strip().casefold()
    if answer not in {"ja", "nej"}:
        return Bedömning("går inte att bedöma", f"värdet för {latest.år} är varken ja eller nej")
    return Bedömning("nått" if answer == "ja" else "inte nått", f"svaret för {latest.år} är {answer}")


def _compared(earlier: Värde, latest: Värde, direction: str) -> Bedömning:
    before, after = number(earlier.värde), number(latest.värde)
    if before is None or after is None:
        return Bedömning("går inte att bedöma", "värdena är inte tal")
    if _is_share(earlier) != _is_share(latest):
        return Bedömning("går inte att bedöma", "det ena värdet är i procent men inte det andra")
    moved = "ökade" if after > before else "minskade" if after < before else "var oförändrat"
    wanted = {"öka": "ökade", "minska": "minskade"}[direction]
    first, last = (value.värde.replace(" ", "\N{NO-BREAK SPACE}") for value in (earlier, latest))
    why = f"värdet {moved} från {first} ({earlier.år}) till {last} ({latest.år})"
    return Bedömning("nått" if moved == wanted else "inte nått", why)


def _is_share(value: Värde) -> bool:
    return value.värde.rstrip().endswith("%")


def sparkline(mått: Effektmått, width: int = 96, height: int = 28) -> str:
    """Return the points of a line through the values, year by year, for an SVG of this size in pixels.

    Empty when fewer than two values are numbers. The line shows the way only: its lowest value stands at
    the bottom and its highest at the top, and the table beside it has the values.
    """
    known = [(v.år, n) for v in sorted(mått.värden, key=lambda v: v.år) if (n := number(v.värde)) is not None]
    if len(known) < 2:  # noqa: PLR2004 (a line has two ends)
        return ""
    years, values = [year for year, _ in known], [value for _, value in known]
    low, high, edge = min(values), max(values), 4
    tall = float(high - low) or 1.0
    points = (
        (
            edge + (width - 2 * edge) * (year - years[0]) / (years[-1] - years[0]),
            height - edge - (height - 2 * edge) * float(value - low) / tall,
        )
        for year, value in known
    )
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
