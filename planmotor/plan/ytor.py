"""The fields of an activity as each surface shows them, in its order."""

from __future__ import annotations

from functools import cache

from planmotor.plan.falt import FÄLT
from planmotor.plan.falttyp import Aktivitetsfält, Kolumn, Värdeslag, Yta

# The order on a surface where it isn't the model's. What isn't named comes last, in the order of the model.
ORDER: dict[Yta, tuple[str, ...]] = {
    Yta.TABELL: ("punkter", "ansvarig", "tid", "status"),
    Yta.LISTA: ("ansvarig", "tid", "status"),
    # Whoever reads by number goes on reading the same: a new column comes last.
    Yta.EXPORT: (
        *("handlingsplan", "område", "id", "överordnad", "namn", "status", "prioritet", "ansvarig"),
        *("klart_senast", "mått", "målvärde", "url", "slag", "räknas", "från", "tid_text", "kommentar"),
        *("punkter", "beslutande_organ", "handlingsplanens_namn", "områdets_namn", "områdets_slag"),
        "kommun",
    ),
    Yta.FRÅGA: (
        *("namn", "status", "ansvarig", "beslutande_organ", "klart_senast", "från", "tid_text", "prioritet"),
        *("handlingsplan", "område", "områdets_slag", "slag", "mått", "målvärde", "kommentar", "punkter"),
        *("id", "överordnad", "kommun"),
    ),
    Yta.SÖK: ("punkter", "status", "kommentar", "ansvarig", "mått"),
    Yta.JÄMFÖRELSE: (
        *(
            "namn",
            "tid",
            "ansvarig",
            "beslutande_organ",
            "status",
            "prioritet",
            "mått",
            "målvärde",
            "punkter",
        ),
        "kommentar",
    ),
    Yta.JSONLD: ("id", "namn", "kommentar", "status"),
    Yta.BLANKETT: ("status", "klart_senast", "kommentar"),
    Yta.KOMMANDO: ("namn", "status", "prioritet", "från", "klart_senast", "tid_text", "kommentar"),
}


@cache
def på(yta: Yta) -> tuple[Aktivitetsfält, ...]:
    """Return the fields that a surface shows, in its order."""
    return tuple(sorted((f for f in FÄLT.values() if yta not in f.utan), key=lambda f: rank(yta, f.namn)))


@cache
def uppgifter(yta: Yta) -> tuple[Aktivitetsfält, ...]:
    """Return what a surface says of a row beside which row it is."""
    return tuple(fält for fält in på(yta) if fält.slag not in (Värdeslag.ID, Värdeslag.NAMN))


@cache
def kolumner(yta: Yta) -> tuple[Kolumn, ...]:
    """Return the single values that a surface shows, in its order."""
    found = (kolumn for fält in på(yta) for kolumn in fält.kolumner if yta not in kolumn.utan)
    return tuple(sorted(found, key=lambda kolumn: rank(yta, kolumn.namn)))


def rank(yta: Yta, namn: str) -> int:
    """Return the place of a name on a surface, to sort by."""
    order = ORDER.get(yta, ())
    return order.index(namn) if namn in order else len(order)


def av_slag(*slag: Värdeslag) -> frozenset[str]:
    """Return the names of the fields that hold these kinds of value."""
    return frozenset(fält.namn for fält in FÄLT.values() if fält.slag in slag)
