"""The commands of ``planmotor remiss``: one file each, picked up by themselves, shaped as in ``commands``."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import ModuleType


@cache
def all_commands() -> dict[str, ModuleType]:
    """Return every command in this folder by its name, in the order of their files.

    Each has ``NAME``, ``HELP``, ``arguments(made)`` and ``run(options)``, as in ``planmotor.commands``.
    """
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    return {str(module.NAME): module for module in modules}
