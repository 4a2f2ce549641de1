"""The text of a decided version: one action plan as it stands in the live file, comments and all."""

from __future__ import annotations

from typing import Any

from planmotor.andra.write import Redigering
from planmotor.andra.write.canonical import canonical
from planmotor.andra.write.render import after_key
from planmotor.andra.write.splice import after, before
from planmotor.andra.write.tree import Entry, Node, find, line_start
from planmotor.plan.arkivmapp import FOLDER
from planmotor.plan.falttyp import Värdeslag
from planmotor.plan.model.aktiviteter import Handlingsplan
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.revidering import NEWEST
from planmotor.plan.source import walk
from planmotor.plan.ytor import av_slag

HEAD = """\
# yaml-language-server: $schema=../../aktiviteter.schema.json
# Beslutad version, fryst: ändra aldrig den här filen. Varför står i docs/redigera/arkiv.md.

format: {format}

"""
REFERS = {*av_slag(Värdeslag.ORGAN), "beslutad_av", "beslutas_av", "följs_av"}  # fields with ids of bodies


def frozen(live: Redigering, plan: Plan, id: str, with_plan: bool) -> bytes:
    """Return the file of an action plan, with what holds for the plan and the bodies it names.

    ``with_plan`` says that the plan itself is decided with it. Its pages count bodies and municipalities, so
    all of them are kept then.
    """
    loc = live.where(id)
    named = _named(live.at(loc))
    organ = [{"id": one.id, "namn": one.namn} for one in plan.organ if with_plan or one.id in named]
    parts = [HEAD.format(format=live.at(("format",)) or NEWEST), _lines(live, live.root, "plan"), "\n"]
    if organ:
        parts.append(f"organ:{after_key(organ, live.shape.inside('organ'), 0, 'block')}\n\n")
    if plan.kommuner and (with_plan or named & {one.id for one in plan.kommuner}):
        parts += [_lines(live, live.root, "kommuner"), "\n"]
    plans = find(live.root, loc[:-1])
    parts += ["handlingsplaner:\n", _lines(live, plans, loc[-1])]
    return canonical("".join(parts).encode(), FOLDER, live.shape).encode()


def _named(value: Any) -> set[str]:
    """Return the ids of the bodies that an action plan refers to."""
    return {inner for at, inner in walk(value) if isinstance(inner, str) and REFERS & set(at)}


def _lines(live: Redigering, parent: Node | None, step: str | int) -> str:
    """Return the lines of an entry with its comments."""
    entry: Entry | None = parent.entry(step) if parent else None
    if parent is None or entry is None:
        return ""
    text = live.text
    start = before(text, entry, 0) if isinstance(step, int) else line_start(text, entry.start)
    return text[start : after(text, entry, parent.column)] + "\n"


def clear(live: Redigering, handlingsplan: Handlingsplan) -> int:
    """Take away what tells of the step to the version that is now frozen; return how many places it stood in.

    ``ersätter`` and ``utgår`` say how the rows follow from the version before. They are kept in the frozen
    file. From now on the rows are compared with that one, where each has the same id as here.
    """
    removed = 0
    loc = live.where(handlingsplan.id)
    rows = [row for område in handlingsplan.områden for row in område.aktiviteter]
    for row in [*rows, *(part for whole in rows for part in whole.delaktiviteter)]:
        if row.ersätter:
            live.remove((*live.where(row.id), "ersätter"))
            removed += 1
    if handlingsplan.utgår:
        live.remove((*loc, "utgår"))
        removed += 1
    return removed
