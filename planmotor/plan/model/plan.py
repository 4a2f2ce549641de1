"""The whole plan, out of all data files, with an index by id and the rows that every export shares."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property
from pathlib import Path

from planmotor.plan.model.aktiviteter import (
    Aktivitetsfil,
    Handlingsplan,
    Kommun,
    LokalPlan,
    Område,
    Organ,
    Rekommendation,
)
from planmotor.plan.model.enkat import Enkätfil
from planmotor.plan.model.kontakt import Kontaktfil
from planmotor.plan.model.planuppgifter import Planuppgifter
from planmotor.plan.model.post import Post
from planmotor.plan.model.rad import Rad, egna_rader
from planmotor.plan.model.register import Begreppsfil, Beslut, Beslutsfil, Dokument, Framtagandefil, Källfil
from planmotor.plan.model.remiss import Remiss
from planmotor.plan.model.revidering import Utgången
from planmotor.plan.model.synpunkt import Synpunktsfil
from planmotor.plan.model.types import Datum
from planmotor.plan.model.webbplats import Testfil, Webbplatsfil


@dataclass(frozen=True, slots=True)
class Version:
    """An action plan as it was decided.

    ``plan.handlingsplaner`` holds exactly this action plan, and ``plan.organ`` the bodies that it names.
    ``datum`` is the whole day that the file is named after, and ``summa`` the file's SHA-256.
    """

    handlingsplan: str
    datum: Datum
    path: Path
    plan: Plan
    summa: str = ""

    @property
    def namn(self) -> str:
        """What the version is called: handlingsplan/2025-02-21."""
        return f"{self.handlingsplan}/{self.datum}"

    @property
    def post(self) -> Handlingsplan:
        """The action plan itself."""
        return self.plan.handlingsplaner[0]

    @property
    def tagg(self) -> str:
        """The git tag that the prose of this decision has, when one was set: plan/2025-02-21."""
        return f"plan/{self.datum}"


@dataclass(frozen=True, slots=True)
class Arkiv:
    """All decided versions, by action plan and then by date."""

    versioner: tuple[Version, ...] = ()

    def av(self, handlingsplan: str) -> tuple[Version, ...]:
        """Return the versions of one action plan, the oldest first."""
        return tuple(version for version in self.versioner if version.handlingsplan == handlingsplan)

    def version(self, handlingsplan: str, datum: str) -> Version | None:
        """Return the version that was decided on this day; None when there is none."""
        return next((version for version in self.av(handlingsplan) if version.datum == datum), None)


@dataclass(frozen=True)
class Plan:
    """The plan as its data files hold it; made by ``plan.load``, which lets no faulty file through."""

    aktiviteter: Aktivitetsfil
    beslut: Beslutsfil | None = None
    källor: Källfil | None = None
    begrepp: Begreppsfil | None = None
    framtagande: Framtagandefil | None = None
    kontaktvägar: Kontaktfil | None = None
    enkäter: Enkätfil | None = None
    webbplats: Webbplatsfil | None = None
    tillgänglighetstest: Testfil | None = None
    arkiv: Arkiv = field(default_factory=Arkiv)
    remisser: tuple[Remiss, ...] = ()
    synpunkter: tuple[Synpunktsfil, ...] = ()

    @property
    def uppgifter(self) -> Planuppgifter:
        """What holds for the plan as a whole."""
        return self.aktiviteter.plan

    @property
    def organ(self) -> tuple[Organ, ...]:
        """The bodies, in the order of the file."""
        return self.aktiviteter.organ

    @property
    def kommuner(self) -> tuple[Kommun, ...]:
        """The municipalities, in the order of the file."""
        return self.aktiviteter.kommuner

    @property
    def handlingsplaner(self) -> tuple[Handlingsplan, ...]:
        """The action plans, in the order of the file."""
        return self.aktiviteter.handlingsplaner

    @cached_property
    def områden(self) -> tuple[Område, ...]:
        """All strategies and other areas, action plan by action plan."""
        return tuple(område for plan in self.handlingsplaner for område in plan.områden)

    @cached_property
    def strategier(self) -> tuple[Område, ...]:
        """The areas that are strategies of the plan."""
        return tuple(område for område in self.områden if område.slag == "strategi")

    @cached_property
    def rekommendationer(self) -> tuple[Rekommendation, ...]:
        """All local activities that the plan recommends."""
        return tuple(rek for område in self.områden for rek in område.lokala_rekommendationer)

    @cached_property
    def rader(self) -> tuple[Rad, ...]:
        """Every aktivitet of the action plans, each followed by its parts, in the order of the file."""
        return tuple(self._rows())

    def _rows(self) -> Iterator[Rad]:
        for plan in self.handlingsplaner:
            for område in plan.områden:
                for aktivitet in område.aktiviteter:
                    yield Rad(plan, område, aktivitet)
                    for del_ in aktivitet.delaktiviteter:
                        yield Rad(plan, område, del_, aktivitet)

    @cached_property
    def egna_rader(self) -> tuple[Rad, ...]:
        """What the municipalities add of their own in their local plans, in the order of the file."""
        by_id = {kommun.id: kommun for kommun in self.kommuner}
        local = self.aktiviteter.lokala_planer
        return tuple(rad for one in local for rad in egna_rader(one, by_id[one.kommun]))

    @property
    def alla_rader(self) -> tuple[Rad, ...]:
        """The rows of the action plans and, after them, the municipalities' own."""
        return (*self.rader, *self.egna_rader)

    @cached_property
    def index(self) -> dict[str, Post]:
        """Every record that has an id, by that id: ids are unique over all files.

        What only the archive knows is left out; ``arkiv`` holds it.
        """
        found: dict[str, Post] = {}
        for value in (getattr(self, part.name) for part in fields(self)):
            for file in value if isinstance(value, tuple) else (value,):
                if isinstance(file, Post):
                    found.update(_with_id(file))
        return found

    def beslutet(self, version: Version) -> Beslut | None:
        """Return the decision behind a decided version: the first of its day about its action plan."""
        register = self.beslut.beslut if self.beslut else ()
        same_day = (post for post in register if post.datum == version.datum)
        return next((post for post in same_day if version.handlingsplan in post.gäller), None)

    def remiss(self, id: str) -> Remiss | None:
        """Return a consultation round by its id, which is the name of its file."""
        return next((remiss for remiss in self.remisser if remiss.id == id), None)

    def remissens_synpunkter(self, id: str) -> Synpunktsfil | None:
        """Return what was said in a consultation round, by the round's id; None when nothing is read in."""
        return next((fil for fil in self.synpunkter if fil.remiss == id), None)

    def kommunens_plan(self, kommun: str) -> LokalPlan | None:
        """Return the local plan of a municipality, by its id."""
        plans = (plan for plan in self.aktiviteter.lokala_planer if plan.kommun == kommun)
        return next(plans, None)

    def är_kommun(self, id: str) -> bool:
        """Tell whether an id is that of a municipality."""
        return any(kommun.id == id for kommun in self.kommuner)

    def namn(self, id: str) -> str:
        """Return the name of the record with this id."""
        return str(getattr(self.index[id], "namn", id))

    def kort(self, id: str) -> str:
        """Return the short name of the record with this id, or its name when it has no short one."""
        return str(getattr(self.index[id], "kortnamn", None) or self.namn(id))

    def dokument(self, id: str) -> Dokument | None:
        """Return a source document; None when the plan comes without a list of sources."""
        found = self.index.get(id)
        return found if isinstance(found, Dokument) else None

    @property
    def gäller_från(self) -> Datum:
        """The first day in force; no plan is loaded without one."""
        day = self.uppgifter.gäller_från
        if day is None:
            raise ValueError("a plan without a first day")
        return day

    @property
    def egen_handlingsplan(self) -> Handlingsplan | None:
        """The action plan that is decided with the plan: the one that says so, or the only one."""
        told = (one for one in self.handlingsplaner if one.beslutas_med_planen)
        alone = self.handlingsplaner[0] if len(self.handlingsplaner) == 1 else None
        return next(told, alone)

    def nästa_revidering(self) -> date:
        """Return the day when the plan is due for its next revision.

        Reckoned from the first day in force and the number of years between revisions, as the plan itself
        says; the day isn't written in any decision.
        """
        start = self.gäller_från.första
        year = start.year + self.uppgifter.revideras_vart
        try:
            return start.replace(year=year)
        except ValueError:  # a plan in force from a leap day
            return start.replace(year=year, day=28)


def _with_id(post: Post) -> Iterator[tuple[str, Post]]:
    id = getattr(post, "id", None) if "id" in type(post).model_fields else None
    if id and not isinstance(post, Utgången):
        yield str(id), post
    for name in type(post).model_fields:
        value = getattr(post, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Post):
                yield from _with_id(item)
