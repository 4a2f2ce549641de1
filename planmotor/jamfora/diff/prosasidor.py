"""What has happened to pages and sections as wholes: new, gone, renamed, moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from planmotor.jamfora.diff.ord import bitar
from planmotor.jamfora.diff.par import Textplats
from planmotor.jamfora.diff.prosatyp import Funnen, Ordning, Prosaslag, Prosaändring
from planmotor.jamfora.diff.sidtext import Textavsnitt, Textsida

FIELDS = {"title": "Sidans titel", "description": "Sidans beskrivning"}
ENDINGS: dict[Prosaslag, tuple[str, str]] = {
    "ny": ("ny", "nytt"),
    "borttagen": ("borttagen", "borttaget"),
    "ändrad": ("ändrad", "ändrat"),
}
TOP, HEADING = -2.0, -1.0  # before every section, and before every unit of one


def sidor_ändrade(order: Ordning) -> Iterator[Funnen]:
    """Yield pages that are new, gone or renamed, and what has changed in the head of the others."""
    for old, new in order.par.sidor:
        place = (new.path, TOP, 0.0)
        if old.path != new.path:
            text = f"Sidan har flyttat från {old.path} till {new.path}"
            yield place, Prosaändring(new.path, new.titel, "", "flyttad", old.path, new.path, (), text)
        yield from ((place, change) for change in _fields(old, new))
    kept = set(order.sida_av.values())
    for page in order.efter:
        if page.path not in kept:
            whole = _text(order, page.avsnitt, order.par.nya)
            new_page = Prosaändring(page.path, page.titel, "", "ny", None, whole, (), "Sidan är ny")
            yield (page.path, TOP, 0.0), new_page
    for page in order.före:
        if page.path not in order.sida_av:
            whole, text = _text(order, page.avsnitt, order.par.borttagna), "Sidan är borttagen"
            gone = Prosaändring(page.path, page.titel, "", "borttagen", whole, None, (), text)
            yield (page.path, TOP, 0.0), gone


def _fields(old: Textsida, new: Textsida) -> Iterator[Prosaändring]:
    for name in {**old.fält, **new.fält}:
        one, other = old.fält.get(name), new.fält.get(name)
        if one == other:
            continue
        slag: Prosaslag = "ny" if one is None else "borttagen" if other is None else "ändrad"
        what = FIELDS.get(name, f"Fältet {name} överst på sidan")
        text = f"{what} är {ENDINGS[slag][name not in FIELDS]}"
        pieces = bitar(one, other) if one is not None and other is not None else ()
        yield Prosaändring(new.path, "", "", slag, one, other, pieces, text)


def avsnitt_ändrade(order: Ordning) -> Iterator[Funnen]:
    """Yield sections that are new, gone, moved or have another heading."""
    for new, old in order.par.avsnitt.items():
        for change in _headings(order, old, new):
            yield (*order.nummer[new], HEADING), change
    for old_page, new_page in order.par.sidor:
        yield from _reordered(order, old_page, new_page)
    yield from _wholes(order, order.efter, "ny")
    yield from _wholes(order, order.före, "borttagen")


def _headings(order: Ordning, old: Textavsnitt, new: Textavsnitt) -> Iterator[Prosaändring]:
    if old.rubrik != new.rubrik:
        pieces = bitar(old.rubrik, new.rubrik)
        yield order.ändring(new, "ändrad", old.rubrik, new.rubrik, "Rubriken är ändrad", pieces)
    if old.nivå != new.nivå and old.nivå and new.nivå:
        text = f"Rubriken har gått från nivå {old.nivå} till nivå {new.nivå}"
        yield order.ändring(new, "ändrad", old.rubrik, new.rubrik, text)
    if order.sida_av.get(old.sida) != new.sida and new.rubrik:
        text = f"Avsnittet har flyttat hit från sidan ”{order.titlar[old.sida]}”"
        yield order.ändring(new, "flyttad", old.rubrik, new.rubrik, text)


def _reordered(order: Ordning, old_page: Textsida, new_page: Textsida) -> Iterator[Funnen]:
    """Yield sections that stand in another order on their page, unless they follow the one they belong to."""
    places = {avsnitt: number for number, avsnitt in enumerate(old_page.avsnitt)}
    kept = [new for new in new_page.avsnitt if order.par.avsnitt.get(new) in places]
    rising = _longest_rising([places[order.par.avsnitt[new]] for new in kept])
    moved_level = 0
    for number, new in enumerate(kept):
        if moved_level and new.nivå > moved_level:
            continue
        moved_level = 0 if number in rising else new.nivå
        if moved_level:
            before = next((a for a in reversed(kept[:number]) if a.nivå <= new.nivå and a.rubrik), None)
            where = f"och står nu efter ”{before.rubrik}”" if before else "och står nu först"
            change = order.ändring(new, "flyttad", new.rubrik, new.rubrik, f"Avsnittet har flyttat {where}")
            yield (*order.nummer[new], HEADING), change


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """Return the positions of a longest run of rising numbers: what is outside it has moved."""
    ends, tails, before = list[int](), list[int](), dict[int, int]()
    for position, number in enumerate(numbers):
        length = bisect_left(tails, number)
        tails[length : length + 1] = [number]
        ends[length : length + 1] = [position]
        before[position] = ends[length - 1] if length else -1
    found, at = set[int](), ends[-1] if ends else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return found


def _wholes(order: Ordning, pages: Iterable[Textsida], slag: Prosaslag) -> Iterator[Funnen]:
    """Yield the sections that are new, or gone, from pages that are neither."""
    units = order.par.nya if slag == "ny" else order.par.borttagna
    kept = {*order.sida_av.values()} if slag == "ny" else {*order.sida_av}
    for avsnitt in (a for page in pages if page.path in kept for a in page.avsnitt if a in order.hela):
        whole, text = _text(order, [avsnitt], units), f"Avsnittet är {ENDINGS[slag][1]}"
        one, other = (None, whole) if slag == "ny" else (whole, None)
        yield (*order.nummer[avsnitt], HEADING), order.ändring(avsnitt, slag, one, other, text)


def _text(order: Ordning, sections: Iterable[Textavsnitt], units: Iterable[Textplats]) -> str:
    """Return the Markdown of sections without what has moved there from elsewhere, or away."""
    chosen = set(units)
    lines = list[str]()
    for avsnitt in sections:
        if avsnitt not in order.hela:
            continue
        if avsnitt.rubrik:
            lines += ["", f"{'#' * avsnitt.nivå} {avsnitt.rubrik}", ""]
        number = -1
        for place, unit in enumerate(avsnitt.delar):
            if Textplats(avsnitt, place) in chosen:
                lines += [""] * (unit.stycke != number) + [unit.text]
                number = unit.stycke
    return "\n".join(line for n, line in enumerate(lines) if line or (n and lines[n - 1])).strip()
