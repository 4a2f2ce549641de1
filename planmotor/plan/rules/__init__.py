"""The rules that a plan must follow: one file each.

A rule has an ``ID``, a Swedish docstring that is published at ``/redigera/regler/``, and
``check(draft) -> Problems``. To add one, add a file here and at least one example in
``tests/exempel/felaktiga/``; both are picked up by themselves.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Iterator
from typing import Protocol, cast

from planmotor.grund.gransen import fångade
from planmotor.grund.problem import Problem
from planmotor.plan.draft import Draft


class Rule(Protocol):
    """What a module in this folder offers."""

    ID: str
    __doc__: str | None

    def check(self, draft: Draft) -> Iterator[Problem]:
        """Yield the problems that the rule finds in the draft."""


@functools.cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule in this folder, by the name of its file."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(cast(Rule, importlib.import_module(f"{__name__}.{name}")) for name in names)


def check(draft: Draft) -> Iterator[Problem]:
    """Yield what every rule finds, in the plan and in each decided version beside it."""
    rules = all_rules()
    for one in (draft, *draft.arkiv):
        for rule in rules:
            yield from fångade(one.path, rule.check(one))
