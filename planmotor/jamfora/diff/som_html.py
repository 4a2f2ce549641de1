"""A comparison as a piece of HTML for a page: lists, with changed words that a screen reader announces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from planmotor.grund.text import visible
from planmotor.jamfora.diff.som_dokument import prosaändrat, ändrat
from planmotor.jamfora.diff.typer import Jämförelse
from planmotor.jamfora.diff.visning import EQUAL, Visningsgrupp, Visningsrad, grupper, i_siffror, sidor
from planmotor.office.dokument.html import märkt_html


def som_html(jämförelse: Jämförelse, nivå: int = 2) -> str:
    """Return the comparison as a fragment, whose headings have the level ``nivå``.

    A row has the anchor ``andring-<id>``, the first time that its id is told of.
    """
    heading = Markup("<h{0}>{{}}</h{0}>").format(nivå)
    said = i_siffror(jämförelse)
    counts = _list("andringar-antal", [escape(one) for one in said])
    parts = [counts if said else Markup("<p>{}</p>").format(EQUAL)]
    seen: set[str] = set()
    for group in grupper(jämförelse):
        parts += [heading.format(group.rubrik), _list("andringar", _rows(group, seen))]
    for sida, changes in sidor(jämförelse):
        prose = [märkt_html(prosaändrat(ändring, hel=True)) for ändring in changes]
        parts += [heading.format(f"Texten på {sida}"), _list("andringar", prose)]
    return visible("\n".join(parts).replace("\t", " ")) + "\n"


def _list(kind: str, items: Sequence[Markup] | Iterator[Markup]) -> Markup:
    made = (item if item.startswith("<li") else Markup("<li>{}</li>").format(item) for item in items)
    return Markup('<ul class="{}">\n{}\n</ul>').format(kind, Markup("\n").join(made))


def _rows(group: Visningsgrupp, seen: set[str]) -> Iterator[Markup]:
    for rad in group.rader:
        anchor = Markup("") if rad.id in seen else Markup(' id="andring-{}"').format(rad.id)
        seen.add(rad.id)
        yield Markup("<li{}>{}</li>").format(anchor, _row(rad))


def _row(rad: Visningsrad) -> Markup:
    changes = [märkt_html(ändrat(ändring, hel=True)) for ändring in rad.ändringar]
    if not rad.namn:
        return Markup("<br>\n").join(changes)
    return Markup("<strong>{}</strong>\n{}").format(rad.namn, _list("andringar-rad", changes))
