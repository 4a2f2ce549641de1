"""The words of a form that are no answers: each is the form's own, or told of.

Whoever fills in a form writes where there is room: beside the rows, under the help, in a sheet of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from planmotor.office.las.arbetsbok import Blad, address
from planmotor.office.las.liggare import Rad
from planmotor.plan.model.plan import Plan
from planmotor.uppfoljning.statusblankett.falt import (
    COLUMNS,
    ID,
    NAMN,
    RUBRIK,
    TIDIGARE,
    Värden,
    one_line,
    rows,
)
from planmotor.uppfoljning.statusblankett.hjalptext import is_own
from planmotor.uppfoljning.statusblankett.radtext import row_texts
from planmotor.uppfoljning.statusblankett.svar import Oläst

PAGE_NUMBER = ["Sida", "av"]  # what the form's own footer says beside its numbers
FEW = 3  # places that are named
FACTS, ABOUT_WIDTH = 5, 2 + len(RUBRIK)  # of the hidden sheet: its first rows, and the columns below them


def without_rows(blad: Blad) -> Iterator[Oläst]:
    """Yield what stands in a sheet that has no rows to answer, and that the form didn't bring."""
    yield from (one for one in _cells(blad, blad.rader) if not is_own(one.text))


def elsewhere(line: Rad) -> Oläst:
    """Return what stands in the file but in none of its sheets, as the text of a diagram."""
    return Oläst("utanför cellerna", line.skäl, line.bit.text.strip())


def beside(blad: Blad) -> Iterator[Oläst]:
    """Yield what stands beside the cells of a sheet, which a note tells of, but not the page numbers."""
    for where, text in blad.bredvid:
        if text.split() != PAGE_NUMBER:
            yield Oläst(blad.namn, where, text, sagd=True)


def told_of(blad: Blad, rows: Iterable[int]) -> Iterator[Oläst]:
    """Yield the words of rows that a note tells of."""
    yield from (one._replace(sagd=True) for one in _cells(blad, rows))


def in_about(blad: Blad) -> Iterator[Oläst]:
    """Yield what somebody has written in the hidden sheet, beside what the form keeps there."""
    for row, cells in blad.rader.items():
        width = ABOUT_WIDTH if row > FACTS else len((ID, NAMN))
        yield from (unread(blad, row, column) for column in cells if column > width)


def around_rows(blad: Blad, header: int) -> Iterator[Oläst]:
    """Yield what stands above the headings, and in columns that have none."""
    yield from (one for one in _cells(blad, (r for r in blad.rader if r < header)) if not is_own(one.text))
    headed = {column for column, cell in blad.rader[header].items() if one_line(cell.text)}
    for row in (row for row in blad.rader if row > header):
        yield from (unread(blad, row, column) for column in blad.rader[row] if column not in headed)


def in_column(blad: Blad, header: int, column: int) -> Iterator[Oläst]:
    """Yield the words of a column that isn't the form's, which a note tells of."""
    for row, cells in blad.rader.items():
        if row > header and column in cells:
            yield unread(blad, row, column)._replace(sagd=True)


def locked(blad: Blad, row: int, columns: Mapping[str, int], id: str) -> Iterator[Oläst]:
    """Yield the cells of a row that nobody is asked to fill in; the name is held against the form's own."""
    for name in COLUMNS:
        if name in columns and name not in {ID, NAMN, *RUBRIK, *TIDIGARE} and blad.text(row, columns[name]):
            yield unread(blad, row, columns[name])._replace(id=id, kolumn=name)


def overwritten(blad: Blad, row: int, columns: Mapping[str, int], before: Värden) -> Iterator[Oläst]:
    """Yield the hidden cells of a row that don't say what they did when the form was made."""
    for name, old in zip(TIDIGARE, before, strict=True):
        if name in columns and one_line(blad.text(row, columns[name])) not in {"", old}:
            yield unread(blad, row, columns[name])


def changed(plan: Plan, cells: Iterable[Oläst]) -> Iterator[Oläst]:
    """Yield the locked cells that don't say what the plan says."""
    now = rows(plan)
    for one in cells:
        said = dict(zip(COLUMNS, row_texts(plan, now[one.id]), strict=True)) if one.id in now else {}
        if one_line(one.text) != one_line(said.get(one.kolumn, "")):
            yield one


def places(unread: Iterable[Oläst]) -> Iterator[str]:
    """Yield, sheet by sheet, where words stand that weren't read; not which, for they may be anybody's."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in (one for one in unread if not one.sagd):
        found[one.blad].append(one.plats)
    for blad, where in found.items():
        more = " …" if len(where) > FEW else ""
        yield (
            f"Text i bladet {blad} som inte är något svar lästes inte ({', '.join(where[:FEW])}{more}). "
            "Orden står i kvittot, med --kvitto."
        )


def _cells(blad: Blad, wanted: Iterable[int]) -> Iterator[Oläst]:
    return (unread(blad, row, column) for row in wanted for column in blad.rader[row])


def unread(blad: Blad, row: int, column: int) -> Oläst:
    """Return what stands in a cell, as words that are no answer."""
    return Oläst(blad.namn, f"cell {address(row, column)}", blad.rader[row][column].skrivet)
