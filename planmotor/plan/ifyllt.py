"""Fills in what the decisions give: state, day, who decided and the first day in force.

So everything that reads the plan reads the same, and nobody has to write it a second time.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from planmotor.plan.beslutslage import Beslutsläge, helt_beslutad, versionens_läge
from planmotor.plan.model.aktiviteter import Handlingsplan
from planmotor.plan.model.plan import Arkiv, Plan, Version
from planmotor.plan.model.planuppgifter import Planuppgifter

P = TypeVar("P", Handlingsplan, Planuppgifter)


def ifylld(plan: Plan) -> Plan:
    """Return the plan with what its decisions give, in the plan of today and in each decided version."""
    archive = Arkiv(tuple(_version(plan, version) for version in plan.arkiv.versioner))
    made = replace(plan, arkiv=archive)
    whole = tuple(_handlingsplan(made, post) for post in made.handlingsplaner)
    filled = replace(made, aktiviteter=made.aktiviteter.model_copy(update={"handlingsplaner": whole}))
    own = filled.egen_handlingsplan
    decided = own if own and archive.av(own.id) else None
    about = {name: getattr(decided, name, None) for name in ("läge", "beslutad", "gäller_från")}
    facts = _with(filled.uppgifter, about | {"läge": about["läge"] or "utkast"})
    return replace(filled, aktiviteter=filled.aktiviteter.model_copy(update={"plan": facts}))


def _version(plan: Plan, version: Version) -> Version:
    post = _with(version.post, _given(versionens_läge(plan, version)))
    file = version.plan.aktiviteter.model_copy(update={"handlingsplaner": (post,)})
    return replace(version, plan=replace(version.plan, aktiviteter=file))


def _handlingsplan(plan: Plan, post: Handlingsplan) -> Handlingsplan:
    versions = plan.arkiv.av(post.id)
    whole = [version for version in versions if helt_beslutad(plan, version)]
    given = _given(versionens_läge(plan, whole[-1])) if whole else {}
    if versions and whole[-1:] != list(versions[-1:]):
        given["läge"] = None  # nothing that can be written: parties are left to decide
    elif not versions:
        given["läge"] = "utkast"
    return _with(post, given)


def _given(state: Beslutsläge) -> dict[str, Any]:
    return {
        "läge": "beslutad" if state.läge == "beslutad" else None,
        "beslutad": state.beslutad,
        "beslutad_av": state.beslutad_av,
        "gäller_från": state.gäller_från,
    }


def _with(post: P, given: dict[str, Any]) -> P:
    """Return the record with what its decisions give. A state that is written says that a revision began."""
    known = {key: value for key, value in given.items() if value is not None}
    if post.läge:
        known.pop("läge", None)
    return post.model_copy(update=known)
