"""Questions about the model itself: which record stands at a place, and what it may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import AfterValidator, PlainValidator, WithJsonSchema
from pydantic.fields import FieldInfo

from planmotor.plan.model.post import Post

LIMITS = (AfterValidator, PlainValidator, WithJsonSchema)
Loc = tuple[str | int, ...]


def post_type(annotation: Any) -> type[Post] | None:
    """Return the record type inside an annotation such as ``tuple[Organ, ...] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, Post):
        return annotation
    inner = (post_type(part) for part in get_args(annotation))
    return next((found for found in inner if found), None)


def post_at(root: type[Post], loc: Loc) -> type[Post]:
    """Return the innermost record type on the way to ``loc`` from the root of a file."""
    found = root
    for step in loc:
        field = found.model_fields.get(step) if isinstance(step, str) else None
        if field is not None:
            found = post_type(field.annotation) or found
    return found


def field_at(root: type[Post], loc: Loc) -> FieldInfo | None:
    """Return the field of the model that a value stands in, also as an item of its list."""
    while loc and isinstance(loc[-1], int):
        loc = loc[:-1]
    return post_at(root, loc[:-1]).model_fields.get(str(loc[-1])) if loc else None


def is_free_text(field: FieldInfo) -> bool:
    """Tell whether a field holds any text, and not an id, a date, a number or one of a few words."""
    parts = [field.annotation, *_arguments(field.annotation), *field.metadata]
    return str in parts and not any(isinstance(part, LIMITS) for part in parts)


def _arguments(annotation: Any) -> Iterator[Any]:
    for part in get_args(annotation):
        yield part
        yield from _arguments(part)


def called(model: type[Post]) -> str:
    """Return what people call a record of this type: LokalPlan is a lokal plan."""
    return re.sub(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])", " ", model.__name__).lower()


def inside(model: type[Post]) -> str:
    """Return where a field of this record stands, in words: i posten lokal plan, or överst i filen."""
    if model.__name__.endswith("fil"):
        return "överst i filen"
    return f"under {model.key_name}" if model.key_name else f"i posten {called(model)}"


def all_posts(root: type[Post]) -> Iterator[type[Post]]:
    """Yield the record type of a file and all below it, each once, in reading order."""
    seen: dict[type[Post], None] = {root: None}
    for model in seen_while_growing(seen):
        for field in model.model_fields.values():
            inner = post_type(field.annotation)
            if inner is not None:
                seen.setdefault(inner)
    yield from seen


def seen_while_growing(seen: dict[type[Post], None]) -> Iterator[type[Post]]:
    """Yield the keys of a dict that grows meanwhile."""
    number = 0
    while number < len(seen):
        yield list(seen)[number]
        number += 1
