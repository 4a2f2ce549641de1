"""``beslut``: decisions and events in the life of the plan."""

from __future__ import annotations

from planmotor.oppna.export.fields import DATE, ID, IDS, RECORDS, TEXT, Datafil, Fält, Row
from planmotor.plan.model.plan import Plan

FIELDS = (
    Fält("id", ID, "Radens permanenta id.", alltid=True),
    Fält("datum", DATE, "Dag, månad eller år, så exakt som källan säger.", alltid=True),
    Fält("slag", TEXT, "beslut eller händelse.", alltid=True),
    Fält("beslut", TEXT, "Vad som beslutades eller hände.", alltid=True),
    Fält("organ", ID, "Id för organet som beslutade, när källan säger det."),
    Fält("organets_namn", TEXT, "Organets namn."),
    Fält("gäller", IDS, "Id för handlingsplanerna som raden gäller."),
    Fält("källor", RECORDS, "Var uppgiften står: dokument (id) och avsnitt."),
    Fält("kommentar", TEXT, "Det som behöver sägas, till exempel om källor går isär."),
)


def rows(plan: Plan, _base: str = "/") -> list[Row]:
    """Return the rows in order of time; none when the plan comes without decisions."""
    found = sorted(plan.beslut.beslut, key=lambda b: b.datum) if plan.beslut else []
    return [
        {
            "id": beslut.id,
            "datum": beslut.datum,
            "slag": beslut.slag,
            "beslut": beslut.beslut,
            "organ": beslut.organ,
            "organets_namn": plan.namn(beslut.organ) if beslut.organ else None,
            "gäller": list(beslut.gäller),
            "källor": [{"dokument": k.dokument, "avsnitt": k.avsnitt} for k in beslut.källor],
            "kommentar": beslut.kommentar,
        }
        for beslut in found
    ]


BESLUT = Datafil(
    "beslut",
    "Beslut",
    "Beslut och händelser i arbetet med planen, med källa för varje rad.",
    "beslut",
    FIELDS,
    rows,
)
