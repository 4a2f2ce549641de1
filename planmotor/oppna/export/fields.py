"""What an exported file holds, field by field; schemas and documentation are made of this."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from planmotor.plan.model.plan import Plan

# Rises when a field is taken away or means something else; a field that is added doesn't raise it.
FORMAT = 1
LICENSE = "https://creativecommons.org/publicdomain/zero/1.0/"

Row = dict[str, Any]


class Kind(NamedTuple):
    """A kind of value: how people are told of it, and its JSON Schema. ``named`` when tables show names."""

    words: str
    schema: dict[str, Any]
    named: bool = False


_TEXT = {"type": "string", "minLength": 1}
_ID = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_DATE = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
TEXT = Kind("text", _TEXT)
ID = Kind("id", _ID)
DATE = Kind("datum: år, månad eller dag", _DATE)
URL = Kind("adress", {"type": "string", "format": "uri-reference"})
YES_NO = Kind("ja eller nej", {"type": "boolean"})
TEXTS = Kind("lista av texter", {"type": "array", "items": _TEXT})
IDS = Kind("lista av id", {"type": "array", "items": _ID})
BODIES = Kind(*IDS[:2], named=True)
RECORDS = Kind("lista av poster", {"type": "array", "items": {"type": "object"}})
STATUSES = Kind("status för varje id", {"type": "object", "additionalProperties": _TEXT})


@dataclass(frozen=True, slots=True)
class Fält:
    """A field of an exported file; ``alltid`` when every row has a value in it."""

    namn: str
    slag: Kind
    hjälp: str
    alltid: bool = False

    @property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the field: a value that isn't stated is null, a list without items is empty."""
        made = dict(self.slag.schema)
        if not self.alltid and "string" in made["type"]:
            made["type"] = ["string", "null"]
        return {"description": self.hjälp, **made}


@dataclass(frozen=True, slots=True)
class Datafil:
    """An export: what it is about, its fields, and how its rows are made out of a plan.

    ``rader(plan, bas)`` returns one dict for each row with the fields in order; ``bas`` is the address that
    links begin with. ``nyckel`` is the name of the list in the JSON file.
    """

    namn: str
    titel: str
    hjälp: str
    nyckel: str
    fält: tuple[Fält, ...]
    rader: Callable[[Plan, str], list[Row]]
    format: tuple[str, ...] = ("json",)

    @property
    def kolumner(self) -> tuple[str, ...]:
        """The names of the fields, in order."""
        return tuple(fält.namn for fält in self.fält)

    @property
    def filer(self) -> tuple[str, ...]:
        """The names of the files, its schema last."""
        return (*(f"{self.namn}.{ending}" for ending in self.format), f"{self.namn}.schema.json")
