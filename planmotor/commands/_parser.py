"""The arguments of ``planmotor``, in Swedish; ``/redigera/kommandon/`` is made from them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import NoReturn

from planmotor.commands import all_commands
from planmotor.grund.terminal import CANT_RUN
from planmotor.plan.rules.inte_slug import slug

WHAT = "Gör webbplats, tryck, remiss och öppna data av en gemensam plan."
ENGLISH = (
    ("usage:", "användning:"),
    ("positional arguments:", "argument:"),
    ("options:", "val:"),
    ("show this help message and exit", "visa den här hjälpen"),
    ("show program's version number and exit", "visa versionen"),
    ("the following arguments are required:", "det här saknas:"),
    ("unrecognized arguments:", "okända argument:"),
    ("invalid choice:", "går inte att välja:"),
    ("(choose from", "(välj bland"),
    ("expected one argument", "ett värde behövs"),
    ("expected at least one argument", "minst ett värde behövs"),
    ("ignored explicit argument", "tar inget värde, men fick"),
    ("not allowed with argument", "går inte ihop med"),
    ("argument ", "argumentet "),
)


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks Swedish."""

    def format_help(self) -> str:
        return _swedish(super().format_help())

    def format_usage(self) -> str:
        return _swedish(super().format_usage())

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(CANT_RUN, f"{self.prog}: {_swedish(message)}\n")


def _swedish(text: str) -> str:
    for english, swedish in ENGLISH:
        text = text.replace(english, swedish)
    return text


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = _Parser(prog="planmotor", description=WHAT, allow_abbrev=False)
    top.add_argument("--version", action="version", version=version("planmotor"))
    commands = top.add_subparsers(title="kommandon", metavar="KOMMANDO", required=True, dest="kommando")
    for name, command in all_commands().items():
        help = command.HELP
        command.arguments(commands.add_parser(name, help=help, description=help, allow_abbrev=False))
    return top


def in_swedish(arguments: Sequence[str], made: argparse.ArgumentParser) -> list[str]:
    """Return the arguments with commands and options that are written in ASCII under their names.

    ``jamfor A B --torrkorning`` means ``jämför A B --torrkörning``. Only words that stand where a command
    or an option can stand are changed.
    """
    if not arguments:
        return []
    inner = subcommands(made)
    if inner and not arguments[0].startswith("-"):
        name = {slug(name): name for name in inner}.get(arguments[0], arguments[0])
        rest = list(arguments[1:])
        return [name, *(in_swedish(rest, inner[name]) if name in inner else rest)]
    options = {f"--{slug(name)}": name for action in made._actions for name in action.option_strings}
    return [_option(word, options) for word in arguments]


def _option(word: str, options: dict[str, str]) -> str:
    name, sign, value = word.partition("=")
    return options.get(name, name) + sign + value


def subcommands(made: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Return the parsers of a command's own commands, by name; none when it has no such."""
    groups = (action for action in made._actions if isinstance(action, argparse._SubParsersAction))
    group = next(groups, None)
    return dict(group.choices) if group else {}
