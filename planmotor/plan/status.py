"""What can be said of a status and a date today, and how statuses are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from planmotor.plan.model.aktiviteter import Delaktivitet
from planmotor.plan.model.rad import Rad
from planmotor.plan.model.statusord import EJ_ANGIVEN, STATUSORD

NOT_STATED = EJ_ANGIVEN.ord
WORDS: tuple[str, ...] = tuple(post.ord for post in STATUSORD)
ORDER: tuple[str, ...] = (*WORDS, NOT_STATED)
ENDED = tuple(post.ord for post in STATUSORD if post.avslutad)


def remark(aktivitet: Delaktivitet, day: date) -> str | None:
    """Return what a passed date means: never that it is done, and never that it is late by guess.

    None when there is no date, when it hasn't passed, or when the activity has ended.
    """
    deadline = aktivitet.tid.klart_senast if aktivitet.tid else None
    if deadline is None or deadline.sista >= day or aktivitet.status in ENDED:
        return None
    return "datumet har passerat" if aktivitet.status else "datumet har passerat, utfall ej angivet"


def count(rows: Iterable[Rad]) -> dict[str, int]:
    """Return the number of rows per status, in the order of ``ORDER``, without the ones that are zero.

    A divided activity isn't counted: its parts are.
    """
    found = Counter(rad.aktivitet.status or NOT_STATED for rad in rows if rad.räknas)
    return {status: found[status] for status in ORDER if found[status]}
