"""What isn't wrong today but ought to be looked at: told, but never a reason to stop a build."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from planmotor.draft import Draft
from planmotor.model.register import Källfil
from planmotor.problem import Problem

YEAR = timedelta(days=365)
OLD_LAW = "lag-att-kontrollera"
NOT_CANONICAL = "inte-kanonisk"  # found by planmotor.write.untidy
# What the editors' guide says of each reminder.
HELP = {
    OLD_LAW: "En lag kontrollerades för mer än ett år sedan. Jämför med lagtexten och skriv in dagens datum.",
    NOT_CANONICAL: "Filen är riktig men inte i ordnad form: nycklarnas ordning, indrag eller citattecken. "
    'Kommandot "planmotor formatera" ordnar den, så att en jämförelse bara visar det som har ändrats.',
}


def reminders(draft: Draft, day: date) -> Iterator[Problem]:
    """Yield each act whose text was last held against its source more than a year before ``day``.

    Rights change with the law, and a page about rights that nobody has looked at for a year may promise
    what no longer holds. An act that was never checked says so on its page, so it isn't repeated here.
    """
    register = draft.posts.get("kallor")
    if not isinstance(register, Källfil):
        return
    for number, lag in enumerate(register.lagar):
        if lag.kontrollerad and day - lag.kontrollerad.första > YEAR:
            yield draft.documents["kallor"].problem(
                ("lagar", number, "kontrollerad"),
                OLD_LAW,
                f"{lag.namn} ({lag.nummer}) kontrollerades senast {lag.kontrollerad.i_ord}.",
                f"Jämför med lagtexten och skriv dagens datum: kontrollerad: {day.isoformat()}",
            )
