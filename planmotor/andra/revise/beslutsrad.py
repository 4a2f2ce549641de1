"""A decision as a record among the decisions, in its place in time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from planmotor.andra.revise.beslutet import Decision
from planmotor.andra.revise.ids import new_id, used_ids
from planmotor.andra.write import Redigering
from planmotor.andra.write.render import after_key
from planmotor.andra.write.shape import shape_of
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.types import Datum


def noted(
    main: Path, plan: Plan, decision: Decision, version: Datum | None
) -> tuple[list[Redigering], dict[Path, bytes]]:
    """Return the file of decisions with this one in its place in time; a new file when there is none.

    ``version`` is the day of the version that it is about, when that isn't the day of the decision itself.
    """
    path = main.with_name("beslut.yaml")
    record = _record(main, decision, version)
    if plan.beslut is None:
        text = f"beslut:{after_key([record], shape_of(path).inside('beslut'), 0, 'block')}\n"
        return [], {path: text.encode()}
    log = Redigering(path)
    number = sum(one.datum.första <= decision.datum.första for one in plan.beslut.beslut)
    log.insert(("beslut",), number, record)
    return [log], {}


def _record(main: Path, decision: Decision, version: Datum | None) -> dict[str, Any]:
    place = {"dokument": decision.dokument, "avsnitt": decision.avsnitt}
    whose = f"-{decision.organ}" if version else ""
    record: dict[str, Any] = {
        "id": new_id(f"beslut-{decision.handlingsplan}-{decision.datum}{whose}", used_ids(main)),
        "datum": str(decision.datum),
        "organ": decision.organ,
        "beslut": decision.beslut,
        "slag": "beslut",
        "gäller": [decision.handlingsplan],
    }
    if version and version != decision.datum:
        record["version"] = str(version)
    if decision.dokument:
        record["källor"] = [{key: value for key, value in place.items() if value}]
    return record
