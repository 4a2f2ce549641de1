"""A form about a decision that somebody has filled in: read, and every fault told at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from planmotor.andra.revise.beslutet import Decision, parsed
from planmotor.andra.revise.beslutsblankett import FRÅGOR, SHEET, Fråga, val
from planmotor.grund.nearest import nearest, one_line
from planmotor.grund.problem import Stopped, shown_path
from planmotor.office.las.arbetsbok import Blad, address, read_book
from planmotor.office.las.fil import JSON, OLDER, PDF, RTF, TEXT, XML, open_file
from planmotor.office.las.paket import EXCEL, WORD, Avvisad
from planmotor.plan.model.plan import Plan

NOT_THE_FORM = ("Filen är inte blanketten.", "Gör en ny med: planmotor beslutsblankett")
UNWANTED = dict.fromkeys((JSON, PDF, RTF, XML, TEXT, WORD), NOT_THE_FORM)
UNWANTED[OLDER] = ("Filen är i Excels gamla format.", "Spara den som Excel-arbetsbok (.xlsx).")
DAYS = {"datum", "gäller_från"}
NAMES, ANSWERS = 1, 2


class Svar(NamedTuple):
    """What stands in a line of the form, and where."""

    text: str
    ställe: str


def läst(plan: Plan, path: Path) -> Decision:
    """Return the decision that the form tells of; raise Stopped with every fault in it."""
    answers = _answers(path)
    faults, found = [], dict[str, str | None]()
    for fråga in FRÅGOR:
        given = answers.get(fråga.fält)
        try:
            found[fråga.fält] = _value(plan, fråga, given) if given and given.text else None
        except Stopped as stopped:
            faults.append(f"{given.ställe if given else SHEET}: {stopped}")
        else:
            if fråga.krävs and not found[fråga.fält]:
                where = f"{given.ställe}: " if given else ""
                faults.append(f'{where}"{fråga.fråga}" är inte ifyllt. {fråga.hjälp}')
    if faults:
        shown = shown_path(path)
        raise Stopped("\n".join([*(f"{shown}, {fault}" for fault in faults), "Ingenting är skrivet."]))
    begins = found["gäller_från"]
    return Decision(
        str(found["handlingsplan"]),
        parsed(str(found["datum"])),
        str(found["organ"]),
        str(found["beslut"]),
        found["dokument"],
        found["avsnitt"],
        parsed(begins) if begins else None,
    )


def _answers(path: Path) -> dict[str, Svar]:
    try:
        fil = open_file(path, UNWANTED)
        if fil.paket is None or fil.slag != EXCEL:
            raise Avvisad(*NOT_THE_FORM)
        sheets = read_book(fil.paket).blad
    except Avvisad as refused:
        raise Stopped(f"{shown_path(path)}: {refused.text} {refused.råd}") from None
    sheet = next((blad for blad in sheets if blad.namn == SHEET), sheets[0] if sheets else None)
    found = dict(_lines(sheet)) if sheet else {}
    if not found:
        raise Stopped(f"{shown_path(path)}: {' '.join(NOT_THE_FORM)}")
    return found


def _lines(sheet: Blad) -> Iterator[tuple[str, Svar]]:
    """Yield the answers by the name of their question, wherever the lines have ended up."""
    for row, cells in sorted(sheet.rader.items()):
        name = sheet.text(row, NAMES).strip()
        fråga = next((one for one in FRÅGOR if name.startswith(one.fråga)), None)
        if fråga:
            answer = cells.get(ANSWERS)
            text = (answer.dag if answer and fråga.fält in DAYS and answer.dag else "") or sheet.text(
                row, ANSWERS
            )
            yield fråga.fält, Svar(" ".join(text.split()), address(row, ANSWERS))


def _value(plan: Plan, fråga: Fråga, given: Svar) -> str:
    """Return the answer as the plan knows it: the id of what was chosen, a day as a day."""
    if fråga.fält in DAYS:
        return str(parsed(given.text[:10] if given.text[10:].startswith(("T", " 00")) else given.text))
    known: Mapping[str, str] | None = val(plan).get(fråga.fält)
    if known is None or given.text in known:
        return given.text
    chosen = [id for id, name in known.items() if name.casefold() == given.text.casefold()]
    if not chosen:
        close = nearest(given.text, known.values())
        hint = f"Menade du {close}?" if close else "Välj i blankettens lista."
        raise Stopped(f'"{one_line(given.text)}" finns inte. {hint}')
    return chosen[0]
