"""Två poster i samma lista gäller samma sak.

Det som slås upp, till exempel en kommuns kontaktvägar eller ett års värde, får bara stå en gång. Annars visas
bara den ena posten, och ingen ser att den andra finns.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.nearest import shown
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft, kind_of
from planmotor.plan.source import Document, Loc, Value, walk

ID = "dubbel-post"
# What is looked up, by kind of file and list: the keys that together say what a record is about, and what
# the record is called. Ids are unique anyway, and ``dubbel_lokal_plan`` tells of local plans.
LOOKED_UP: dict[str, dict[str, tuple[tuple[str, ...], str]]] = {
    "aktiviteter": {
        "organ": (("namn",), "Organet"),
        "kommuner": (("kod",), "Kommunkoden"),
        "värden": (("år",), "Värdet för år"),
        "utgår": (("id",), "Raden"),
    },
    "kontaktvagar": {"kommuner": (("kommun",), "Kommunen")},
    "enkater": {
        "resultat": (("enkät", "datum", "grupp"), "Resultatet för"),
        "svar": (("fråga",), "Frågan"),
    },
    "begrepp": {"förkortningar": (("kort",), "Förkortningen"), "begrepp": (("namn",), "Begreppet")},
    "kallor": {"referenser": (("dokument", "nr"), "Fotnoten"), "lagar": (("nummer",), "Lagen med nummer")},
    "synpunkter": {"filer": (("sha256",), "Filen med kontrollsumman")},
}
# The answers to a question are called the same as the questions that are answered.
ANSWERS = (("svar",), "Svaret")


def check(draft: Draft) -> Iterator[Problem]:
    """Report each record that is about the same thing as one above it in its list."""
    for name, document in draft.documents.items():
        lists = LOOKED_UP.get(kind_of(name), {})
        for loc, value in walk(document.data):
            if isinstance(value, list) and loc and loc[-1] in lists:
                yield from _twice(document, loc, value, *_about(loc, lists[str(loc[-1])]))


def _about(loc: Loc, meant: tuple[tuple[str, ...], str]) -> tuple[tuple[str, ...], str]:
    return ANSWERS if loc.count("svar") > 1 else meant


def _twice(
    document: Document, loc: Loc, records: list[Value], keys: tuple[str, ...], what: str
) -> Iterator[Problem]:
    first: dict[tuple[str, ...], int] = {}
    for number, record in enumerate(records):
        told = tuple(_plain(record.get(key)) for key in keys) if isinstance(record, dict) else ()
        if not told or not all(told):
            continue
        if told in first:
            line = document.where((*loc, first[told]))[0]
            said = ", ".join(str(record[key]) for key in keys)
            text = f"{what} {shown(said)} står redan på rad {line}."
            yield document.problem((*loc, number, keys[-1]), ID, text, _fix(keys))
        first.setdefault(told, number)


def _plain(value: Value) -> str:
    """Return a value so that two that mean the same are equal: case and spaces make no difference."""
    return " ".join(value.split()).casefold() if isinstance(value, str) else ""


def _fix(keys: tuple[str, ...]) -> str:
    *others, last = keys
    either = f"{', '.join(others)} eller {last}" if others else last
    return f"Slå ihop de två posterna till en, eller rätta {either}."
