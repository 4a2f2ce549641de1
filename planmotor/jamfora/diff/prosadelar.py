"""What has happened to sentences and other units in their sections, with neighbours told of together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planmotor.jamfora.diff.ord import bitar
from planmotor.jamfora.diff.par import Textplats
from planmotor.jamfora.diff.prosatyp import Funnen, Ordning, Prosaslag
from planmotor.jamfora.diff.sidtext import SENTENCE

# One, several, and whether an adjective about one ends in -t.
WORDS = {
    SENTENCE: ("Meningen", "Meningarna", False),
    "punkt": ("Punkten", "Punkterna", False),
    "rad": ("Tabellraden", "Tabellraderna", False),
    "kod": ("Kodrutan", "Kodrutorna", False),
    "makro": ("Makroanropet", "Makroanropen", True),
    "fotnot": ("Fotnoten", "Fotnoterna", False),
    "förkortning": ("Förkortningen", "Förkortningarna", False),
    "länk": ("Länken", "Länkarna", False),
    "ruta": ("Rutan", "Rutorna", False),
    "html": ("HTML-stycket", "HTML-styckena", True),
}
PARAGRAPH = ("Stycket", "Styckena", True)
ENDINGS: dict[Prosaslag, tuple[str, str, str]] = {
    "ny": ("ny", "nytt", "nya"),
    "borttagen": ("borttagen", "borttaget", "borttagna"),
    "ändrad": ("ändrad", "ändrat", "ändrade"),
}
Run = list[Textplats]


def delar_ändrade(order: Ordning) -> Iterator[Funnen]:
    """Yield what is new, gone, moved or reworded below the level of sections."""
    par = order.par
    for run in _runs(plats for plats in par.nya if plats.avsnitt not in order.hela):
        change = order.ändring(run[0].avsnitt, "ny", None, _text(run), _happened(run, "ny"))
        yield order.plats(run[0]), change
    for run in _runs(plats for plats in par.borttagna if plats.avsnitt not in order.hela):
        told = _happened(run, "borttagen")
        change = order.ändring(run[0].avsnitt, "borttagen", _text(run), None, told)
        yield order.plats(run[0], gone=True), change
    for new, old in par.ändrade.items():
        one, other = old.del_.text, new.del_.text
        told = _happened([new], "ändrad")
        yield order.plats(new), order.ändring(new.avsnitt, "ändrad", one, other, told, bitar(one, other))
    yield from _moved(order)


def _moved(order: Ordning) -> Iterator[Funnen]:
    for run in _runs(order.par.flyttade, order.par.flyttade):
        old = [order.par.flyttade[plats] for plats in run]
        one, other = _text(old), _text(run)
        what = _what(run) if _what(run) == _what(old) else _what(run, whole=False)
        told = f"{_named(what, run)} har flyttat {_from(order, old[0], run[0])}"
        if one != other:
            told += " och är omskriven" if not what[2] else " och är omskrivet"
        pieces = bitar(one, other) if one != other else ()
        yield order.plats(run[0]), order.ändring(run[0].avsnitt, "flyttad", one, other, told, pieces)


def _runs(places: Iterable[Textplats], origin: dict[Textplats, Textplats] | None = None) -> Iterator[Run]:
    """Yield neighbours in the same paragraph together; moved ones only if they were neighbours before."""
    run: Run = []
    for plats in sorted(places, key=lambda plats: (plats.avsnitt.sida, id(plats.avsnitt), plats.nummer)):
        if run and not (
            _follows(run[-1], plats) and (origin is None or _moved_along(run[-1], plats, origin))
        ):
            yield run
            run = []
        run.append(plats)
    if run:
        yield run


def _follows(one: Textplats, other: Textplats) -> bool:
    if one.avsnitt is not other.avsnitt or one.nummer + 1 != other.nummer:
        return False
    return (one.del_.slag, one.del_.stycke) == (other.del_.slag, other.del_.stycke)


def _moved_along(one: Textplats, other: Textplats, origin: dict[Textplats, Textplats]) -> bool:
    """Tell whether two neighbours moved together and unchanged."""
    old, old_next = origin[one], origin[other]
    kept = old.del_.text == one.del_.text and old_next.del_.text == other.del_.text
    return kept and _follows(old, old_next)


def _happened(run: Run, slag: Prosaslag) -> str:
    what = _what(run)
    ending = ENDINGS[slag][2 if what is not PARAGRAPH and len(run) > 1 else int(what[2])]
    return f"{_named(what, run)} är {ending}"


def _what(run: Run, whole: bool = True) -> tuple[str, str, bool]:
    """Return the words for what a run is; several sentences that make up a paragraph are the paragraph."""
    first = run[0].del_
    same = [d for d in run[0].avsnitt.delar if d.stycke == first.stycke]
    if whole and first.slag == SENTENCE and len(same) == len(run) > 1:
        return PARAGRAPH
    return WORDS[first.slag]


def _named(what: tuple[str, str, bool], run: Run) -> str:
    return what[1] if what is not PARAGRAPH and len(run) > 1 else what[0]


def _from(order: Ordning, old: Textplats, new: Textplats) -> str:
    if order.par.avsnitt.get(new.avsnitt) is old.avsnitt:
        return "inom avsnittet"
    section = f"från avsnittet ”{old.avsnitt.rubrik}”" if old.avsnitt.rubrik else "från inledningen"
    if order.sida_av.get(old.avsnitt.sida) == new.avsnitt.sida:
        return f"hit {section}"
    return f"hit {section} på sidan ”{order.titlar[old.avsnitt.sida]}”"


def _text(run: Run) -> str:
    return (" " if run[0].del_.slag == SENTENCE else "\n").join(plats.del_.text for plats in run)
