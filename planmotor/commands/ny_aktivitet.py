"""``planmotor ny-aktivitet``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any, get_args

from pydantic_core import PydanticCustomError

from planmotor.andra.revise.aktivitet import add
from planmotor.andra.revise.ids import new_id, used_ids
from planmotor.andra.revise.show import differences
from planmotor.andra.write import Redigering, save
from planmotor.grund.ask import Question, answers, known
from planmotor.grund.problem import Stopped, shown_path
from planmotor.grund.skrivning import writing
from planmotor.grund.terminal import CLEAN, add_data, data_file, say
from planmotor.plan.load import load
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.types import Datum, Period, Status

NAME = "ny-aktivitet"
HELP = (
    "Lägger till en aktivitet eller delaktivitet med ett nytt permanent id. "
    "Frågar efter det som saknas när du sitter vid en terminal."
)
PLACES = ("område", "efter", "under")
MANY = {"ansvarig": "ORGAN", "mått": "TEXT", "målvärde": "TEXT", "punkter": "TEXT"}


def arguments(made: argparse.ArgumentParser) -> None:
    """Add the place of the activity and every field that it can have."""
    made.add_argument("--namn", metavar="TEXT", help="vad som ska göras")
    place = made.add_mutually_exclusive_group()
    place.add_argument("--område", metavar="ID", help="området där aktiviteten läggs sist")
    place.add_argument("--efter", metavar="ID", help="aktiviteten som den nya läggs direkt efter")
    place.add_argument("--under", metavar="ID", help="aktiviteten som den nya blir en del av")
    made.add_argument("--status", choices=get_args(Status), metavar="STATUS", help="ett av statusorden")
    made.add_argument("--prioritet", metavar="ÅR", help="åren som gäller, till exempel 2025–2026")
    made.add_argument("--klart-senast", metavar="DATUM", help="ett år, en månad eller en dag")
    made.add_argument("--tid", metavar="TEXT", help="det om tiden som inte är ett datum")
    made.add_argument("--kommentar", metavar="TEXT", help="det som status inte säger")
    for name, what in MANY.items():
        made.add_argument(f"--{name}", action="append", metavar=what, help="kan anges flera gånger")
    add_data(made)
    made.add_argument("--torrkörning", action="store_true", help="visa ändringen men skriv inget")


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
    organ = {organ.id: organ.namn for organ in plan.organ}
    for id in options.ansvarig or ():
        known(id, organ, "Organet")
    prioritet = _parsed(Period, options.prioritet, "--prioritet", "2025–2026")
    klart_senast = _parsed(Datum, options.klart_senast, "--klart-senast", "2025-06-30")
    fields = {
        "prioritet": prioritet,
        "status": options.status,
        "kommentar": options.kommentar,
        "tid": {
            key: value for key, value in (("klart_senast", klart_senast), ("text", options.tid)) if value
        },
        **{name: getattr(options, name) for name in MANY},
    }
    return {name: value for name, value in fields.items() if value}


def _parsed(kind: type[Datum | Period], value: str | None, option: str, example: str) -> str | None:
    try:
        return kind.parse(value) if value else None
    except PydanticCustomError:
        raise Stopped(f'{option}: "{value}" går inte att läsa. Skriv till exempel {example}.') from None
