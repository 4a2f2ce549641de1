"""An action plan is decided: frozen in the archive, noted among the decisions, marked as decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic_core import PydanticCustomError

from planmotor.andra.revise.andringssida import page
from planmotor.andra.revise.freeze import clear, frozen
from planmotor.andra.revise.ids import new_id, used_ids
from planmotor.andra.write import Redigering
from planmotor.andra.write.render import after_key
from planmotor.andra.write.shape import shape_of
from planmotor.grund.ask import known
from planmotor.grund.git import NoRepository, unsaved
from planmotor.grund.nearest import listed
from planmotor.grund.problem import Stopped, shown_path
from planmotor.grund.skrivning import PREFIX
from planmotor.grund.text import as_before
from planmotor.plan import arkivmapp
from planmotor.plan.load import load
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.types import Datum

WHOLE_DAY = len("2025-02-21")


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided what and when; ``dokument`` and ``avsnitt`` say where it stands, when that is known."""

    handlingsplan: str
    datum: Datum
    organ: str
    beslut: str
    dokument: str | None = None
    avsnitt: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """The files of a decision, before they are written; ``read`` is what the new ones' places hold."""

    edited: list[Redigering]
    new: Mapping[Path, bytes]
    read: Mapping[Path, bytes | None]
    version: Path
    cleared: int


def decide(main: Path, decision: Decision, day: date, docs: Path | None = None) -> Made:
    """Return the files that a decision changes and adds, with its page below ``docs``. Raises Stopped
    or Invalid when it can't be made.
    """
    plan = load(main)
    _refuse(plan, decision, day)
    live = Redigering(main)
    handlingsplan = next(one for one in plan.handlingsplaner if one.id == decision.handlingsplan)
    loc = live.where(handlingsplan.id)
    marks = {"läge": "beslutad", "beslutad": str(decision.datum), "beslutad_av": decision.organ}
    for key, value in marks.items():
        live.set((*loc, key), value)
    content = frozen(live, plan, loc)
    cleared = clear(live, handlingsplan)
    folder = arkivmapp.folder_of(main)
    name = f"{decision.handlingsplan}/{decision.datum}.yaml"
    sums = folder / arkivmapp.SUMS
    kept = sums.read_bytes() if sums.exists() else None
    new = {folder / name: content, sums: _sums(kept or b"", name, content)}
    if docs and plan.arkiv.av(handlingsplan.id):  # something to compare with
        path, text = page(docs, handlingsplan, decision.datum)
        new |= {} if path.exists() else {path: text}
    log, added = _log(main, plan, decision)
    new |= added
    return Made([live, *log], new, dict.fromkeys(new) | {sums: kept}, folder / name, cleared)


def _refuse(plan: Plan, decision: Decision, day: date) -> None:
    known(decision.handlingsplan, {one.id: one.namn for one in plan.handlingsplaner}, "Handlingsplanen")
    known(decision.organ, {one.id: one.namn for one in plan.organ}, "Organet")
    if decision.dokument:
        documents = {one.id: one.namn for one in plan.källor.dokument} if plan.källor else {}
        known(decision.dokument, documents, "Dokumentet")
    datum, earlier = decision.datum, plan.arkiv.av(decision.handlingsplan)
    if datum.första > day:
        raise Stopped(f"{datum} har inte varit än. För in beslutet när det är fattat.")
    if any(version.datum == datum for version in earlier):
        raise Stopped(f"Versionen {decision.handlingsplan}/{datum} finns redan och är fryst.")
    if earlier and earlier[-1].datum > datum:
        raise Stopped(
            f"Den senaste versionen är från {earlier[-1].datum}. Ett beslut kan inte läggas före det."
        )


def parsed(text: str) -> Datum:
    """Return the day of a decision; raise Stopped when it isn't a whole day."""
    try:
        datum = Datum.parse(text)
    except PydanticCustomError:
        datum = Datum("")
    if len(datum) != WHOLE_DAY:
        raise Stopped(f'"{text}" är ingen dag. Skriv år-månad-dag, till exempel 2025-02-21.')
    return datum


def refuse_unsaved(main: Path) -> None:
    """Raise Stopped when git knows of changes in the folder with data that aren't committed.

    What is decided is then a version that somebody has reviewed. Outside git there is nothing to ask.
    """
    try:
        changed = [path for path in unsaved(main.parent) if not Path(path).name.startswith(PREFIX)]
    except NoRepository:
        return
    if changed:
        raise Stopped(
            f"Det finns ändringar som inte är sparade i git: {listed(changed, 3)}. "
            "Spara eller ångra dem först."
        )


def _sums(kept: bytes, name: str, content: bytes) -> bytes:
    lines = [*kept.decode().splitlines(), arkivmapp.sums({name: content}).rstrip("\n")]
    return as_before("\n".join(sorted(lines, key=lambda line: line[66:])) + "\n", kept)


def _log(main: Path, plan: Plan, decision: Decision) -> tuple[list[Redigering], dict[Path, bytes]]:
    """Return the file of decisions with this one in its place in time; a new file when there is none."""
    path = main.with_name("beslut.yaml")
    record = _record(main, decision)
    if plan.beslut is None:
        text = f"beslut:{after_key([record], shape_of(path).inside('beslut'), 0, 'block')}\n"
        return [], {path: text.encode()}
    log = Redigering(path)
    number = sum(one.datum.första <= decision.datum.första for one in plan.beslut.beslut)
    log.insert(("beslut",), number, record)
    return [log], {}


def _record(main: Path, decision: Decision) -> dict[str, Any]:
    place = {"dokument": decision.dokument, "avsnitt": decision.avsnitt}
    record: dict[str, Any] = {
        "id": new_id(f"beslut-{decision.handlingsplan}-{decision.datum}", used_ids(main)),
        "datum": str(decision.datum),
        "organ": decision.organ,
        "beslut": decision.beslut,
        "slag": "beslut",
        "gäller": [decision.handlingsplan],
    }
    if decision.dokument:
        record["källor"] = [{key: value for key, value in place.items() if value}]
    return record


def told(made: Made, decision: Decision, main: Path) -> str:
    """Return what was done and what is left to do, in words."""
    lines = [
        f"{shown_path(made.version)}: {decision.handlingsplan} är fryst som den beslutades {decision.datum}.",
        f"{shown_path(made.version.parent.parent / arkivmapp.SUMS)}: kontrollsumman är tillagd.",
        f"{shown_path(main.with_name('beslut.yaml'))}: beslutet är infört.",
        f"{shown_path(main)}: läge, beslutad och beslutad_av är satta.",
    ]
    lines += [f"{shown_path(path)}: sidan om ändringarna är ny." for path in made.new if path.suffix == ".md"]
    if made.cleared:
        lines.append(
            f"ersätter och utgår är borttagna på {made.cleared} ställen. De står kvar i den frysta "
            "versionen, som nästa revidering jämförs med."
        )
    if not decision.dokument:
        lines.append("Beslutet saknar källa. Lägg till den i data när protokollet finns bland dokumenten.")
    lines += [
        "Nästa steg:",
        "  1. Läs igenom ändringen (git diff), spara den (git commit) och gör ett ändringsförslag.",
        f"  2. När förslaget är godkänt: git tag plan/{decision.datum} och git push --tags.",
        f"  3. Skriv sedan texten_följer: plan/{decision.datum} under plan.",
    ]
    return "\n".join(lines)
