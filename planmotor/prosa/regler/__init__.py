"""The rules that a page must follow: one file each.

A rule has an ``ID``, a Swedish docstring that is published at ``/redigera/regler/``, and
``check(sida) -> Problems``. It sees one page alone. To add one, add a file here and at least one example in
``tests/exempel/sidor/felaktiga/``; both are picked up by themselves.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Protocol, cast

from planmotor.grund.problem import Problem
from planmotor.prosa.lasning.sida import Sida


class Regel(Protocol):
    """What a module in this folder offers."""

    ID: str
    __doc__: str | None

    def check(self, sida: Sida) -> Iterator[Problem]:
        """Yield the problems that the rule finds on the page."""


def alla_regler() -> tuple[Regel, ...]:
    """Return every rule in this folder, by the name of its file."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(cast(Regel, importlib.import_module(f"{__name__}.{name}")) for name in names)
