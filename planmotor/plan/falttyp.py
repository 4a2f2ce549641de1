"""What can be said of a field of an activity: what kind of value it holds, and where it is met.

The fields themselves stand in ``falt``. A surface draws kinds of value; it never lists names of fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from planmotor.plan.model.aktiviteter import Aktivitet, Delaktivitet
from planmotor.plan.model.post import Post
from planmotor.plan.model.rad import Rad


class Värdeslag(StrEnum):
    """A kind of value: each surface says once how it draws each kind."""

    ID = "id"
    NAMN = "namn"
    TEXT = "text"
    KOMMENTAR = "kommentar"  # a text that stands beside the status
    TEXTER = "texter"
    PUNKTER = "punkter"  # texts that need no label
    ORGAN = "organ"  # ids of bodies
    TID = "tid"
    DATUM = "datum"
    ÅR = "år"
    STATUS = "status"
    RADER = "rader"  # ids of rows in an earlier version
    DELAR = "delar"  # the rows below


class Yta(StrEnum):
    """A place where people or programs meet the fields of an activity."""

    TABELL = "tabell"  # a row of an area's table
    KORT = "kort"  # the facts above the parts of a divided activity
    LISTA = "lista"  # lists of rows from all over the plan: passed dates, answers, a body's rows
    LOKAL = "lokal"  # a municipality's own activities
    EXPORT = "export"  # open data: JSON, CSV and Excel
    JSONLD = "jsonld"  # what search engines read on a page
    FRÅGA = "fråga"  # questions to the plan
    SÖK = "sök"  # the text that the site's search finds
    JÄMFÖRELSE = "jämförelse"  # changes between versions
    BLANKETT = "blankett"  # the status form in Excel
    KOMMANDO = "kommando"  # the options of ny-aktivitet
    KALENDER = "kalender"  # the description of an event
    LUCKOR = "luckor"  # what the plan doesn't say


def förklaring(namn: str, post: type[Post] = Aktivitet) -> str:
    """Return what the model says of a field."""
    return post.model_fields[namn].description or ""


@dataclass(frozen=True, slots=True)
class Kolumn:
    """A single value, where each stands by itself: in open data, questions, options and forms.

    ``väg`` is its place in the record. ``tillval`` is its option when that isn't its name. ``ord`` and
    ``utan`` are as in ``Aktivitetsfält``.
    """

    namn: str
    etikett: str
    slag: Värdeslag
    väg: tuple[str, ...]
    förklaring: str
    ord: Mapping[Yta, str] = field(default_factory=dict)
    utan: Mapping[Yta, str] = field(default_factory=dict)
    tillval: str = ""

    def hjälp(self, yta: Yta) -> str:
        """Return what a surface says of the value: its own words, else the model's."""
        return self.ord.get(yta, self.förklaring)

    def värde(self, aktivitet: Delaktivitet) -> Any:
        """Return the value; None or empty when it isn't stated."""
        return self.ur(getattr(aktivitet, self.väg[0]))

    def ur(self, värde: Any) -> Any:
        """Return the value out of its field's."""
        for key in self.väg[1:]:
            värde = getattr(värde, key, None)
        return värde


@dataclass(frozen=True, slots=True)
class Aktivitetsfält:
    """A field of an activity.

    It stands on every surface but those in ``utan``, which says why. ``ord`` are a surface's own words for
    it: a label on pages, an explanation elsewhere. ``kolumn`` when it has a column of its own in tables; else
    it stands below the name. ``ärvs`` when what an activity says holds for its parts. ``fyller`` names a
    field whose gap this one fills too. ``delar`` are its values when it holds several.
    """

    namn: str
    etikett: str
    slag: Värdeslag
    kolumn: bool = False
    ärvs: bool = False
    fyller: str = ""
    ord: Mapping[Yta, str] = field(default_factory=dict)
    utan: Mapping[Yta, str] = field(default_factory=dict)
    delar: tuple[Kolumn, ...] = ()

    def rubrik(self, yta: Yta) -> str:
        """Return its label on a surface."""
        return self.ord.get(yta, self.etikett)

    @property
    def kolumner(self) -> tuple[Kolumn, ...]:
        """Its values one by one."""
        return self.delar or (self._kolumn(),)

    def _kolumn(self) -> Kolumn:
        told = förklaring(self.namn)
        return Kolumn(self.namn, self.etikett, self.slag, (self.namn,), told, self.ord, self.utan)

    def värde(self, aktivitet: Delaktivitet) -> Any:
        """Return what the row itself says; None or empty when it says nothing."""
        return getattr(aktivitet, self.namn)

    def gäller(self, rad: Rad) -> Any:
        """Return what holds for the row: its own value, else that of the activity that it is a part of."""
        own = self.värde(rad.aktivitet)
        return self.värde(rad.överordnad) if self.ärvs and not own and rad.överordnad else own
