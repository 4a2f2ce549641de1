"""From the rows of a table to remarks: which column is which, and what a person put outside of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from planmotor.office.las.innehall import Incell, Inrad, Intabell
from planmotor.remiss.lasning.ord import HEADS, Underlag, head

FIELDS = tuple(HEADS)  # in the order of the forms
WORDY = ("synpunkt", "föreslagen_lydelse", "skäl", "avsnitt", "sida", "radnummer")
TELLING = {"synpunkt", "föreslagen_lydelse", "skäl"}


@dataclass(slots=True)
class Läspost:
    """A remark on its way in: the texts of its fields, and where it stands in the file."""

    plats: str
    fält: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, text: str) -> None:
        """Put a text in a field, below what is there."""
        if text:
            self.fält[name] = f"{self.fält[name]}\n{text}" if name in self.fält else text


def heads(row: Inrad) -> dict[int, str] | None:
    """Return the field of each grid column when the row is a head, else None."""
    found: dict[int, str] = {}
    at = 0
    for cell in row.celler:
        name = head(cell.text) if cell.text else None
        if name:
            found.update(dict.fromkeys(range(at, at + cell.bredd), name))
        at += cell.bredd
    kinds = set(found.values())
    filled = sum(bool(cell.text) for cell in row.celler)
    return found if len(kinds) > 1 and kinds & TELLING and 2 * len(kinds) >= filled else None


def is_form(tabell: Intabell) -> bool:
    """Tell whether a table has a row of heads, so that its rows are remarks."""
    return any(heads(row) for row in tabell.rader)


def guessed_heads(tabell: Intabell, underlag: Underlag) -> dict[int, str] | None:
    """Return the forms' own columns for a table that has lost its head but none of its columns."""
    widths = {sum(cell.bredd for cell in row.celler) for row in tabell.rader}
    if widths != {len(FIELDS)}:
        return None
    firsts = [row.celler[0].text for row in tabell.rader if row.celler and row.celler[0].text]
    known = sum(underlag.section(text)[1] > 90 for text in firsts)  # noqa: PLR2004
    return dict(enumerate(FIELDS)) if firsts and 2 * known >= len(firsts) else None


def remark(
    row: Inrad, columns: dict[int, str], labels: dict[int, str], place: str, above: Läspost | None
) -> Läspost:
    """Return what a row says. A cell that goes on from the one above says the same of where it stands."""
    post = Läspost(place)
    at = 0
    for cell in row.celler:
        span = range(at, at + cell.bredd)
        name = _field(columns, span)
        if cell.fortsätter and not cell.text and above and name in {"avsnitt", "sida"}:
            post.add(name, above.fält.get(name, ""))
        elif name:
            post.add(name, _said(cell))
        elif _said(cell):
            label = labels.get(at, "")
            post.add("synpunkt", f"{label}: {_said(cell)}" if label else _said(cell))
        at += cell.bredd
    return post


def extra_heads(row: Inrad, columns: dict[int, str]) -> dict[int, str]:
    """Return the heads of columns that a respondent has added."""
    found, at = {}, 0
    for cell in row.celler:
        if at not in columns and cell.text:
            found[at] = cell.text
        at += cell.bredd
    return found


def inner_forms(row: Inrad) -> Iterator[Intabell]:
    """Yield the tables within the row's cells that have heads of their own."""
    for cell in row.celler:
        for tabell in cell.tabeller:
            if is_form(tabell):
                yield tabell
            else:
                for inner in tabell.rader:
                    yield from inner_forms(inner)


def _field(columns: dict[int, str], span: range) -> str | None:
    """Return the field of a cell; one that spans several holds what takes most words."""
    names = {columns[at] for at in span if at in columns}
    return next((name for name in WORDY if name in names), None)


def _said(cell: Incell) -> str:
    """Return the cell's text with its inner tables' rows below; those with heads are read on their own."""
    inner = (_flat(row) for tabell in cell.tabeller if not is_form(tabell) for row in tabell.rader)
    return "\n".join(part for part in (cell.text, *inner) if part)


def _flat(row: Inrad) -> str:
    return " | ".join(said for cell in row.celler if (said := _said(cell)))
