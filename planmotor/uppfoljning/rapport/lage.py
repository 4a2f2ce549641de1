"""The first part of a report: how far the work has come, what has passed, what comes, and the measures."""

from __future__ import annotations

from collections import Counter
from datetime import date

from planmotor.grund.sprak import antal, uppräknade
from planmotor.office.dokument.typer import (
    Block,
    Del,
    Ord,
    Stycke,
    Tabell,
    Text,
    angivet,
    lista,
    räknat,
    stycke,
    text,
)
from planmotor.plan.model.aktiviteter import Effektmått, Handlingsplan, Område
from planmotor.plan.model.rad import Rad
from planmotor.plan.model.types import in_words
from planmotor.plan.status import ORDER, count
from planmotor.uppfoljning.lage.datum import HALF_A_YEAR, Kommande, coming, later, passed, years_passed
from planmotor.uppfoljning.lage.matt import judge
from planmotor.uppfoljning.rapport.omfang import Omfång

NO_VALUE = "inget värde att bedöma"
OUTCOMES = ("nått", "inte nått", "går inte att bedöma", NO_VALUE)


def läget(urval: Omfång, day: date) -> Del:
    """Return the state on a day."""
    parts = [_status(urval), _passed(urval, day), _coming(urval, day), _measures(urval)]
    return Del("laget", "Läget", delar=tuple(parts))


def _status(urval: Omfång) -> Del:
    said: list[Block] = []
    for plan in urval.helheter():
        rows = [rad for rad in urval.räknade if rad.handlingsplan.id == plan.id]
        said += [stycke(_in_words(urval, plan, rows)), _matrix(urval, plan, rows)]
    if not said:
        return Del("status", "Status per område", (stycke("Inga rader hör hit."),))
    how = (
        "varje aktivitet är en rad. Är aktiviteten delad räknas i stället varje delaktivitet. "
        "Ej angiven betyder att ingen status står i planen."
    )
    return Del("status", "Status per område", (*said, räknat(how)))


def statusord(rows: list[Rad] | tuple[Rad, ...]) -> str:
    """Return how many rows have each status, in words."""
    return uppräknade(f"{number} {status}" for status, number in count(rows).items())


def _in_words(urval: Omfång, plan: Handlingsplan, rows: list[Rad]) -> str:
    return f"{urval.plan.kort(plan.id)}, {antal(len(rows), 'rad', 'rader')}: {statusord(rows)}."


def _matrix(urval: Omfång, plan: Handlingsplan, rows: list[Rad]) -> Tabell:
    used = [status for status in ORDER if status in count(rows)]
    areas = [(o, [rad for rad in rows if rad.område.id == o.id]) for o in plan.områden]
    return Tabell(
        f"Antal rader per område och status: {urval.plan.kort(plan.id)}",
        ("Område", *(status[0].upper() + status[1:] for status in used), "Summa"),
        tuple(_numbers(område.namn, own, used) for område, own in areas if own),
        _numbers("Summa", rows, used),
        siffror=True,
    )


def _numbers(name: str, rows: list[Rad], used: list[str]) -> tuple[Text, ...]:
    found = count(rows)
    return tuple(text(cell) for cell in (name, *(str(found.get(s, 0)) for s in used), str(len(rows))))


def passerade(urval: Omfång, day: date) -> tuple[Rad, ...]:
    """Return the rows whose date has passed and that nobody has said have ended."""
    return tuple(rad for rad in passed(urval.plan, day) if urval.har(rad))


def år_över(urval: Omfång, day: date) -> tuple[Rad, ...]:
    """Return the rows without a date whose prioritised years are over and that haven't ended."""
    return tuple(rad for rad in years_passed(urval.plan, day) if urval.har(rad))


