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
import ast
import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Protocol, cast


class Work(Protocol):
    """What a module in this folder offers, besides ``NAME`` and ``HELP``."""

    def arguments(self, made: argparse.ArgumentParser) -> None:
        """Add the command's arguments to its parser."""

    def run(self, options: Any) -> int:
        """Do what the command does and return its exit status."""


@dataclass(frozen=True)
class Command:
    """A command by name. What it needs is imported only when it is used: ``--help`` lists all at once."""

    NAME: str
    HELP: str
    module: str

    @cached_property
    def work(self) -> Work:
        """The command's module, with all that it imports."""
        return cast(Work, importlib.import_module(self.module))

    def arguments(self, made: argparse.ArgumentParser) -> None:
        """Add the command's arguments to its parser."""
        self.work.arguments(made)

    def run(self, options: Any) -> int:
        """Do what the command does and return its exit status."""
        return self.work.run(options)


@cache
def all_commands() -> Mapping[str, Command]:
    """Return every command in this folder by its name, in the order of their files."""
    return commands_in(__name__, Path(__file__).parent)


def commands_in(package: str, folder: Path) -> dict[str, Command]:
    """Return every command in the folder of a package by its name, in the order of their files."""
    files = [*folder.glob("*.py"), *folder.glob("*/__init__.py")]
    by_name = {file.stem if file.parent == folder else file.parent.name: file for file in files}
    found = (
        Command(**_said(file), module=f"{package}.{name}")
        for name, file in sorted(by_name.items())
        if not name.startswith("_")
    )
    return {command.NAME: command for command in found}


def _said(file: Path) -> dict[str, str]:
    """Return the ``NAME`` and ``HELP`` of a command, read without running its file."""
    lines = (node for node in ast.parse(file.read_bytes()).body if isinstance(node, ast.Assign))
    pairs = ((node.targets[0], node.value) for node in lines)
    texts = {name.id: value for name, value in pairs if isinstance(name, ast.Name)}
    return {name: str(ast.literal_eval(texts[name])) for name in ("NAME", "HELP")}
