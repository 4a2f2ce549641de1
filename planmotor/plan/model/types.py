"""The kinds of value that a field can hold.

A wrong value raises ``PydanticCustomError`` with the id of the rule that it breaks; ``plan.rules`` turns that
into words.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, TypeAlias, TypeVar

from annotated_types import MinLen
from pydantic import AfterValidator, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from planmotor.plan.model.statusord import STATUSORD

if TYPE_CHECKING:
    Status: TypeAlias = str  # a type checker can't read a table
else:
    Status = Literal[*(post.ord for post in STATUSORD)]
Läge = Literal["utkast", "remiss", "beslutad"]
LokaltLäge = Literal["saknas", "under arbete", "beslutad"]
Slag = Literal["strategi", "område"]
Beslutsslag = Literal["beslut", "händelse"]
Riktning = Literal["öka", "minska", "ja/nej"]

MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
CODE = re.compile(r"\d{4}", re.ASCII)
EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
# A page links to it, so it may be nothing that a browser would run.
ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+")
PERIOD = re.compile(r"(\d{4})(?: ?[–-] ?(\d{4}))?", re.ASCII)


class Datum(str):
    """A date of the precision that the source gives: a day, a month (2025-11) or a year (2025)."""

    __slots__ = ()

    @classmethod
    def parse(cls, value: Any) -> Self:
        """Return the date, or raise ``omojligt-datum``."""
        match = DATE.fullmatch(value) if isinstance(value, str) else None
        if not match:
            raise PydanticCustomError("omojligt-datum", "not a date")
        year, month, day = (int(part) if part else 1 for part in match.groups())
        try:
            date(year, month, day)
        except ValueError:
            raise PydanticCustomError("omojligt-datum", "no such day") from None
        return cls(value)

    @property
    def första(self) -> date:
        """The first day that the date can mean."""
        year, month, day = (int(part) for part in (self + "-01-01")[:10].split("-"))
        return date(year, month, day)

    @property
    def sista(self) -> date:
        """The last day that the date can mean."""
        first = self.första
        if len(self) == len("2025"):
            return first.replace(month=12, day=31)
        if len(self) == len("2025-11"):
            return first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return first

    @property
    def i_ord(self) -> str:
        """The date in running text: 21 februari 2025, november 2025 or 2025."""
        first = self.första
        if len(self) == len("2025"):
            return str(first.year)
        month = f"{MONTHS[first.month - 1]} {first.year}"
        return month if len(self) == len("2025-11") else f"{first.day} {month}"


def in_words(day: date) -> str:
    """Return a day in running text: 1 december 2026."""
    return Datum(day.isoformat()).i_ord


def _whole_day(value: Any) -> Datum:
    parsed = Datum.parse(value)
    if len(parsed) != len("2025-11-01"):
        raise PydanticCustomError("omojligt-datum", "a whole day is needed")
    return parsed


class Period(str):
    """A span of whole years, written 2024–2025, or one year."""

    __slots__ = ()

    @classmethod
    def parse(cls, value: Any) -> Self:
        """Return the period with an en dash between its years, or raise."""
        match = PERIOD.fullmatch(value) if isinstance(value, str) else None
        if not match:
            raise PydanticCustomError("fel-period", "not a period of years")
        first, last = match.group(1), match.group(2) or match.group(1)
        if last < first:
            raise PydanticCustomError(
                "period-baklanges", "ends before it starts", {"från": first, "till": last}
            )
        return cls(first if first == last else f"{first}–{last}")

    @property
    def från(self) -> int:
        """The first year."""
        return int(self[:4])

    @property
    def till(self) -> int:
        """The last year."""
        return int(self[-4:])


def _slug(value: str) -> str:
    if not SLUG.fullmatch(value):
        raise PydanticCustomError("inte-slug", "not a slug")
    return value


def _code(value: str) -> str:
    if not CODE.fullmatch(value):
        raise PydanticCustomError("fel-kommunkod", "not four digits")
    return value


def _email(value: str) -> str:
    if not EMAIL.fullmatch(value):
        raise PydanticCustomError("fel-e-post", "not an e-mail address")
    return value


def _address(value: str) -> str:
    if not ADDRESS.fullmatch(value):
        raise PydanticCustomError("fel-adress", "not an address of the web or of mail")
    return value


class Funktionens:
    """Marks a telephone number or an e-mail address of a function, in a field that is there to publish it."""


class Ref:
    """Marks a text as the id of something in the list named ``kind``; checked against all files at once."""

    def __init__(self, kind: str) -> None:
        """Remember which list the id must stand in."""
        self.kind = kind

    def check(self, value: str, info: ValidationInfo) -> str:
        """Raise ``okand-hanvisning`` when the context knows the list but not the id."""
        ids = (info.context or {}).get("ids", {})
        if self.kind in ids and value not in ids[self.kind]:
            raise PydanticCustomError("okand-hanvisning", "no such id", {"lista": self.kind})
        return value


def _reference(kind: str) -> Any:
    return Annotated[str, AfterValidator(Ref(kind).check)]


_DATE_SCHEMA = {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
Text = Annotated[str, MinLen(1)]
Tal = Annotated[str, MinLen(1), WithJsonSchema({"type": ["string", "number"]})]
Slug = Annotated[
    str, AfterValidator(_slug), WithJsonSchema({"type": "string", "pattern": f"^{SLUG.pattern}$"})
]
Kod = Annotated[str, AfterValidator(_code), WithJsonSchema({"type": "string", "pattern": r"^\d{4}$"})]
Epost = Annotated[
    str,
    AfterValidator(_email),
    Funktionens(),
    WithJsonSchema({"type": "string", "pattern": f"^{EMAIL.pattern}$"}),
]
Telefon = Annotated[Text, Funktionens()]
Adress = Annotated[
    str, AfterValidator(_address), WithJsonSchema({"type": "string", "pattern": f"^{ADDRESS.pattern}$"})
]
Tidpunkt = Annotated[Datum, PlainValidator(Datum.parse), WithJsonSchema(_DATE_SCHEMA)]
Dag = Annotated[
    Datum, PlainValidator(_whole_day), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})
]
År = Annotated[
    Period,
    PlainValidator(Period.parse),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{4}"}),
]
T = TypeVar("T")
Flera = Annotated[tuple[T, ...], MinLen(1)]  # a list that is left out rather than empty
Texter = Flera[Text]

OrganId = _reference("organ")
PartId = _reference("parter")  # a body or a municipality, which decides for itself
KommunId = _reference("kommuner")
HandlingsplanId = _reference("handlingsplaner")
OmrådeId = _reference("områden")
RekommendationId = _reference("lokala_rekommendationer")
DokumentId = _reference("dokument")
LagId = _reference("lagar")
AktivitetId = _reference("aktiviteter")
EnkätId = _reference("enkäter")
BeslutId = _reference("beslut")
StegId = _reference("steg")
InstansId = _reference("instanser")
FrågeId = _reference("frågor")