def _passed(urval: Omfång, day: date) -> Del:
    dated, years = passerade(urval, day), år_över(urval, day)
    if not dated and not years:
        none = "Inget datum har passerat utan att planen säger hur det gick."
        return Del("passerat", "Datum som har passerat", (stycke(none),))
    silent = sum(rad.aktivitet.status is None for rad in dated)
    said = []
    if dated:
        more = f", varav {silent} utan status" if silent else ""
        said.append(f"{antal(len(dated), 'rad', 'rader')} har ett datum som har passerat{more}.")
    if years:
        said.append(f"{antal(len(years), 'rad', 'rader')} utan datum har prioriterade år som är över.")
    how = (
        "rader som är klara eller utgår är inte med. En delad aktivitet räknas om den själv har ett datum. "
        "Att datumet har passerat säger varken "
        "att arbetet är gjort eller att det är försenat."
    )
    where = stycke("Raderna står under rubriken Det som behöver ett besked.")
    return Del("passerat", "Datum som har passerat", (lista(said), where, räknat(how)))


def kommande(urval: Omfång, day: date) -> tuple[Kommande, ...]:
    """Return what is due within half a year; the plan's own revision only in a report on the whole plan."""
    found = coming(urval.plan, day)
    return tuple(k for k in found if (urval.har(k.rad) if k.rad else urval.organ is None))


def _coming(urval: Omfång, day: date) -> Del:
    found, end = kommande(urval, day), in_words(later(day, HALF_A_YEAR))
    if not found:
        none = f"Inget har ett datum från {in_words(day)} till {end}."
        return Del("kommande", "Det kommande halvåret", (stycke(none), _how_coming()))
    first = stycke(f"Det här har ett datum från {in_words(day)} till {end}.")
    items = lista(_due(urval, post) for post in found)
    return Del("kommande", "Det kommande halvåret", (first, items, _how_coming()))


def _how_coming() -> Stycke:
    return räknat("en månad eller ett år är med när någon del ligger inom halvåret. Årstider räknas inte.")


def _due(urval: Omfång, post: Kommande) -> Text:
    who = organnamn(urval, post.rad) if post.rad else ""
    return text(
        f"{post.datum.i_ord}: ",
        Ord(post.text, till=post.rad.aktivitet.id if post.rad else ""),
        f" ({who})" if who else "",
    )


def organnamn(urval: Omfång, rad: Rad) -> str:
    """Return the names of the bodies that answer for a row; empty when none is stated."""
    return uppräknade(urval.plan.namn(id) for id in rad.ansvariga)


def utfall(urval: Omfång) -> dict[str, int]:
    """Return how many measures have each outcome, without those that none has."""
    found = Counter(_outcome(mått) for _område, mått in urval.mått)
    return {name: found[name] for name in OUTCOMES if found[name]}


def _outcome(mått: Effektmått) -> str:
    judged = judge(mått)
    return judged.utfall if judged else NO_VALUE


def _measures(urval: Omfång) -> Del:
    if not urval.mått:
        return Del("effektmatt", "Effektmått", (stycke("Inga effektmått hör hit."),))
    counted = uppräknade(_judged(name, number) for name, number in utfall(urval).items())
    said = f"{antal(len(urval.mått), 'effektmått', 'effektmått')}: {counted}."
    rows = tuple(_measured(område, mått) for område, mått in urval.mått)
    columns = ("Effektmått och område", "Mål", "Senaste värde", "Är målet nått?")
    how = (
        "ett mål som ska öka eller minska är nått när det senaste värdet har ändrats åt det hållet sedan "
        "värdet före. Ett mål som är ja eller nej är nått när det senaste svaret är ja."
    )
    table = Tabell(f"Effektmåtten: {len(rows)}", columns, rows)
    return Del("effektmatt", "Effektmått", (stycke(said), table, räknat(how)))


def _judged(name: str, number: int) -> str:
    words = {
        "nått": f"för {number} är målet nått",
        "inte nått": f"för {number} är målet inte nått",
        "går inte att bedöma": f"för {number} går det inte att bedöma",
        NO_VALUE: f"för {number} finns inget värde",
    }
    return words[name]


def _measured(område: Område, mått: Effektmått) -> tuple[Text, ...]:
    latest = max(mått.värden, key=lambda value: value.år, default=None)
    judged = judge(mått)
    verdict = f"{judged.utfall[0].upper()}{judged.utfall[1:]}: {judged.därför}" if judged else ""
    return (
        text(mått.namn, Ord(f" ({område.namn})", "tyst")),
        angivet(mått.målvärde, "ej angivet"),
        angivet(f"{latest.värde} ({latest.år})" if latest else "", "inget värde rapporterat"),
        angivet(verdict, NO_VALUE),
    )
