"""What people have written in a cell, as a value of the plan, or why it is none. Nothing is guessed."""

from __future__ import annotations

import re

from planmotor.grund.nearest import listed, nearest, shown
from planmotor.office.las.cellvarde import Bladcell
from planmotor.office.las.innehall import tidy
from planmotor.plan.far_publiceras import WHAT_MAY_STAND, unfit
from planmotor.plan.model.types import MONTHS, Datum
from planmotor.plan.personuppgifter import masked
from planmotor.plan.rules.okand_status import MEANT
from planmotor.plan.rules.omojligt_datum import meant_by
from planmotor.uppfoljning.statusblankett.falt import STATUSES, one_line

MAX_COMMENT = 2_000  # characters
FIRST_YEAR, LAST_YEAR = 1900, 2200  # as a measure's year in the model
MIDNIGHT = re.compile(r"[ T]00:00(:00(\.0+)?)?$")
MONTH_NAME = re.compile(r"[a-zåäö]+", re.IGNORECASE)
# A day with the year's last two digits: 30/6-27. The separators make it plain which is the year.
SHORT_YEAR = re.compile(r"^(?P<datum>\d{1,2}/\d{1,2}[ -])(?P<år>\d{2})$")
# A time that isn't a date, and that has no other column: it becomes the time in words.
SEASON = re.compile(
    r"(?:(?:tidig|sen|tidigt|sent|under|i (?:början|mitten|slutet) av|(?:början|mitten|slutet) av) )?"
    r"(?:vår|sommar|höst|vinter|våren|sommaren|hösten|vintern|(?:första|andra) halvåret|(?:kvartal|q) ?[1-4])"
    r",? (?:19|20|21)\d\d(?:[/–-]\d{2,4})?",
    re.IGNORECASE,
)
SHORT = {month[:3]: month for month in MONTHS} | {"sept": "september"}
NO_WORD = {"ej angiven", "-", "–", "—"}  # how the site and people write that nothing is said


class Oläsligt(Exception):
    """A cell that can't be taken for a value: why, and what to write instead."""

    def __init__(self, text: str, råd: str) -> None:
        """Keep both."""
        self.text, self.råd = text, råd
        super().__init__(text)


def plain(cell: Bladcell) -> str:
    """Return a cell's text without what can't be seen; raise Oläsligt when a formula left no value."""
    if cell.fel:
        raise Oläsligt(cell.fel, "Skriv värdet i stället för formeln.")
    return one_line(tidy(cell.text))


def status(cell: Bladcell) -> str:
    """Return the status word; capital letters and spaces don't matter, but another word is never guessed."""
    written = plain(cell)
    word = written.casefold().rstrip(".")
    if not word or word in NO_WORD:
        return ""
    if word in STATUSES:
        return word
    close = MEANT.get(word) or nearest(word, STATUSES)
    raise Oläsligt(
        f"Status {shown(written)} finns inte.",
        (f"Menar du {close}? " if close else "") + f"Välj ett av orden: {listed(STATUSES)}.",
    )


def deadline(cell: Bladcell) -> str:
    """Return a day, a month or a year; Swedish ways of writing them, and a day's serial number, are known.

    A season or another part of a year is returned as it is written: no day is made of it.
    """
    written = cell.dag or MIDNIGHT.sub("", plain(cell))
    if not written or written.casefold() in NO_WORD:
        return ""
    said = _full_month(SHORT_YEAR.sub(r"\g<datum>20\g<år>", written))
    if SEASON.fullmatch(written):
        return written
    found = said if re.fullmatch(r"\d{4}(-\d{2}){0,2}", said) else meant_by(said)
    if not found or not _knows_month(said):
        hint = f"Menar du {found}? " if found and _is_date(found) else ""
        raise Oläsligt(
            f"{shown(written)} är inget datum.",
            f"{hint}Skriv en dag (2025-06-30), en månad (2025-06) eller ett år (2025). Annat om tiden skrivs "
            "i kommentaren.",
        )
    if not _is_date(found):
        raise Oläsligt(f"Datumet {shown(written)} finns inte.", "Skriv ett datum som finns: 2025-06-30.")
    if not FIRST_YEAR <= int(found[:4]) <= LAST_YEAR:
        raise Oläsligt(
            f"Året i {shown(written)} är orimligt.", f"Skriv ett år mellan {FIRST_YEAR} och {LAST_YEAR}."
        )
    return found


def comment(cell: Bladcell, released: frozenset[str] = frozenset(), what: str = "Kommentaren") -> str:
    """Return a text on one line; it is published, so nothing in it may belong to a person.

    ``released`` is what the plan lets be published; see ``far_publiceras``.
    """
    written = plain(cell)
    if len(written) > MAX_COMMENT:
        raise Oläsligt(f"{what} har {len(written)} tecken.", f"Korta den till högst {MAX_COMMENT} tecken.")
    for found in unfit(written, released):
        raise Oläsligt(
            f"{what} ser ut att innehålla {found.slag}: {masked(found)}",
            f"Ta bort det. {what} publiceras. {WHAT_MAY_STAND}",
        )
    return written


def _full_month(text: str) -> str:
    """Return a date with the short name of its month written out: 30 jun. 2025."""
    return MONTH_NAME.sub(lambda name: SHORT.get(name[0].casefold(), name[0]), text)


def _knows_month(text: str) -> bool:
    """Tell whether each word is a month, or one that may stand before a day: the rest would be a guess."""
    words = (word.casefold() for word in MONTH_NAME.findall(text))
    return all(word in MONTHS or word in {"den", "e", "a"} for word in words)


def _is_date(text: str) -> bool:
    try:
        Datum.parse(text)
    except ValueError:
        return False
    return True
