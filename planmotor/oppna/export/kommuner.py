"""``kommuner``: the municipalities and the state of their local plans."""

from __future__ import annotations

from planmotor.oppna.export.fields import DATE, ID, STATUSES, TEXT, URL, YES_NO, Datafil, Fält, Kind, Row
from planmotor.plan.model.aktiviteter import Kommun
from planmotor.plan.model.plan import Plan

_CODE = Kind("kommunkod", {"type": "string", "pattern": r"^\d{4}$"})
FIELDS = (
    Fält("id", ID, "Kommunens permanenta id.", alltid=True),
    Fält("namn", TEXT, "Kommunens namn.", alltid=True),
    Fält("kod", _CODE, "Kommunkoden med fyra siffror. Den är text, för den kan börja med noll.", alltid=True),
    Fält(
        "samiskt_förvaltningsområde",
        YES_NO,
        "Om kommunen hör till förvaltningsområdet för samiska.",
        alltid=True,
    ),
    Fält("lokal_plan", TEXT, "Den lokala planens läge: saknas, under arbete eller beslutad."),
    Fält("lokal_plan_beslutad", DATE, "Dagen då den lokala planen beslutades."),
    Fält("rekommendationer", STATUSES, "Status för de rekommendationer som den lokala planen har tagit upp."),
    Fält("url", URL, "Adressen till kommunens sida om den lokala planen.", alltid=True),
)


def rows(plan: Plan, base: str = "/") -> list[Row]:
    """Return one row for each municipality, in the order of the plan."""
    return [_row(plan, kommun, base) for kommun in plan.kommuner]


def _row(plan: Plan, kommun: Kommun, base: str) -> Row:
    local = plan.kommunens_plan(kommun.id)
    return {
        "id": kommun.id,
        "namn": kommun.namn,
        "kod": kommun.kod,
        "samiskt_förvaltningsområde": kommun.samiskt_förvaltningsområde,
        "lokal_plan": local.läge if local else None,
        "lokal_plan_beslutad": local.beslutad if local else None,
        "rekommendationer": dict(local.rekommendationer) if local else {},
        "url": f"{base}lokala-planer/{kommun.id}/",
    }


KOMMUNER = Datafil(
    "kommuner",
    "Kommuner",
    "Kommunerna som delar planen och läget för deras lokala planer.",
    "kommuner",
    FIELDS,
    rows,
)
