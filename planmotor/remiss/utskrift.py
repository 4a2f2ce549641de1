"""The plan as a round sends it out on paper: what its cover and its page on how to answer say."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from planmotor.plan.model.plan import Plan
from planmotor.plan.model.remiss import Remiss
from planmotor.plan.remisslage import svarstid, öppna
from planmotor.remiss.avsnitt import avsnitt
from planmotor.remiss.blankett.blankett import vägar
from planmotor.tryck.uppgifter import Remissuppgifter


def namn(remiss: Remiss) -> str:
    """Return the name of a round's printed part, which is permanent: ``remiss-2026``."""
    return f"remiss-{remiss.id}"


def uppgifter(plan: Plan, remiss: Remiss, adress: str = "") -> Remissuppgifter:
    """Return what is said of a round. ``adress`` is the site's, with a slash last; empty when it has none."""
    return Remissuppgifter(
        beteckning=remiss.diarienummer,
        svara_senast=svarstid(plan, remiss).stänger,
        svara_till=tuple(value for _, value in vägar(remiss.svara)),
        frågor=tuple(question.fråga for question in remiss.frågor),
        adress=f"{adress}remiss/" if adress else None,
        namn=remiss.namn,
        version=remiss.version,
    )


def öppna_rundor(plan: Plan, day: date, adress: str = "") -> dict[str, Remissuppgifter]:
    """Return what is said of every round that is open, by the name of its printed part."""
    return {namn(remiss): uppgifter(plan, remiss, adress) for remiss in öppna(plan, day)}


def nästa(plan: Plan, day: date) -> Remiss | None:
    """Return the round that closes next, open or to come; None when there is none."""
    coming = [(last, one) for one in plan.remisser if (last := svarstid(plan, one).stänger) and last >= day]
    return min(coming, key=lambda pair: (pair[0], pair[1].id))[1] if coming else None


def oeniga(plan: Plan, docs: Path, tryckta: dict[str, str]) -> Iterable[str]:
    """Yield the sections whose number in the forms isn't the one in print, with both numbers."""
    for section in avsnitt(plan, docs):
        number = tryckta.get(section.id, "")
        if section.nummer and number != section.nummer:
            yield f"{section.titel} ({number or 'utan nummer'} i PDF-filen)"
