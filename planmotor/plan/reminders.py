"""What isn't wrong today but ought to be looked at: told, but never a reason to stop a build."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from planmotor.grund.nearest import listed
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft
from planmotor.plan.model.register import Källfil
from planmotor.plan.model.synpunkt import EJ_PLACERAD, Inläst, Synpunktsfil
from planmotor.plan.source import Document

YEAR = timedelta(days=365)
OLD_LAW = "lag-att-kontrollera"
NOT_CANONICAL = "inte-kanonisk"  # found by planmotor.andra.write.untidy
UNPRINTABLE = "otryckbart-tecken"  # found by planmotor.tryck.otryckbart
MOVED = "flyttat-datum"  # found by planmotor.jamfora.flyttad_tid
UNANSWERED, UNPLACED, UNSIGNED = "utan-stallningstagande", "ej-placerad-synpunkt", "okand-avsandare"
UNSEALED = "utan-sigill"
MOST = 500  # ids in a reminder
# What the editors' guide says of each reminder.
HELP = {
    OLD_LAW: "En lag kontrollerades för mer än ett år sedan. Jämför med lagtexten och skriv in dagens datum.",
    NOT_CANONICAL: "Filen är riktig men inte i ordnad form: nycklarnas ordning, indrag eller citattecken. "
    'Kommandot "planmotor formatera" ordnar den, så att en jämförelse bara visar det som har ändrats.',
    UNPRINTABLE: "Ett tecken finns inte i PDF-filernas typsnitt, och i dem står dess nummer i stället. "
    "Skriv ordet med andra tecken om det ska gå att läsa på papper. På webbplatsen syns tecknet som det är.",
    MOVED: "Ett datum har flyttats men orden bredvid, till exempel ett möte, är desamma. Kontrollera att "
    'orden stämmer med det nya datumet. Det sägs av "planmotor granska" och när en statusblankett läses in.',
    UNANSWERED: "Synpunkter som ingen har tagit ställning till. Skriv ställningstagande och motivering.",
    UNPLACED: "Synpunkter som inte hör till något avsnitt än. Skriv avsnittets id i avsnitt.",
    UNSIGNED: "Synpunkter utan avsändare. Skriv remissinstansens id i från.",
    UNSEALED: "Synpunkter som lästes in innan det fanns sigill. Kör planmotor remiss försegla, "
    "så märks det om avsändarens ord ändras.",
}


def reminders(draft: Draft, day: date) -> Iterator[Problem]:
    """Yield each act whose text was last held against its source more than a year before ``day``.

    Rights change with the law, and a page about rights that nobody has looked at for a year may promise
    what no longer holds. An act that was never checked says so on its page, so it isn't repeated here.
    Then, for each round of consultation, what nobody has placed or answered yet.
    """
    yield from _laws(draft, day)
    for name, post in draft.posts.items():
        if isinstance(post, Synpunktsfil):
            yield from _remarks(draft.documents[name], post)


def _laws(draft: Draft, day: date) -> Iterator[Problem]:
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


def _remarks(document: Document, fil: Synpunktsfil) -> Iterator[Problem]:
    """Yield one reminder for each thing that is left to do in a file of remarks, with the ids it concerns."""
    total, unplaced = len(fil.alla), [post for post in fil.synpunkter if post.avsnitt == EJ_PLACERAD]
    unsigned = [post for post in fil.alla if post.från is None]
    unsealed = [post for post in fil.alla if post.sigill is None]
    for rule, left, said in (
        (
            UNANSWERED,
            list(fil.utan_ställningstagande()),
            f"av {total} synpunkter och svar saknar ställningstagande",
        ),
        (UNPLACED, unplaced, f"av {len(fil.synpunkter)} synpunkter är inte placerade i ett avsnitt"),
        (UNSIGNED, unsigned, f"av {total} synpunkter och svar saknar avsändare"),
        (UNSEALED, unsealed, f"av {total} synpunkter och svar saknar sigill"),
    ):
        if left:
            fix = HELP[rule].partition(". ")[2]
            yield Problem(document.path, left[0].rad, 1, rule, f"{len(left)} {said}: {_ids(left)}.", fix)


def _ids(posts: Sequence[Inläst]) -> str:
    return listed((post.id for post in posts), MOST)
