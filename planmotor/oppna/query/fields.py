"""What can be asked about: each field, how it is read from a row, and how it is compared with a value.

The fields of an activity come from ``planmotor.plan.falt``; here stand those of the row that it makes.

A date is as exact as its source, so it is compared as the days that it can mean: before is surely before, and
a day in November is one of November's. ``klart_senast < 2025-11`` never counts what may be in November.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from pydantic_core import PydanticCustomError

from planmotor.grund.nearest import listed, nearest
from planmotor.oppna.query.words import folded
from planmotor.plan.falttyp import Aktivitetsfält, Kolumn, Värdeslag, Yta
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.rad import Rad
from planmotor.plan.model.types import Datum, Period, Slag
from planmotor.plan.status import WORDS
from planmotor.plan.ytor import på, rank

Test = Callable[[Any], bool]
TODAY = "idag"


class WrongValue(ValueError):
    """A value that the field can't have; the message says why and what to write instead."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a question. ``read`` returns its values in a row (none when it isn't stated).

    ``kind`` is text, date or period. ``known`` gives every value that the field can have, each with its
    names, when they are known.
    """

    name: str
    help: str
    read: Callable[[Rad], Iterable[Any]]
    kind: str = "text"
    known: Callable[[Plan], dict[str, list[str]]] | None = None

    def test(self, sign: str, value: str, plan: Plan, day: date) -> Test:
        """Return a test of one value in a row; raise WrongValue for a value or a sign that doesn't fit."""
        if sign == "innehåller":
            return lambda found: folded(value) in folded(self._shown(found, plan))
        if self.kind == "date":
            return _between(sign, _date(value, day))
        if self.kind == "period":
            return _years(sign, _period(value))
        if sign != "=":
            raise WrongValue(
                f"{self.name} är text. Skriv =, != eller innehåller. Tecknet {sign} är för datum och år."
            )
        wanted = self._one_of(value, plan) if self.known else folded(value)
        return lambda found: folded(str(found)) == wanted

    def _shown(self, found: Any, plan: Plan) -> str:
        names = self.known(plan) if self.known else {}
        return " ".join([str(found), *names.get(found, [])])

    def _one_of(self, value: str, plan: Plan) -> str:
        """Return the known value that is meant, by its id or any of its names."""
        names = self.known(plan) if self.known else {}
        meant = {folded(name): id for id, called in names.items() for name in (id, *called)}
        if (wanted := folded(value)) in meant:
            return folded(meant[wanted])
        close = nearest(value, [name for id, called in names.items() for name in (id, *called)])
        proposal = f"Menade du {close}?" if close else f"Välj bland: {listed(names, 12)}."
        raise WrongValue(f"”{value}” finns inte som {self.name}. {proposal}")


def _date(value: str, day: date) -> Datum:
    try:
        return Datum(day.isoformat()) if folded(value) == TODAY else Datum.parse(value)
    except PydanticCustomError:
        why = f"”{value}” är inget datum. Skriv 2025, 2025-11, 2025-11-21 eller {TODAY}."
        raise WrongValue(why) from None


def _period(value: str) -> Period:
    try:
        return Period.parse(value)
    except PydanticCustomError:
        raise WrongValue(f"”{value}” är inget år. Skriv 2024 eller 2024–2025.") from None


def _between(sign: str, wanted: Datum) -> Test:
    first, last = wanted.första, wanted.sista
    tests: dict[str, Test] = {
        "=": lambda found: first <= found.första and found.sista <= last,
        "<": lambda found: found.sista < first,
        "<=": lambda found: found.sista <= last,
        ">": lambda found: found.första > last,
        ">=": lambda found: found.första >= first,
    }
    return tests[sign]


def _years(sign: str, wanted: Period) -> Test:
    tests: dict[str, Test] = {
        "=": lambda found: found.från <= wanted.från and wanted.till <= found.till,
        "<": lambda found: found.till < wanted.från,
        "<=": lambda found: found.till <= wanted.till,
        ">": lambda found: found.från > wanted.till,
        ">=": lambda found: found.från >= wanted.från,
    }
    return tests[sign]


def _read(fält: Aktivitetsfält, kolumn: Kolumn) -> Callable[[Rad], Iterable[Any]]:
    def read(rad: Rad) -> Iterable[Any]:
        value = kolumn.ur(fält.gäller(rad))
        return value if isinstance(value, tuple) else [value] if value else []

    return read


def _bodies(plan: Plan) -> dict[str, list[str]]:
    return {organ.id: [organ.namn, *organ.kallas_även] for organ in plan.organ}


def _words(*known: str) -> Callable[[Plan], dict[str, list[str]]]:
    return lambda _plan: {word: [] for word in known}


def _plans(plan: Plan) -> dict[str, list[str]]:
    return {p.id: [p.namn, *([p.kortnamn] if p.kortnamn else [])] for p in plan.handlingsplaner}


def _areas(plan: Plan) -> dict[str, list[str]]:
    return {område.id: [område.namn] for område in plan.områden}


def _municipalities(plan: Plan) -> dict[str, list[str]]:
    return {kommun.id: [kommun.namn] for kommun in plan.kommuner}


def _joint(read: Callable[[Rad], Any]) -> Callable[[Rad], Iterable[Any]]:
    """Return a reading of what a row of an action plan belongs to; a municipality's own belongs to none."""
    return lambda rad: [] if rad.kommun else [read(rad)]


def _level(rad: Rad) -> Iterable[Any]:
    return ["delaktivitet" if rad.överordnad else "aktivitet"]


def _parent(rad: Rad) -> Iterable[Any]:
    return [rad.överordnad.id] if rad.överordnad else []


KINDS = {Värdeslag.DATUM: "date", Värdeslag.ÅR: "period"}  # every other kind is compared as text
KNOWN = {Värdeslag.STATUS: _words(*WORDS), Värdeslag.ORGAN: _bodies}
OF_ROWS = (
    Field("handlingsplan", "Handlingsplanen.", _joint(lambda rad: rad.handlingsplan.id), known=_plans),
    Field("område", "Området eller strategin.", _joint(lambda rad: rad.område.id), known=_areas),
    Field(
        "områdets_slag",
        "strategi eller område.",
        _joint(lambda rad: rad.område.slag),
        known=_words(*get_args(Slag)),
    ),
    Field("slag", "aktivitet eller delaktivitet.", _level, known=_words("aktivitet", "delaktivitet")),
    Field(
        "kommun",
        "Kommunen, för en egen aktivitet i dess lokala plan.",
        lambda rad: [rad.kommun.id] if rad.kommun else [],
        known=_municipalities,
    ),
    Field("överordnad", "Id för aktiviteten som raden är en del av.", _parent),
)


def _asked(fält: Aktivitetsfält) -> Iterator[Field]:
    for kolumn in fält.kolumner:
        if Yta.FRÅGA not in kolumn.utan:
            kind, known = KINDS.get(kolumn.slag, "text"), KNOWN.get(kolumn.slag)
            yield Field(kolumn.namn, kolumn.hjälp(Yta.FRÅGA), _read(fält, kolumn), kind, known)


FIELDS = tuple(
    sorted(
        [*OF_ROWS, *(field for fält in på(Yta.FRÅGA) for field in _asked(fält))],
        key=lambda field: rank(Yta.FRÅGA, field.name),
    )
)
