"""How a task goes from some bodies to others: those that answer for a row, and those that decide."""

from __future__ import annotations

from collections.abc import Sequence

from planmotor.grund.sprak import liten, uppräknade
from planmotor.jamfora.diff.matchning import Radplats
from planmotor.plan.andringsord import ändringsord
from planmotor.plan.falttyp import Aktivitetsfält

Ids = tuple[str, ...]


def lika(uppgifter: Sequence[Aktivitetsfält], före: Radplats, efter: Radplats) -> bool:
    """Tell whether the same bodies stand in every field, in whatever order."""
    return all(set(u.värde(före.aktivitet)) == set(u.värde(efter.aktivitet)) for u in uppgifter)


def visa(uppgifter: Sequence[Aktivitetsfält], plats: Radplats) -> str | None:
    """Return the bodies of every field by their names; None when there are none."""
    said = (_said(uppgift, plats) for uppgift in uppgifter)
    return "; ".join(filter(None, said)) or None


def _said(uppgift: Aktivitetsfält, plats: Radplats) -> str:
    names = uppräknade(_names(plats, uppgift.värde(plats.aktivitet)))
    lead = ändringsord(uppgift).ledord
    return f"{lead}: {names}" if lead and names else names


def ändrade(uppgifter: Sequence[Aktivitetsfält], före: Radplats, efter: Radplats) -> str:
    """Return what has changed hands, as one sentence."""
    said = [_handed(uppgift, före, efter) for uppgift in uppgifter]
    told = [sentence for sentence in said if sentence]
    return "; ".join([told[0], *map(liten, told[1:])])


def _handed(uppgift: Aktivitetsfält, före: Radplats, efter: Radplats) -> str:
    """Return how a task goes from some bodies to others; those that keep it are named last."""
    old, new = uppgift.värde(före.aktivitet), uppgift.värde(efter.aktivitet)
    what = ändringsord(uppgift).bestämd
    lost = uppräknade(_names(före, tuple(id for id in old if id not in new)))
    gained = uppräknade(_names(efter, tuple(id for id in new if id not in old)))
    kept = uppräknade(_names(efter, tuple(id for id in new if id in old)))
    still = f"; kvar är {kept}" if kept else ""
    if lost and gained:
        return f"{what} går från {lost} till {gained}{still}"
    if gained:
        return f"{what} delas nu även av {gained}{still}" if kept else f"{what} ligger nu hos {gained}"
    if lost:
        gone = f"{what} ligger inte längre hos {lost}"
        return f"{gone}{still}" if kept else f"{gone} och inget organ anges"
    return ""


def _names(plats: Radplats, ids: Ids) -> list[str]:
    return [plats.plan.namn(id) for id in ids]
