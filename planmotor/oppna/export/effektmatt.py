"""``effektmatt``: the measures of effect, with the values that are reported."""

from __future__ import annotations

from planmotor.oppna.export.fields import BODIES, ID, RECORDS, TEXT, URL, Datafil, Fält, Row
from planmotor.plan.model.aktiviteter import Effektmått, Handlingsplan, Område
from planmotor.plan.model.plan import Plan

FIELDS = (
    Fält("handlingsplan", ID, "Id för handlingsplanen som måttet hör till.", alltid=True),
    Fält("område", ID, "Id för området eller strategin.", alltid=True),
    Fält("id", ID, "Måttets permanenta id.", alltid=True),
    Fält("namn", TEXT, "Vad som mäts.", alltid=True),
    Fält("målvärde", TEXT, "Målet i ord."),
    Fält("riktning", TEXT, "Åt vilket håll värdet ska gå: öka, minska eller ja/nej."),
    Fält("uppföljning", TEXT, "Hur och av vem måttet följs."),
    Fält("följs_av", BODIES, "Organen som följer måttet. CSV visar namnen."),
    Fält("värden", RECORDS, "Rapporterade värden: år, värde och källa. Tom lista när inget är rapporterat."),
    Fält("url", URL, "Adressen till måttet på webbplatsen.", alltid=True),
)


def rows(plan: Plan, base: str = "/") -> list[Row]:
    """Return one row for each measure, in the order of the plan."""
    return [
        _row(handlingsplan, område, mått, base)
        for handlingsplan in plan.handlingsplaner
        for område in handlingsplan.områden
        for mått in område.effektmått
    ]


def _row(handlingsplan: Handlingsplan, område: Område, mått: Effektmått, base: str) -> Row:
    return {
        "handlingsplan": handlingsplan.id,
        "område": område.id,
        "id": mått.id,
        "namn": mått.namn,
        "målvärde": mått.målvärde,
        "riktning": mått.riktning,
        "uppföljning": mått.uppföljning,
        "följs_av": list(mått.följs_av),
        "värden": [{"år": v.år, "värde": v.värde, "källa": v.källa} for v in mått.värden],
        "url": f"{base}handlingsplaner/{handlingsplan.id}/#{mått.id}",
    }


EFFEKTMÅTT = Datafil(
    "effektmatt",
    "Effektmått",
    "Måtten som visar om arbetet gör skillnad, med mål och rapporterade värden.",
    "effektmått",
    FIELDS,
    rows,
    ("json", "csv"),
)
