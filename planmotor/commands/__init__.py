"""The commands of ``planmotor``: one file each, and a folder for a command that has commands of its own.

A command has a Swedish ``NAME`` and ``HELP``, which ``/redigera/kommandon/`` publishes too,
``arguments(made)`` that adds its arguments to a parser, and ``run(options)`` that returns an exit status:
0 clean, 1 problems or differences found, 2 can't run. A library that only one command needs is imported
in its ``run``. To add a command, add a file here; it is picked up by itself. A file whose name begins with
an underscore is no command. May call every wing of the engine; nothing calls a command but ``__main__`` and
the page about them. Begin with ``kontrollera``.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache
from typing import Any, Protocol, cast


class Command(Protocol):
    """What a module in this folder offers."""

    NAME: str
    HELP: str

    def arguments(self, made: argparse.ArgumentParser) -> None:
        """Add the command's arguments to its parser."""

    def run(self, options: Any) -> int:
        """Do what the command does and return its exit status."""


@cache
def all_commands() -> dict[str, Command]:
    """Return every command in this folder by its name, in the order of their files."""
    return commands_in(__name__, __path__)


def commands_in(package: str, path: Iterable[str]) -> dict[str, Command]:
    """Return every command in the folder of a package by its name, in the order of their files."""
    names = sorted(module.name for module in pkgutil.iter_modules(path) if not module.name.startswith("_"))
    modules = (cast(Command, importlib.import_module(f"{package}.{name}")) for name in names)
    return {module.NAME: module for module in modules}
