"""A plan whose every text is something else: what a reply, a form or an editor might have put there."""

from dataclasses import fields, is_dataclass, replace
from typing import get_type_hints

from pydantic import BaseModel

from planmotor.plan.model.types import Text

# What the examples of macros look things up by, or pages are found by.
KEPT = {"kort", "sida", "sidor", "kallas_även"}


def förgiftad(value, next_text):
    """Return the value with each text that isn't an id, a date or a word of a list replaced."""
    if isinstance(value, BaseModel):
        hints = get_type_hints(type(value), include_extras=True)
        changed = {
            name: _part(getattr(value, name), hints.get(name), next_text)
            for name in type(value).model_fields
            if name not in KEPT
        }
        return value.model_copy(update=changed)
    if is_dataclass(value):
        found = {
            one.name: förgiftad(getattr(value, one.name), next_text) for one in fields(value) if one.init
        }
        return replace(value, **found)
    if isinstance(value, tuple):
        return tuple(förgiftad(one, next_text) for one in value)
    if isinstance(value, dict):
        return {key: förgiftad(one, next_text) for key, one in value.items()}
    return value


def _part(value, hint, next_text):
    if isinstance(value, str) and str(Text) in str(hint):
        return next_text()
    if (
        isinstance(value, tuple)
        and value
        and all(type(one) is str for one in value)
        and str(Text) in str(hint)
    ):
        return tuple(next_text() for _ in value)
    return förgiftad(value, next_text)
