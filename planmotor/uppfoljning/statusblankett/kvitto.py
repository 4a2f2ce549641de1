"""The receipt of a status form: what was read of it, row by row, for the one who filled it in."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from planmotor.grund.nearest import slug
from planmotor.office.dokument.html import som_html
from planmotor.office.dokument.typer import Block, Del, Dokument, Tabell, Text, angivet, lista, stycke, text
from planmotor.plan.model.plan import Plan
from planmotor.uppfoljning.statusblankett.blanketter import ALL, NOBODYS
from planmotor.uppfoljning.statusblankett.falt import RUBRIK
from planmotor.uppfoljning.statusblankett.svar import Statussvar, Svarsrad

EMPTY = "tom"


def receipts(plan: Plan, forms: Sequence[Statussvar], files: Sequence[Path]) -> dict[str, bytes]:
    """Return a receipt for each form, by the name of the receipt; ``files`` are those of the forms."""
    made = {}
    for form, path in zip(forms, files, strict=True):
        checksum = hashlib.sha256(path.read_bytes()).hexdigest()
        name = f"kvitto-{slug(Path(form.fil).stem)}-{checksum[:8]}.html"
        made[name] = som_html(receipt(plan, form, checksum)).encode()
    return made


def receipt(plan: Plan, form: Statussvar, checksum: str) -> Dokument:
    """Return the receipt of one form, as a document."""
    known = form.organ and form.organ not in {ALL, NOBODYS}
    facts = (
        ("Organ", plan.namn(form.organ) if known else "ej angivet"),
        ("Fil", form.fil),
        ("Filens kontrollsumma (SHA-256)", checksum),
        ("Rader", str(len(form.rader))),
    )
    changed = [rad for rad in form.rader.values() if rad.nu != rad.då]
    parts = (_changed(changed), _same(len(form.rader) - len(changed)), _unread(form))
    return Dokument("Kvitto", "det här läste vi i er statusblankett", facts, parts)


def _changed(rows: Sequence[Svarsrad]) -> Del:
    columns = ("Aktivitet", "Stod i filen", *RUBRIK)
    table = Tabell("Rader som ni har ändrat", columns, tuple(_row(rad) for rad in rows))
    blocks: tuple[Block, ...] = (table,) if rows else (stycke("Ni har inte ändrat någon rad."),)
    return Del("andrat", "Det här läste vi", blocks)


def _row(rad: Svarsrad) -> tuple[Text, ...]:
    said = (_value(now, then) for now, then in zip(rad.nu, rad.då, strict=True))
    return (text(rad.namn_då), text(rad.ställe), *said)


def _value(now: str, then: str) -> Text:
    """Return what a cell says now and, where it is another, what it said when the form was made."""
    if now == then:
        return angivet(now, EMPTY)
    return (*angivet(now, EMPTY), *text(f" (stod: {then or EMPTY})"))


def _same(count: int) -> Del:
    return Del("oandrat", "Rader som står som förut", (stycke(f"{count} rader."),))


def _unread(form: Statussvar) -> Del:
    notes = form.lämnat
    blocks: tuple[Block, ...] = (lista(notes),) if notes else (stycke("Allt som ni skrev är läst."),)
    return Del("olast", "Det här läste vi inte", blocks)
