"""Varje rad i en tabell har lika många celler som rubrikraden.

En cell för lite flyttar resten åt vänster, och en cell för mycket försvinner från sidan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.sida import Sida

ID = "rad-i-tabell"
BAR = re.compile(r"(?<!\\)\|")


def check(sida: Sida) -> Iterator[Problem]:
    """Yield each row whose cells aren't as many as the heading's."""
    for token in sida.tecken:
        if token.type == "table_open" and token.map:
            first, after = token.map
            wanted = _cells(sida.rader[first])
            for number in [first, *range(first + 2, after)]:
                found = _cells(sida.rader[number])
                if found != wanted:
                    yield _problem(sida, number + 1, found, wanted)
    yield from _html(sida)


def _cells(line: str) -> int:
    bare = line.strip().lstrip(">").strip()
    return len(BAR.findall(bare.removeprefix("|").removesuffix("|") if bare[-2:] != "\\|" else bare)) + 1


def _problem(sida: Sida, line: int, found: int, wanted: int) -> Problem:
    text = f"Raden har {found} {_celler(found)}, men tabellens rubrikrad har {wanted}."
    fix = "Lägg till det som fattas." if found < wanted else "Ta bort det som är för mycket."
    return sida.fel((line, 1), ID, text, f"{fix} En tom cell skrivs | |. Ett lodstreck i text skrivs \\|.")


def _celler(number: int) -> str:
    return "cell" if number == 1 else "celler"


@dataclass
class _Table:
    rows: list[tuple[int, int]] = field(default_factory=list)  # where the row stands, and its cells
    spans_rows: bool = False


def _html(sida: Sida) -> Iterator[Problem]:
    table: _Table | None = None
    for tag in sida.taggar:
        if tag.namn == "table":
            if tag.stänger and table:
                yield from _uneven(sida, table)
            table = None if tag.stänger else _Table()
        elif table and not tag.stänger and tag.namn == "tr":
            table.rows.append((tag.start, 0))
        elif table and table.rows and not tag.stänger and tag.namn in {"td", "th"}:
            given = dict(tag.attribut)
            wide = given.get("colspan", "1")
            start, cells = table.rows[-1]
            table.rows[-1] = (start, cells + (int(wide) if wide.isdecimal() else 1))
            table.spans_rows |= "rowspan" in given


def _uneven(sida: Sida, table: _Table) -> Iterator[Problem]:
    if table.spans_rows or not table.rows:
        return  # how wide each row is, is then for the author to know
    wanted = table.rows[0][1]
    for start, cells in table.rows[1:]:
        if cells != wanted:
            yield _problem(sida, sida.plats(start)[0], cells, wanted)
