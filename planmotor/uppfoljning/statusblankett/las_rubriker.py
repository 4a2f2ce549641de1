"""Where a form's columns stand: found by their headings, wherever somebody has moved them."""

from __future__ import annotations

from planmotor.grund.nearest import listed, nearest, shown
from planmotor.office.las.arbetsbok import Blad, address
from planmotor.uppfoljning.statusblankett.falt import COLUMNS, ID, RUBRIK, one_line
from planmotor.uppfoljning.statusblankett.ovrigt import in_column, unread
from planmotor.uppfoljning.statusblankett.svar import Statussvar

HEADER_WITHIN = 30  # rows from the top
LIKENESS = 0.8  # of a heading that somebody has misspelled


def columns_of(made: Statussvar, blad: Blad, header: int) -> dict[str, int] | None:
    """Return where each known column stands, by its name; None when one that is filled in is lost.

    What is wrong, and which columns are left unread, is noted in ``made``.
    """
    columns: dict[str, int] = {}
    unknown: dict[str, int] = {}
    known = {key(name): name for name in COLUMNS}
    for column, cell in sorted(blad.rader[header].items()):
        name = known.get(key(cell.text)) or known.get(nearest(key(cell.text), known, LIKENESS) or "")
        if name and name in columns:
            made.stop(place(blad, header, column), f"Kolumnen {name} finns två gånger.", "Ta bort den ena.")
        elif name:
            columns[name] = column
        elif one_line(cell.text):
            unknown[one_line(cell.text)] = column
    lost = [name for name in RUBRIK if name not in columns]
    if lost and unknown:
        made.stop(
            place(blad, header, min(unknown.values())),
            f"Kolumnen {lost[0]} saknas, och blanketten har ingen kolumn {listed(map(shown, unknown))}.",
            f"Skriv tillbaka rubriken {lost[0]} i rätt kolumn.",
        )
        return None
    made.anmärkningar += [f"Kolumnen {name} är borttagen, så den ändrar inget." for name in lost]
    for name, column in unknown.items():
        if found := list(in_column(blad, header, column)):
            made.olästa += found
            made.anmärkningar.append(f"Kolumnen {shown(name)} hör inte till blanketten och lästes inte.")
        else:
            made.olästa.append(unread(blad, header, column))
    return columns


def header_row(blad: Blad) -> int:
    """Return the row that holds the headings; 0 when no row near the top does."""
    for row in sorted(blad.rader)[:HEADER_WITHIN]:
        found = names(blad, row)
        if key(ID) in found and len(found & {key(name) for name in COLUMNS}) > 1:
            return row
    return 0


def names(blad: Blad, row: int) -> set[str]:
    """Return what stands in a row, as headings are compared."""
    return {key(cell.text) for cell in blad.rader[row].values()}


def key(heading: str) -> str:
    """Return a heading as it is compared: without capital letters, spaces at its ends and marks after it."""
    return one_line(heading).casefold().rstrip(" :*.")


def place(blad: Blad, row: int, column: int) -> str:
    """Return a cell's sheet and address, as a person finds it."""
    return f"bladet {blad.namn}, cell {address(row, column)}"
