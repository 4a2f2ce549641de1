"""The notice above a page, and on a cover, of a plan that isn't the one in force: what holds in its stead."""

from __future__ import annotations

from datetime import date

from planmotor.plan.beslutslage import gällande, läget
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.types import in_words
from planmotor.plan.remisslage import svarstid, öppna


def lägesnotis(plan: Plan, day: date, utkast: str = "", handlingsplan: str | None = None) -> str:
    """Return the notice of an action plan, or of the plan; empty for one that is decided and in force.

    ``utkast`` is what the site itself says of a draft.
    """
    state = läget(plan, day, handlingsplan)
    if state.läge == "utkast":
        return utkast
    own = handlingsplan or (plan.egen_handlingsplan.id if plan.egen_handlingsplan else "")
    if state.läge == "remiss":
        return " ".join(filter(None, (_consulted(plan, own, day), utkast)))
    if state.läge == "under beslut":
        told = f"Planen är {state.i_ord}. Den börjar gälla när alla har beslutat."
        return f"{told} {_until(plan, own, day)}".strip()
    first = state.gäller_från
    if first and first.första > day:
        return f"Planen är beslutad och börjar gälla {first.i_ord}. {_until(plan, own, day)}".strip()
    return ""


def _consulted(plan: Plan, handlingsplan: str, day: date) -> str:
    about = (remiss for remiss in öppna(plan, day) if handlingsplan in remiss.gäller)
    closes = next((svarstid(plan, remiss).stänger for remiss in about), None)
    return f"Förslaget är på remiss till och med {in_words(closes)}." if closes else ""


def _until(plan: Plan, handlingsplan: str, day: date) -> str:
    version = gällande(plan, handlingsplan, day)
    return f"Till dess gäller versionen {version.datum.i_ord}." if version else ""
