"""The fields of a row that are compared: when two values mean the same, and how a change of one is told.

``planmotor.plan.falt`` says which fields there are; here stands how each kind of value is compared.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from planmotor.grund.sprak import citat
from planmotor.jamfora.diff import listor, organen, tid
from planmotor.jamfora.diff.matchning import Radplats
from planmotor.jamfora.diff.ord import Bit, bitar, same_words
from planmotor.plan.andringsord import FRAMÅT, ändringsord
from planmotor.plan.falttyp import Aktivitetsfält, Värdeslag, Yta
from planmotor.plan.ytor import på


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


def _of_values(
    uppgift: Aktivitetsfält,
    lika: Callable[[Any, Any], bool],
    visa: Callable[[Any], str | None],
    säg: Callable[[Any, Any], str],
    pieces: Callable[[Any, Any], tuple[Bit, ...]] = lambda _före, _efter: (),
) -> Fält:
    """Return how a field is compared, out of how its values are."""

    def read(plats: Radplats) -> Any:
        return uppgift.värde(plats.aktivitet)

    return Fält(
        ändringsord(uppgift).slag,
        (uppgift.namn,),
        lambda a, b: lika(read(a), read(b)),
        lambda plats: visa(read(plats)),
        lambda a, b: säg(read(a), read(b)),
        lambda a, b: pieces(read(a), read(b)),
    )


def _equal(old: Any, new: Any) -> bool:
    return bool(old == new)


def _as_it_is(value: str | None) -> str | None:
    return value


def _words(old: str | None, new: str | None) -> tuple[Bit, ...]:
    return bitar(old or "", new or "")


def _name(uppgift: Aktivitetsfält) -> Fält:
    def told(old: str, new: str) -> str:
        return f"Omformulerad, från {citat(old)} till {citat(new)}"

    return _of_values(uppgift, same_words, lambda name: " ".join(name.split()), told, bitar)


def _time(uppgift: Aktivitetsfält) -> Fält:
    return _of_values(uppgift, tid.lika, tid.i_ord, tid.ändrad)


def _status(uppgift: Aktivitetsfält) -> Fält:
    def told(old: str | None, new: str | None) -> str:
        if not old or not new:
            return f"Status angiven: {new}" if new else f"Status borttagen: var {old}"
        if old in FRAMÅT and new in FRAMÅT:
            way = "framåt" if FRAMÅT.index(new) > FRAMÅT.index(old) else "bakåt"
            return f"Status {way}, från {old} till {new}"
        return f"Status ändrad, från {old} till {new}"

    return _of_values(uppgift, _equal, _as_it_is, told)


def _years(uppgift: Aktivitetsfält) -> Fält:
    label, the = uppgift.etikett, ändringsord(uppgift).bestämd

    def told(old: str | None, new: str | None) -> str:
        if not old or not new:
            return f"{label} angiven: {new}" if new else f"{the} är borttagen: var {old}"
        return f"{the} flyttad, från {old} till {new}"

    return _of_values(uppgift, _equal, _as_it_is, told)


def _comment(uppgift: Aktivitetsfält) -> Fält:
    label, the = uppgift.etikett, ändringsord(uppgift).bestämd

    def told(old: str | None, new: str | None) -> str:
        if not old or not new:
            return f"{label} tillagd: {citat(new)}" if new else f"{the} är borttagen: {citat(old or '')}"
        return f"{the} lyder nu {citat(new)} i stället för {citat(old)}"

    return _of_values(uppgift, same_words, _as_it_is, told, _words)


def _text(uppgift: Aktivitetsfält) -> Fält:
    label = uppgift.etikett

    def told(old: str | None, new: str | None) -> str:
        if not new:
            return f"{label} anges inte, förut {citat(old or '')}"
        return f"{label} är nu {citat(new)}" + (f" i stället för {citat(old)}" if old else ", förut inget")

    return _of_values(uppgift, same_words, _as_it_is, told, _words)


def _texts(uppgift: Aktivitetsfält) -> Fält:
    words, plain = ändringsord(uppgift), listor.plain
    return _of_values(
        uppgift,
        lambda a, b: a == b or plain(a) == plain(b),
        lambda texts: " | ".join(plain(texts)) or None,
        lambda a, b: listor.ändrade(words, plain(a), plain(b)),
        lambda a, b: listor.ord_för_ord(plain(a), plain(b)),
    )


def _bodies(*uppgifter: Aktivitetsfält) -> Fält:
    """Return how the fields with bodies that are told of together are compared."""
    return Fält(
        ändringsord(uppgifter[0]).slag,
        tuple(uppgift.namn for uppgift in uppgifter),
        lambda a, b: organen.lika(uppgifter, a, b),
        lambda plats: organen.visa(uppgifter, plats),
        lambda a, b: organen.ändrade(uppgifter, a, b),
    )


KINDS: dict[Värdeslag, Callable[..., Fält]] = {
    Värdeslag.NAMN: _name,
    Värdeslag.TID: _time,
    Värdeslag.STATUS: _status,
    Värdeslag.ÅR: _years,
    Värdeslag.KOMMENTAR: _comment,
    Värdeslag.TEXT: _text,
    Värdeslag.TEXTER: _texts,
    Värdeslag.PUNKTER: _texts,
    Värdeslag.ORGAN: _bodies,
}
# In the order of ``SLAG``. Fields whose changes are of the same kind stand together.
FÄLT = tuple(
    KINDS[group[0].slag](*group)
    for _slag, same in groupby(på(Yta.JÄMFÖRELSE), key=lambda uppgift: ändringsord(uppgift).slag)
    for group in [tuple(same)]
)
NAMN = FÄLT[0]
