"""A filled-in form: which sheet, row and column holds what, however its columns and rows have been moved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from planmotor.grund.gransen import gräns
from planmotor.grund.nearest import shown
from planmotor.grund.problem import Invalid
from planmotor.grund.sprak import stor
from planmotor.office.las.arbetsbok import Blad
from planmotor.office.las.cellvarde import Bladcell
from planmotor.office.las.innehall import tidy
from planmotor.office.las.paket import Avvisad
from planmotor.plan.falttyp import Värdeslag
from planmotor.uppfoljning.statusblankett import ovrigt, tolka
from planmotor.uppfoljning.statusblankett.falt import (
    FRÅGAS,
    ID,
    MARK,
    NAMN,
    RUBRIK,
    TIDIGARE,
    VERSION,
    Värden,
    one_line,
)
from planmotor.uppfoljning.statusblankett.las_fil import read_whole
from planmotor.uppfoljning.statusblankett.las_rubriker import (
    HEADER_WITHIN,
    columns_of,
    header_row,
    key,
    names,
    place,
)
from planmotor.uppfoljning.statusblankett.svar import Statussvar, Svarsrad

EMPTY = Bladcell("")
Reader = Callable[[Bladcell], str]
NEW_FORM = "Gör en ny blankett med planmotor statusblankett och för över svaren."


def read_form(path: Path, released: frozenset[str] = frozenset()) -> Statussvar:
    """Return the form with all that is wrong with it; raises nothing for what a file may hold.

    ``released`` is what the plan lets comments hold; see ``far_publiceras``.
    """
    made = Statussvar(path.name)
    try:
        with gräns(path, Avvisad):
            sheets, elsewhere = read_whole(path)
            _Reader(made, sheets, released).read()
            made.olästa += (ovrigt.elsewhere(line) for line in elsewhere)
    except Avvisad as refused:
        made.stop("", refused.text, refused.råd)
    except Invalid as ours:
        for one in ours.problems:
            made.stop("", one.text, one.fix)
    return made


def _kinds(released: frozenset[str]) -> dict[Värdeslag, Reader]:
    """Return how the answer to each kind of question is read."""
    return {
        Värdeslag.STATUS: tolka.status,
        Värdeslag.DATUM: tolka.deadline,
        Värdeslag.KOMMENTAR: partial(tolka.comment, released=released),
        Värdeslag.TEXT: partial(tolka.comment, released=released, what="Texten"),
    }


class _Reader:
    def __init__(self, made: Statussvar, sheets: list[Blad], released: frozenset[str]) -> None:
        kinds = _kinds(released)
        self.readers = tuple(kinds[kolumn.slag] for kolumn in FRÅGAS)
        self.made = made
        self.sheets = sheets
        self.before: dict[str, tuple[str, Värden]] = {}
        self.seen: set[str] = set()

    def read(self) -> None:
        for blad in self.sheets:
            if one_line(blad.text(1, 1)) == MARK:
                self._about(blad)
        found = 0
        for blad in self.sheets:
            if blad.text(1, 1) == MARK:
                self.made.olästa += ovrigt.in_about(blad)
                continue
            self._beside(blad)
            header = header_row(blad)
            if header and blad.dolt:
                self.made.anmärkningar.append(f"Bladet {blad.namn} är dolt och lästes inte.")
                self.made.olästa += ovrigt.told_of(blad, blad.rader)
            elif header:
                found += 1
                self.made.olästa += ovrigt.around_rows(blad, header)
                self._sheet(blad, header)
            else:
                self.made.olästa += ovrigt.without_rows(blad)
        self._deleted()
        if not found and not self.made.fel:
            self._no_rows()

    def _deleted(self) -> None:
        """Note the rows that the form had when it was made, and has no longer."""
        gone = [id for id in self.before if id and id not in self.seen] if self.made.rader else []
        self.made.anmärkningar += [
            f"Raden {shown(id)} är borttagen ur blanketten, så den ändrar inget." for id in gone
        ]

    def _beside(self, blad: Blad) -> None:
        """Note that something stands beside the cells; not what, for it was never meant to be published."""
        found = list(ovrigt.beside(blad))
        self.made.olästa += found
        self.made.anmärkningar += [f"{stor(one.plats)} i bladet {blad.namn} lästes inte." for one in found]

    def _about(self, blad: Blad) -> None:
        """Read what the form says of itself, and each row as it was when the form was made."""
        version = one_line(blad.text(1, 2))
        if version != VERSION:
            self.made.stop("", f"Blanketten har version {shown(version)}, som inte kan läsas.", NEW_FORM)
        facts = {blad.text(row, 1): blad.text(row, 2) for row in range(2, 6)}
        self.made.organ, self.made.avtryck = facts.get("Organ", ""), facts.get("Planens avtryck", "")
        top = next((row for row in sorted(blad.rader) if blad.text(row, 1) == ID), None)
        for row in (row for row in blad.rader if top and row > top):
            texts = [one_line(blad.text(row, column)) for column in range(1, 3 + len(RUBRIK))]
            self.before[texts[0]] = texts[1], tuple(texts[2:])

    def _no_rows(self) -> None:
        headed = (names(blad, row) for blad in self.sheets for row in list(blad.rader)[:HEADER_WITHIN])
        if any(key(RUBRIK[0]) in names for names in headed):
            self.made.stop(
                "",
                f"Kolumnen {ID} saknas, så det går inte att veta vilken aktivitet en rad gäller.",
                f"Ta fram kolumnen igen om den är borttagen. {NEW_FORM}",
            )
        else:
            self.made.stop(
                "", "Inget blad har blankettens rubriker.", "Be avsändaren om den ifyllda blanketten."
            )

    def _sheet(self, blad: Blad, header: int) -> None:
        columns = columns_of(self.made, blad, header)
        if columns is None:
            return
        self._merged(blad, header, columns)
        for row in sorted(row for row in blad.rader if row > header):
            self._row(blad, row, columns)

    def _merged(self, blad: Blad, header: int, columns: dict[str, int]) -> None:
        """Refuse merged cells over answers: nobody can tell which of the rows they hold for."""
        ours = {column for name, column in columns.items() if name in (ID, *RUBRIK)}
        for top, left, bottom, right in blad.sammanslagna:
            if bottom > header and any(left <= column <= right for column in ours):
                self.made.stop(
                    place(blad, top, left), "Cellerna är sammanslagna.", "Dela cellen och fyll i varje rad."
                )

    def _row(self, blad: Blad, row: int, columns: dict[str, int]) -> None:
        cells = blad.rader[row]
        id = one_line(tidy(cells.get(columns[ID], EMPTY).text))
        if not id:
            self._without_id(blad, row, columns)
            return
        if key(id) == key(ID):  # the header, once more
            return
        self.seen.add(id)
        before = self.before.get(id) or self._hidden(cells, columns)
        where = place(blad, row, columns[ID])
        if before is None:
            self.made.stop(
                where,
                f"Raden {shown(id)} hörde inte till blanketten när den gjordes.",
                f"Ta bort den. {NEW_FORM}",
            )
            return
        self._name(blad, row, columns, before[0])
        self.made.låsta += ovrigt.locked(blad, row, columns, id)
        self.made.olästa += ovrigt.overwritten(blad, row, columns, before[1])
        made = Svarsrad(where, id, self._values(blad, row, columns, before[1]), before[1], before[0])
        earlier = self.made.rader.setdefault(id, made)
        if earlier.nu != made.nu:
            self.made.stop(
                where,
                f"Id {shown(id)} står två gånger med olika svar ({earlier.ställe} och {where}).",
                "Ta bort den rad eller det blad som inte gäller.",
            )

    def _hidden(self, cells: dict[int, Bladcell], columns: dict[str, int]) -> tuple[str, Värden] | None:
        """Return what the hidden columns hold; a file of text has no hidden sheet."""
        if any(name not in columns for name in (*TIDIGARE, NAMN)) or self.before:
            return None
        texts = [one_line(cells.get(columns[name], EMPTY).text) for name in TIDIGARE]
        return one_line(cells.get(columns[NAMN], EMPTY).text), tuple(texts)

    def _name(self, blad: Blad, row: int, columns: dict[str, int], expected: str) -> None:
        """Stop a row whose locked name isn't that of its id: then a column has been sorted by itself."""
        column = columns.get(NAMN)
        written = one_line(blad.text(row, column)) if column else ""
        if column is None or not written or written == one_line(expected):
            return
        where = place(blad, row, column)
        if written in {name for name, _values in self.before.values()}:
            self.made.stop(
                where,
                "Raden har en annan aktivitets namn. Kolumnerna kan ha sorterats var för sig.",
                "Ångra sorteringen, eller sortera om hela raderna.",
            )
        else:
            self.made.stop(
                where,
                "Aktivitetens namn är ändrat, och det går inte att göra i blanketten.",
                f"Skriv tillbaka namnet: {expected}",
            )

    def _values(self, blad: Blad, row: int, columns: dict[str, int], before: Värden) -> Värden:
        read = []
        for name, reader, old in zip(RUBRIK, self.readers, before, strict=True):
            column = columns.get(name)
            cell = blad.rader[row].get(column, EMPTY) if column else Bladcell(old)
            try:
                unchanged = not cell.fel and one_line(cell.text) == old
                read.append(old if unchanged else reader(cell))
            except tolka.Oläsligt as odd:
                self.made.stop(place(blad, row, column or 1), odd.text, odd.råd)
                read.append(old)
        return tuple(read)

    def _without_id(self, blad: Blad, row: int, columns: dict[str, int]) -> None:
        filled = [
            column for name in RUBRIK if (column := columns.get(name)) and one_line(blad.text(row, column))
        ]
        names = {name for name, _values in self.before.values()}
        named = (column := columns.get(NAMN)) and one_line(blad.text(row, column)) in names
        if filled and (named or not self.before):
            self.made.stop(
                place(blad, row, filled[0]),
                "Raden är ifylld men har inget id.",
                "Flytta svaret till aktivitetens egen rad. En ny aktivitet läggs till i planen och inte här.",
            )
        elif any(one_line(cell.text) for cell in blad.rader[row].values()):
            self.made.olästa += ovrigt.told_of(blad, [row])
            said = f"Rad {row} i bladet {blad.namn} hör inte till blanketten och lästes inte."
            self.made.anmärkningar.append(said)
