"""The fields of a row that are compared: when two values mean the same, and how a change of one is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from planmotor.jamfora.diff import listor, tid
from planmotor.jamfora.diff.listor import Ordval, Texts
from planmotor.jamfora.diff.matchning import Radplats
from planmotor.jamfora.diff.ord import Bit, bitar, same_words
from planmotor.jamfora.diff.slag import FORWARD
from planmotor.jamfora.diff.sprak import citat, liten, uppräknade


@dataclass(frozen=True, slots=True)
class Fält:
    """How one kind of change is found and told. ``säg`` and ``bitar`` take the earlier row first.

    ``nycklar`` are the fields of the model that it takes care of.
    """

    slag: str
    nycklar: tuple[str, ...]
    lika: Callable[[Radplats, Radplats], bool]
    visa: Callable[[Radplats], str | None]
    säg: Callable[[Radplats, Radplats], str]
    bitar: Callable[[Radplats, Radplats], tuple[Bit, ...]] = lambda _före, _efter: ()


def _names(plats: Radplats, ids: tuple[str, ...]) -> list[str]:
    return [plats.plan.namn(id) for id in ids]


def _same_owners(före: Radplats, efter: Radplats) -> bool:
    """Tell whether the same bodies answer and decide, in whatever order they stand."""
    old, new = före.aktivitet, efter.aktivitet
    return set(old.ansvarig) == set(new.ansvarig) and set(old.beslutande_organ) == set(new.beslutande_organ)


def _owners(plats: Radplats) -> str | None:
    decides = uppräknade(_names(plats, plats.aktivitet.beslutande_organ))
    said = [uppräknade(_names(plats, plats.aktivitet.ansvarig)), decides and f"beslutar: {decides}"]
    return "; ".join(filter(None, said)) or None


def _new_owners(före: Radplats, efter: Radplats) -> str:
    old, new = före.aktivitet, efter.aktivitet
    said = [
        _handed(före, efter, "Ansvaret", old.ansvarig, new.ansvarig),
        _handed(före, efter, "Beslutet", old.beslutande_organ, new.beslutande_organ),
    ]
    told = [sentence for sentence in said if sentence]
    return "; ".join([told[0], *map(liten, told[1:])])


def _handed(före: Radplats, efter: Radplats, what: str, old: tuple[str, ...], new: tuple[str, ...]) -> str:
    """Return how a task goes from some bodies to others; those that keep it are named last."""
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


def _new_status(före: Radplats, efter: Radplats) -> str:
    old, new = före.aktivitet.status, efter.aktivitet.status
    if not old or not new:
        return f"Status angiven: {new}" if new else f"Status borttagen: var {old}"
    if old in FORWARD and new in FORWARD:
        way = "framåt" if FORWARD.index(new) > FORWARD.index(old) else "bakåt"
        return f"Status {way}, från {old} till {new}"
    return f"Status ändrad, från {old} till {new}"


def _new_priority(före: Radplats, efter: Radplats) -> str:
    old, new = före.aktivitet.prioritet, efter.aktivitet.prioritet
    if not old or not new:
        return f"Prioritet angiven: {new}" if new else f"Prioriteten är borttagen: var {old}"
    return f"Prioriteten flyttad, från {old} till {new}"


def _new_comment(före: Radplats, efter: Radplats) -> str:
    old, new = före.aktivitet.kommentar, efter.aktivitet.kommentar
    if not old or not new:
        return f"Kommentar tillagd: {citat(new)}" if new else f"Kommentaren är borttagen: {citat(old or '')}"
    return f"Kommentaren lyder nu {citat(new)} i stället för {citat(old)}"


def _comment_words(före: Radplats, efter: Radplats) -> tuple[Bit, ...]:
    return bitar(före.aktivitet.kommentar or "", efter.aktivitet.kommentar or "")


def _list(slag: str, ord_: Ordval, read: Callable[[Radplats], Texts]) -> Fält:
    return Fält(
        slag,
        (slag,),
        lambda a, b: read(a) == read(b) or listor.plain(read(a)) == listor.plain(read(b)),
        lambda plats: " | ".join(listor.plain(read(plats))) or None,
        lambda a, b: listor.ändrade(ord_, listor.plain(read(a)), listor.plain(read(b))),
        lambda a, b: listor.ord_för_ord(listor.plain(read(a)), listor.plain(read(b))),
    )


NAMN = Fält(
    "omformulerad",
    ("namn",),
    lambda a, b: same_words(a.aktivitet.namn, b.aktivitet.namn),
    lambda plats: plats.namn,
    lambda a, b: f"Omformulerad, från {citat(a.namn)} till {citat(b.namn)}",
    lambda a, b: bitar(a.namn, b.namn),
)
# In the order of ``SLAG``.
FÄLT = (
    NAMN,
    Fält(
        "tid",
        ("tid",),
        lambda a, b: tid.lika(a.aktivitet.tid, b.aktivitet.tid),
        lambda plats: tid.i_ord(plats.aktivitet.tid),
        lambda a, b: tid.ändrad(a.aktivitet.tid, b.aktivitet.tid),
    ),
    Fält("ansvar", ("ansvarig", "beslutande_organ"), _same_owners, _owners, _new_owners),
    Fält(
        "status",
        ("status",),
        lambda a, b: a.aktivitet.status == b.aktivitet.status,
        lambda plats: plats.aktivitet.status,
        _new_status,
    ),
    Fält(
        "prioritet",
        ("prioritet",),
        lambda a, b: a.aktivitet.prioritet == b.aktivitet.prioritet,
        lambda plats: plats.aktivitet.prioritet,
        _new_priority,
    ),
    _list("mått", listor.MÅTT, lambda plats: plats.aktivitet.mått),
    _list("målvärde", listor.MÅLVÄRDE, lambda plats: plats.aktivitet.målvärde),
    _list("punkter", listor.PUNKTER, lambda plats: plats.aktivitet.punkter),
    Fält(
        "kommentar",
        ("kommentar",),
        lambda a, b: same_words(a.aktivitet.kommentar, b.aktivitet.kommentar),
        lambda plats: plats.aktivitet.kommentar,
        _new_comment,
        _comment_words,
    ),
)
