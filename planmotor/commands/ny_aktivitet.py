"""``planmotor ny-aktivitet``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from pydantic_core import PydanticCustomError

from planmotor.andra.revise.aktivitet import add
from planmotor.andra.revise.ids import new_id, used_ids
from planmotor.andra.revise.show import differences
from planmotor.andra.write import Redigering, save
from planmotor.grund.ask import Question, answers, known
from planmotor.grund.problem import Stopped, shown_path
from planmotor.grund.skrivning import writing
from planmotor.grund.terminal import CLEAN, add_data, data_file, say
from planmotor.plan.falt import FÄLT
from planmotor.plan.falttyp import Kolumn, Värdeslag, Yta
from planmotor.plan.load import load
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.types import Datum, Period
from planmotor.plan.status import WORDS
from planmotor.plan.ytor import kolumner

NAME = "ny-aktivitet"
HELP = (
    "Lägger till en aktivitet eller delaktivitet med ett nytt permanent id. "
    "Frågar efter det som saknas när du sitter vid en terminal."
)
PLACES = ("område", "efter", "under")
# What an option takes, and those that may be given several times.
METAVAR = {
    Värdeslag.ORGAN: "ORGAN",
    Värdeslag.DATUM: "DATUM",
    Värdeslag.ÅR: "ÅR",
    Värdeslag.STATUS: "STATUS",
    Värdeslag.RADER: "ID",
}
MANY = {Värdeslag.ORGAN, Värdeslag.TEXTER, Värdeslag.PUNKTER, Värdeslag.RADER}
PARSED: dict[Värdeslag, tuple[type[Datum | Period], str]] = {
    Värdeslag.ÅR: (Period, "2025–2026"),
    Värdeslag.DATUM: (Datum, "2025-06-30"),
}
FIELDS = tuple(kolumn for kolumn in kolumner(Yta.KOMMANDO) if kolumn.slag is not Värdeslag.NAMN)


def arguments(made: argparse.ArgumentParser) -> None:
    """Add the place of the activity and every field that it can have."""
    made.add_argument("--namn", metavar="TEXT", help="vad som ska göras")
    place = made.add_mutually_exclusive_group()
    place.add_argument("--område", metavar="ID", help="området där aktiviteten läggs sist")
    place.add_argument("--efter", metavar="ID", help="aktiviteten som den nya läggs direkt efter")
    place.add_argument("--under", metavar="ID", help="aktiviteten som den nya blir en del av")
    for kolumn in FIELDS:
        _add(made, kolumn)
    add_data(made)
    made.add_argument("--torrkörning", action="store_true", help="visa ändringen men skriv inget")


def _add(made: argparse.ArgumentParser, kolumn: Kolumn) -> None:
    what = METAVAR.get(kolumn.slag, "TEXT")
    if kolumn.slag in MANY:
        told = kolumn.ord.get(Yta.KOMMANDO)
        help = f"{told}; kan anges flera gånger" if told else "kan anges flera gånger"
        made.add_argument(_option(kolumn), action="append", metavar=what, help=help)
        return
    told = kolumn.hjälp(Yta.KOMMANDO).rstrip(".")
    choices = WORDS if kolumn.slag is Värdeslag.STATUS else None
    made.add_argument(_option(kolumn), choices=choices, metavar=what, help=told[:1].lower() + told[1:])


def _option(kolumn: Kolumn) -> str:
    return f"--{(kolumn.tillval or kolumn.namn).replace('_', '-')}"


def run(options: Any) -> int:
    """Add the activity and tell where it stands."""
    main = data_file(options.data)
    _ask(options, main)
    with writing(main.parent):
        plan, live = load(main), Redigering(main)
        place = _place(options, plan)
        namn = options.namn.strip()
        record = {"id": new_id(namn, used_ids(main)), "namn": namn, **_fields(options, plan)}
        add(live, plan, record, **place)
        save(main, [live], dry=options.torrkörning)
    if options.torrkörning:
        sys.stdout.write(differences([live], {}))
        say("Torrkörning: ingenting är skrivet.")
        return CLEAN
    say(f"{shown_path(main)}: aktiviteten har fått id {record['id']}, som aldrig ska ändras.")
    say("Nästa steg: läs igenom ändringen (git diff) och spara den som ett förslag.")
    return CLEAN


def _ask(options: Any, main: Path) -> None:
    """Ask for the name and the place when they aren't given. Nobody else has to wait for the answers."""
    has_place = any((getattr(options, name) or "").strip() for name in PLACES)
    if has_place and (options.namn or "").strip():
        return
    områden = {område.id: område.namn for område in load(main).områden}
    asked = [Question("--namn", "Vad ska göras?", options.namn)]
    if not has_place:
        asked.append(Question("--område (eller --efter, --under)", "I vilket område?", None, områden))
    options.namn, *område = answers(*asked)
    options.område = "".join(område) or options.område


def _place(options: Any, plan: Plan) -> dict[str, str]:
    områden = {område.id: område.namn for område in plan.områden}
    rows = {rad.aktivitet.id: rad.aktivitet.namn for rad in plan.rader}
    place = {name: (getattr(options, name) or "").strip() for name in PLACES}
    for name, id in place.items():
        if id:
            known(id, områden if name == "område" else rows, "Området" if name == "område" else "Aktiviteten")
    return place


def _fields(options: Any, plan: Plan) -> dict[str, Any]:
    """Return the fields that are given, in the order of the model."""
    given: dict[str, Any] = {}
    for kolumn in FIELDS:
        value = _value(getattr(options, _option(kolumn)[2:].replace("-", "_")), kolumn, plan)
        if value:
            _put(given, kolumn.väg, value)
    return {name: given[name] for name in FÄLT if name in given}


def _put(record: dict[str, Any], väg: tuple[str, ...], value: Any) -> None:
    *above, last = väg
    for key in above:
        record = record.setdefault(key, {})
    record[last] = value


def _value(given: Any, kolumn: Kolumn, plan: Plan) -> Any:
    if kolumn.slag is Värdeslag.ORGAN:
        for id in given or ():
            known(id, {organ.id: organ.namn for organ in plan.organ}, "Organet")
    if kolumn.slag in PARSED:
        kind, example = PARSED[kolumn.slag]
        return _parsed(kind, given, _option(kolumn), example)
    return given


def _parsed(kind: type[Datum | Period], value: str | None, option: str, example: str) -> str | None:
    try:
        return kind.parse(value) if value else None
    except PydanticCustomError:
        raise Stopped(f'{option}: "{value}" går inte att läsa. Skriv till exempel {example}.') from None
