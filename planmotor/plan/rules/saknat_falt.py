"""Ett fält som måste finnas saknas.

Varje post har några fält som modellen inte klarar sig utan, till exempel id. Under Fält står vilka de är.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft, Fault
from planmotor.plan.model.post import Post
from planmotor.plan.model.shape import inside, post_at
from planmotor.plan.rules import aktivitet_utan_namn, varde_utan_ar
from planmotor.plan.source import Loc

ID = "saknat-falt"


def check(draft: Draft) -> Iterator[Problem]:
    """Report each obligatory field that is missing, unless a rule of its own tells of it."""
    for fault in draft.of_type("missing"):
        if not (aktivitet_utan_namn.concerns(fault) or varde_utan_ar.concerns(fault)):
            yield _problem(fault)


def is_required(model: type[Post], loc: Loc) -> bool:
    """Tell whether the field that ``loc`` leads to must be there."""
    field = post_at(model, loc[:-1]).model_fields.get(str(loc[-1]))
    return field is not None and field.is_required()


def _problem(fault: Fault) -> Problem:
    model = post_at(fault.model, fault.loc[:-1])
    field = model.model_fields[fault.field]
    return fault.problem(
        ID,
        f'Fältet "{fault.field}" saknas {inside(model)}.',
        f"Lägg till raden: {fault.field}: …   ({field.description})",
    )
