"""The account of a consultation: every remark once, by section, with what became of it, and the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, get_args

from planmotor.grund.sprak import antal
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.remiss import Remiss
from planmotor.plan.model.synpunkt import EJ_PLACERAD, Inläst, Ställningstagande, Svar, Synpunkt, Synpunktsfil

STANDS: tuple[str, ...] = get_args(Ställningstagande)
UNANSWERED = "inget ställningstagande än"
# The columns of the counts, in every format.
HEADS = ("Remissinstans", "Synpunkter", "Svar", *(stand.capitalize() for stand in STANDS), "Inget än")
UNKNOWN = "Avsändaren är inte angiven"
UNPLACED = "Synpunkter som inte hör till ett avsnitt"


class Redovisad(NamedTuple):
    """A remark or an answer as it is published. ``fält`` are the respondent's texts with their labels."""

    nummer: int
    id: str
    från: str
    avsnitt: str
    fält: tuple[tuple[str, str], ...]
    ställningstagande: str
    motivering: str
    ändring: str

    @property
    def vårt(self) -> tuple[tuple[str, str], ...]:
        """The editors' answer with its labels; empty texts are left out."""
        found = (("Motivering", self.motivering), ("Ändring", self.ändring))
        return tuple((label, text) for label, text in found if text)


class Redovisningsgrupp(NamedTuple):
    """Remarks on one section, or answers to one question. ``adress`` leads to the section within the site."""

    id: str
    rubrik: str
    poster: tuple[Redovisad, ...]
    adress: str = ""


class Antal(NamedTuple):
    """How much one body said and what became of it, stand by stand."""

    namn: str
    synpunkter: int
    svar: int
    ställning: Mapping[str, int]

    @property
    def rad(self) -> tuple[str | int, ...]:
        """The values of a row under ``HEADS``."""
        return self.namn, self.synpunkter, self.svar, *self.ställning.values()


@dataclass(frozen=True)
class Redogörelse:
    """All that the account says, whatever it is written as."""

    plan: str
    remiss: Remiss
    frågor: tuple[Redovisningsgrupp, ...]
    avsnitt: tuple[Redovisningsgrupp, ...]
    instanser: tuple[Antal, ...]
    totalt: Antal
    utan_svar: tuple[str, ...]

    @property
    def titel(self) -> str:
        """The title of the document."""
        return f"Samrådsredogörelse: {self.remiss.namn}"

    @property
    def totalt_i_ord(self) -> str:
        """How much was said, in a sentence, and what became of it."""
        senders = sum(bool(a.synpunkter or a.svar) for a in self.instanser if a.namn != UNKNOWN)
        stands = [f"{number} {stand}" for stand, number in self.totalt.ställning.items() if number]
        return (
            f"{antal(senders, 'remissinstans', 'remissinstanser')} har lämnat "
            f"{antal(self.totalt.synpunkter, 'synpunkt', 'synpunkter')} och "
            f"{self.totalt.svar} svar på frågor: {', '.join(stands)}."
        )

    @cached_property
    def poster(self) -> tuple[Redovisad, ...]:
        """Every remark and answer, in the order of their numbers."""
        return tuple(post for group in (*self.frågor, *self.avsnitt) for post in group.poster)


def namn(made: Redogörelse) -> str:
    """Return the name of an account's files, without ending: samradsredogorelse-2026."""
    return f"samradsredogorelse-{made.remiss.id}"


def redogörelse(plan: Plan, remiss: Remiss, fil: Synpunktsfil, titles: Mapping[str, str]) -> Redogörelse:
    """Return the account of a round. ``titles`` are those of the plan's sections by id, in reading order.

    A remark on a section that the plan no longer has stands under its id, so that none goes missing.
    """
    names = {asked: plan.namn(asked) for asked in remiss.remissinstanser}
    names |= {post.från: plan.namn(post.från) for post in fil.alla if post.från}
    made = _Maker(names, titles)
    questions = [(q.id, q.fråga, [s for s in fil.svar if s.fråga == q.id]) for q in remiss.frågor]
    asked = {id for id, _text, _answers in questions}
    others = dict.fromkeys(s.fråga for s in fil.svar if s.fråga not in asked)
    questions += [(id, id, [s for s in fil.svar if s.fråga == id]) for id in others]
    order = [*titles, *dict.fromkeys(s.avsnitt for s in fil.synpunkter if s.avsnitt not in titles)]
    order.sort(key=lambda id: id == EJ_PLACERAD)
    by_section: dict[str, list[Synpunkt]] = {id: [] for id in order}
    for synpunkt in fil.synpunkter:
        by_section[synpunkt.avsnitt].append(synpunkt)
    headings = {**titles, EJ_PLACERAD: UNPLACED}
    return Redogörelse(
        plan.uppgifter.namn,
        remiss,
        tuple(made.group(id, text, answers) for id, text, answers in questions if answers),
        tuple(
            made.group(id, headings.get(id, id), posts, id if id in titles else "")
            for id, posts in by_section.items()
            if posts
        ),
        tuple(_count(name, [p for p in fil.alla if p.från == id]) for id, name in _senders(names, fil)),
        _count("Alla", fil.alla),
        tuple(name for id, name in names.items() if id not in _said_something(fil)),
    )


def _senders(names: Mapping[str, str], fil: Synpunktsfil) -> Iterable[tuple[str | None, str]]:
    said = _said_something(fil)
    yield from ((id, name) for id, name in names.items() if id in said)
    if any(post.från is None for post in fil.alla):
        yield None, UNKNOWN


def _said_something(fil: Synpunktsfil) -> set[str | None]:
    """Return the bodies that have sent something, if only an empty form."""
    return {post.från for post in fil.alla} | {post.från for post in fil.filer}


def _count(name: str, posts: Iterable[Inläst]) -> Antal:
    every = list(posts)
    stands = Counter(post.ställningstagande or UNANSWERED for post in every)
    answers = sum(isinstance(post, Svar) for post in every)
    return Antal(name, len(every) - answers, answers, {s: stands[s] for s in (*STANDS, UNANSWERED)})


class _Maker:
    """Numbers the posts in the order in which they are made."""

    def __init__(self, names: Mapping[str, str], titles: Mapping[str, str]) -> None:
        self.names, self.titles, self.number = names, titles, 0

    def group(self, id: str, heading: str, posts: Iterable[Inläst], address: str = "") -> Redovisningsgrupp:
        return Redovisningsgrupp(id, heading, tuple(self.post(post, heading) for post in posts), address)

    def post(self, post: Inläst, heading: str) -> Redovisad:
        self.number += 1
        return Redovisad(
            self.number,
            post.id,
            self.names[post.från] if post.från else UNKNOWN,
            heading,
            tuple((label, text) for label, text in _said(post) if text),
            post.ställningstagande or UNANSWERED,
            post.motivering or "",
            self.titles.get(post.ändring or "", post.ändring or ""),
        )


def _said(post: Inläst) -> Iterable[tuple[str, str | None]]:
    if isinstance(post, Svar):
        yield "Svar", post.svar
    if isinstance(post, Synpunkt):
        yield "Avsnitt i svaret", post.avsnitt_som_skrivet
        place = (f"sida {post.sida}" if post.sida else "", f"rad {post.radnummer}" if post.radnummer else "")
        yield "Ställe", ", ".join(filter(None, place))
        yield "Synpunkt", post.synpunkt
        yield "Föreslagen lydelse", post.föreslagen_lydelse
        yield "Skäl", post.skäl
