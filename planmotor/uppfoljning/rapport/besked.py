"""The last part of a report: what the meeting is asked about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from planmotor.grund.sprak import antal, uppräknade
from planmotor.office.dokument.typer import (
    Del,
    Ord,
    Tabell,
    Text,
    angivet,
    lista,
    räknat,
    stycke,
    text,
)
from planmotor.plan.beslutslage import läget
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad
from planmotor.plan.model.remiss import Remiss
from planmotor.plan.model.types import in_words
from planmotor.plan.remisslage import läge, svarstid
from planmotor.plan.status import NOT_STATED
from planmotor.uppfoljning.lage.datum import later
from planmotor.uppfoljning.lage.luckor import RUBRIKER, Lucka, gaps
from planmotor.uppfoljning.rapport.lage import organnamn, passerade, år_över
from planmotor.uppfoljning.rapport.omfang import Omfång

A_YEAR = 12  # months: so long before the plan is due for revision it is told


def beskeden(urval: Omfång, day: date) -> Del:
    """Return what needs an answer or a decision; of the plan as a whole only in a report on all of it."""
    parts = [*_passed(urval, day), *_gaps(urval)]
    if urval.organ is None:
        parts += [*_revision(urval.plan, day), *_local(urval.plan), *_consultations(urval.plan, day)]
    if not parts:
        none = stycke("Inget i planen väntar på ett besked.")
        return Del("besked", "Det som behöver ett besked", (none,))
    return Del("besked", "Det som behöver ett besked", delar=tuple(parts))


def _passed(urval: Omfång, day: date) -> Iterator[Del]:
    """Yield the rows whose date has passed, and those whose years are over."""
    ask = stycke("Hur gick det? Ange status och utfall för varje rad, eller en ny tid.")
    dated, years = passerade(urval, day), år_över(urval, day)
    if dated:
        table = _table(urval, "Datumet har passerat", dated)
        yield Del("passerade-datum", "Datumet har passerat", (ask, table))
    if years:
        table = _table(urval, "De prioriterade åren är över", years)
        yield Del("passerade-ar", "De prioriterade åren är över", (ask, table))


def _table(urval: Omfång, title: str, rows: tuple[Rad, ...]) -> Tabell:
    return Tabell(
        f"{title}: {antal(len(rows), 'rad', 'rader')}",
        ("Aktivitet och område", "Tid", "Status", "Ansvarig"),
        tuple(tuple(_cells(urval, rad)) for rad in rows),
    )


def _cells(urval: Omfång, rad: Rad) -> Iterator[Text]:
    yield (Ord(rad.aktivitet.namn, till=rad.aktivitet.id), Ord(f" ({rad.område.namn})", "tyst"))
    yield text(_when(rad))
    yield angivet(rad.aktivitet.status, NOT_STATED)
    yield angivet(organnamn(urval, rad), "ej angiven")


def _when(rad: Rad) -> str:
    tid = rad.aktivitet.tid
    if tid and tid.klart_senast:
        return tid.klart_senast.i_ord
    return str(rad.prioritet or "")


def luckorna(urval: Omfång) -> tuple[Lucka, ...]:
    """Return the gaps of the rows and measures in the report."""
    ids = {rad.aktivitet.id for rad in urval.räknade} | {mått.id for _område, mått in urval.mått}
    return tuple(gap for gap in gaps(urval.plan) if gap.post.id in ids)


def _gaps(urval: Omfång) -> Iterator[Del]:
    found = luckorna(urval)
    if not found:
        return
    kinds = [kind for kind in RUBRIKER if any(gap.slag == kind for gap in found)]
    numbers = Counter((gap.område.id, gap.slag) for gap in found)
    areas = [o for o in urval.plan.områden if any(numbers[o.id, kind] for kind in kinds)]
    table = Tabell(
        "Antal uppgifter som saknas, per område",
        ("Område", *(RUBRIKER[kind] for kind in kinds)),
        tuple(tuple(map(text, (o.namn, *(str(numbers[o.id, k]) for k in kinds)))) for o in areas),
        tuple(map(text, ("Summa", *(str(sum(gap.slag == kind for gap in found)) for kind in kinds)))),
        siffror=True,
    )
    ask = stycke("Vem kan ta reda på det som saknas, och till när?")
    how = räknat(
        "en rad som saknar flera uppgifter räknas en gång i varje kolumn. "
        "Det som står på en aktivitet gäller också dess delar, utom status. "
        "Sidan Uppföljning på webbplatsen visar vilka rader det är."
    )
    yield Del("saknas", "Uppgifter som saknas", (ask, table, how))


def revidering(plan: Plan, day: date) -> str:
    """Return what to say of the plan's revision: empty when it is more than a year ahead."""
    due = plan.nästa_revidering()
    if due > later(day, A_YEAR):
        return ""
    if due < day:
        return f"Planen skulle ha reviderats {in_words(due)}. Dagen har passerat."
    if due == day:
        return "Planen ska revideras i dag."
    days = antal((due - day).days, "dag", "dagar")
    return f"Planen ska revideras {in_words(due)}. Det är {days} dit."


def _revision(plan: Plan, day: date) -> Iterator[Del]:
    said = revidering(plan, day)
    if said:
        facts = plan.uppgifter
        how = räknat(
            f"planen gäller från {plan.gäller_från.i_ord} och ska revideras med {facts.revideras_vart} års "
            "mellanrum. "
            "Dagen är uträknad och står inte i något beslut."
        )
        ask = f"{said} Planens läge är {läget(plan, day).i_ord}. Hur långt har revideringen kommit?"
        yield Del("revidering", "Planens revidering", (stycke(ask), how))


def saknade_lokala(plan: Plan) -> list[str]:
    """Return the names of the municipalities without a local plan, in the order of the file."""
    plans = [(kommun, plan.kommunens_plan(kommun.id)) for kommun in plan.kommuner]
    return [kommun.namn for kommun, own in plans if own is None or own.läge == "saknas"]


def _local(plan: Plan) -> Iterator[Del]:
    names = saknade_lokala(plan)
    if names:
        said = f"{len(names)} av {antal(len(plan.kommuner), 'kommun', 'kommuner')} har ingen lokal plan här"
        ask = stycke(f"{said}: {uppräknade(names)}.")
        how = räknat(
            "en lokal plan saknas tills någon har lagt in den. "
            "Den kan alltså finnas hos kommunen. Planer under arbete räknas inte som saknade."
        )
        yield Del("lokala-planer", "Lokala planer som saknas", (ask, how))


def _consultations(plan: Plan, day: date) -> Iterator[Del]:
    """Yield the consultation rounds that aren't over."""
    said = [_consultation(plan, remiss, day) for remiss in plan.remisser]
    items = [one for one in said if one]
    if items:
        yield Del("remisser", "Remisser", (lista(items),))


def _consultation(plan: Plan, remiss: Remiss, day: date) -> str:
    opens, closes = (in_words(one) if one else "" for one in svarstid(plan, remiss))
    return {
        "planerad": f"{remiss.namn}: när ska remissen öppna och stänga? Planen säger inte båda dagarna.",
        "kommande": f"{remiss.namn}: remissen öppnar {opens} och stänger {closes}.",
        "öppen": f"{remiss.namn}: remissen är öppen till och med {closes}.",
        "stängd": f"{remiss.namn}: remissen stängde {closes}. Vad ska svaren leda till?",
        "avslutad": "",
    }[läge(plan, remiss, day)]
