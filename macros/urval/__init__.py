"""Macros that show the rows that a question is true of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.makro import makro
from macros.webb import Webb, capital, in_markdown
from planmotor.grund.nearest import slug
from planmotor.oppna.export.kalender import owned
from planmotor.oppna.query import ask
from planmotor.oppna.query.fields import FIELDS
from planmotor.plan.status import ENDED, ORDER

HALF_YEAR = 6  # months


@makro
def urval(webb: Webb, *, fråga: str, rubrik: str) -> str:
    """Raderna som en fråga gäller, i en tabell. Frågan skrivs som i kommandot fråga."""
    rows = ask(webb.plan, fråga, webb.day)
    return webb.render("urval", rader=rows, rubrik=rubrik)


@makro
def färdiga_frågor(webb: Webb) -> str:
    """Vanliga frågor till planen med svar: efter status, efter tid och efter organ."""
    parts = (
        ("Efter status", _by_status()),
        ("Efter tid", _by_time(webb.day)),
        ("Efter organ", _by_body(webb)),
    )
    return "\n".join(
        f"## {heading}\n\n" + "\n".join(_section(webb, *question) for question in questions)
        for heading, questions in parts
    )


def _section(webb: Webb, heading: str, id: str, question: str) -> str:
    title = f"### {in_markdown(heading)} {{: #{id} }}\n\n"
    rows = ask(webb.plan, question, webb.day)
    return title + webb.render("fragan", fråga=question, rader=rows, rubrik=heading)


def _by_status() -> Iterator[tuple[str, str, str]]:
    for word in ORDER:
        yield capital(word), f"status-{slug(word)}", f"status = {word}"


def _by_time(day: date) -> Iterator[tuple[str, str, str]]:
    later = _later(day, HALF_YEAR)
    open_ = f"inte ({' eller '.join(f'status = {word}' for word in ENDED)})"
    yield "Datumet har passerat", "datumet-har-passerat", f"klart_senast < idag och {open_}"
    yield "Det närmaste halvåret", "narmaste-halvaret", f"klart_senast >= idag och klart_senast <= {later}"
    yield "Utan datum", "utan-datum", f"klart_senast saknas och {open_}"


def _later(day: date, months: int) -> date:
    """Return the first day of the month that lies this many months after the day's."""
    number = day.month - 1 + months
    return date(day.year + number // 12, number % 12 + 1, 1)


def _by_body(webb: Webb) -> Iterator[tuple[str, str, str]]:
    for organ in owned(webb.plan):
        yield webb.plan.namn(organ), f"organ-{organ}", f"ansvarig = {organ}"
    yield "Inget organ är angivet", "utan-organ", "ansvarig saknas"


@makro
def frågefält(webb: Webb) -> str:
    """Fälten som kommandot fråga och makrot urval känner till, med förklaring, ur koden."""
    return webb.render("fragefalt", falt=FIELDS)
