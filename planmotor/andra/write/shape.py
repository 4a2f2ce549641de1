"""What the model says of a place in a file: which record stands there, in which order its keys come."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pydantic.fields import FieldInfo

from planmotor.andra.write.scalars import UNKNOWN, kind_of
from planmotor.plan.arkivmapp import FOLDER
from planmotor.plan.draft import FILES, MAIN, model_of
from planmotor.plan.model.post import Post
from planmotor.plan.model.shape import post_type
from planmotor.plan.source import Loc


class Shape(NamedTuple):
    """The record type at a place and the field that holds it; nothing is known of a file without a model."""

    model: type[Post] | None = None
    field: FieldInfo | None = None
    kind: str = UNKNOWN  # what its scalars are: data, numbers, texts or unknown

    def inside(self, step: str | int) -> Shape:
        """Return the shape one step further in: a key of the record, or an item of the list."""
        if isinstance(step, int):
            return self
        if self.model is None:  # a map whose keys are ids
            return Shape(None, self.field, self.kind)
        return _inside(self.model, step)

    def at(self, loc: Loc) -> Shape:
        """Return the shape of what ``loc`` leads to."""
        found = self
        for step in loc:
            found = found.inside(step)
        return found

    def rank(self, key: str | None) -> int:
        """Return where a key stands in the model's order; last when the model doesn't know it."""
        ranks = _ranks(self.model) if self.model else {}
        return ranks.get(key or "", len(ranks))

    def ordered(self, keys: Iterable[str]) -> list[str]:
        """Return the keys in the model's order, unknown ones last as they stood."""
        return sorted(keys, key=self.rank)


@cache
def _inside(model: type[Post], step: str) -> Shape:
    field = model.model_fields.get(step)
    return Shape(post_type(field.annotation) if field else None, field, kind_of(field))


@cache
def _ranks(model: type[Post]) -> dict[str, int]:
    return {name: number for number, name in enumerate(model.model_fields)}


def shape_of(path: Path) -> Shape:
    """Return the shape of a data file by its name; an archived version has that of the main file."""
    if is_frozen(path):
        return Shape(FILES[MAIN])
    return Shape(model_of(path.with_suffix("").as_posix()) or FILES.get(path.stem))


def is_frozen(path: Path) -> bool:
    """Tell whether a file is a decided version in the archive."""
    return FOLDER in path.resolve().parent.parts[-2:]
