"""An action plan is decided, by one party or by several: frozen in the archive and noted among the decisions.

What follows from the decision, its state and its dates, is worked out when the plan is read. So nothing of
it is left in the live file that could say something else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from planmotor.andra.revise.andringssida import page
from planmotor.andra.revise.beslutet import Decision
from planmotor.andra.revise.beslutsprov import refuse, refuse_party
from planmotor.andra.revise.beslutsrad import noted
from planmotor.andra.revise.beslutssidor import edition_pages
from planmotor.andra.revise.freeze import clear, frozen
from planmotor.andra.write import Redigering
from planmotor.grund.text import as_before
from planmotor.plan import arkivmapp
from planmotor.plan.beslutslage import helt_beslutad, partsbeslut
from planmotor.plan.beslutstext import beslutade_sidor
from planmotor.plan.load import load
from planmotor.plan.model.aktiviteter import Handlingsplan
from planmotor.plan.model.plan import Plan, Version
from planmotor.plan.model.types import Datum
from planmotor.plan.versions import pages_in

WORKED_OUT = ("läge", "beslutad", "beslutad_av", "gäller_från")


@dataclass(frozen=True, slots=True)
class Made:
    """The files of a decision, before they are written; ``read`` is what the new ones' places hold.

    ``version`` is the file of the decided version and ``kvar`` the parties that haven't decided it yet;
    ``sidor`` are the pages that were frozen with it, by their paths below ``docs``.
    """

    plan: Plan
    edited: list[Redigering]
    new: Mapping[Path, bytes]
    read: Mapping[Path, bytes | None]
    version: Path
    datum: Datum
    cleared: int = 0
    kvar: tuple[str, ...] = ()
    sidor: Mapping[str, str] = field(default_factory=dict)
    först: bool = True


def decide(main: Path, decision: Decision, day: date, docs: Path | None = None) -> Made:
    """Return the files that a decision changes and adds, with its pages below ``docs``. Raises Stopped
    or Invalid when it can't be made.
    """
    plan = load(main)
    refuse(plan, decision, day)
    versions = plan.arkiv.av(decision.handlingsplan)
    if versions and not helt_beslutad(plan, versions[-1]):
        return _one_more(main, plan, decision, versions[-1])
    return _first(main, plan, decision, docs)


def _first(main: Path, plan: Plan, decision: Decision, docs: Path | None) -> Made:
    post = next(one for one in plan.handlingsplaner if one.id == decision.handlingsplan)
    with_plan = post is plan.egen_handlingsplan
    left = tuple(part for part in post.beslutas_av if part != decision.organ)
    content = frozen(_marked(main, plan, post, decision), plan, post.id, with_plan)
    live = Redigering(main)
    cleared = clear(live, post)
    _forget(live, post.id, with_plan, keep_day=bool(left) and not plan.arkiv.av(post.id))
    pages = beslutade_sidor(pages_in(docs), post.id, with_plan) if docs else {}
    folder, name = arkivmapp.folder_of(main), f"{post.id}/{decision.datum}"
    files = {f"{name}.yaml": content} | {f"{name}/{path}": text.encode() for path, text in pages.items()}
    sums = folder / arkivmapp.SUMS
    kept = sums.read_bytes() if sums.exists() else None
    new = {folder / path: raw for path, raw in files.items()} | {sums: _sums(kept or b"", files)}
    if docs:
        new |= _pages(docs, plan, post, decision.datum, pages)
    log, added = noted(main, plan, decision, None)
    new |= added
    read = dict.fromkeys(new) | {sums: kept}
    version = folder / f"{name}.yaml"
    return Made(plan, [live, *log], new, read, version, decision.datum, cleared, left, pages)


def _one_more(main: Path, plan: Plan, decision: Decision, version: Version) -> Made:
    """Return what one more party's decision changes: the version that it is about is frozen already."""
    refuse_party(plan, decision, version)
    left = tuple(
        one.part for one in partsbeslut(plan, version) if not one.beslut and one.part != decision.organ
    )
    log, added = noted(main, plan, decision, version.datum)
    live = Redigering(main)
    if not left:
        _forget(live, version.handlingsplan, version.handlingsplan == _own(plan))
    read = dict.fromkeys(added)
    return Made(plan, [live, *log], added, read, version.path, version.datum, kvar=left, först=False)


def _own(plan: Plan) -> str | None:
    return plan.egen_handlingsplan.id if plan.egen_handlingsplan else None


def _marked(main: Path, plan: Plan, post: Handlingsplan, decision: Decision) -> Redigering:
    """Return the live file as the decision makes it, to freeze: the archive is read without the register."""
    made = Redigering(main)
    loc, first = made.where(post.id), str(_begins(made, post, decision))
    marks = {"gäller_från": first}
    if post.beslutas_av:
        for key in ("läge", "beslutad", "beslutad_av"):
            made.remove((*made.where(post.id), key))
    else:
        marks |= {"läge": "beslutad", "beslutad": str(decision.datum), "beslutad_av": decision.organ}
    for key, value in marks.items():
        made.set((*loc, key), value)
    if post is plan.egen_handlingsplan:
        marks.pop("beslutad_av", None)
        whole = marks
    else:
        facts = plan.uppgifter
        whole = {"läge": facts.läge or "utkast", "gäller_från": str(plan.gäller_från)}
        whole |= {"beslutad": str(facts.beslutad)} if facts.beslutad else {}
    for key, value in whole.items():
        made.set(("plan", key), value)
    made.remove(("plan", "texten_följer"))
    return made


def _begins(live: Redigering, post: Handlingsplan, decision: Decision) -> Datum:
    """Return the first day in force: the given one, else the one that the draft was meant for, if ahead."""
    written = live.at((*live.where(post.id), "gäller_från"))
    meant = Datum(written) if isinstance(written, str) else decision.datum
    return decision.gäller_från or max(meant, decision.datum)


def _forget(live: Redigering, handlingsplan: str, with_plan: bool, keep_day: bool = False) -> None:
    """Take away what is worked out from now on; a plan never decided before keeps its intended day."""
    for key in WORKED_OUT:
        live.remove((*live.where(handlingsplan), key))
        if with_plan and not (keep_day and key == "gäller_från"):
            live.remove(("plan", key))
    if with_plan:
        live.remove(("plan", "texten_följer"))


def _pages(
    docs: Path, plan: Plan, post: Handlingsplan, datum: Datum, pages: Mapping[str, str]
) -> dict[Path, bytes]:
    made = edition_pages(docs, post, datum, pages)
    if plan.arkiv.av(post.id):  # something to compare with
        path, text = page(docs, post, datum)
        made[path] = text
    return {path: text for path, text in made.items() if not path.exists()}


def _sums(kept: bytes, files: Mapping[str, bytes]) -> bytes:
    lines = [*kept.decode().splitlines(), *arkivmapp.sums(dict(files)).splitlines()]
    return as_before("\n".join(sorted(lines, key=lambda line: line[66:])) + "\n", kept)
