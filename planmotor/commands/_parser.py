"""The arguments of ``planmotor``, in Swedish; ``/redigera/kommandon/`` is made from them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from planmotor.commands import all_commands
from planmotor.grund.nearest import slug
from planmotor.grund.terminal import CANT_RUN

WHAT = "Gör webbplats, tryck, remiss och öppna data av en gemensam plan."
ENGLISH = (
    ("usage:", "användning:"),
    ("positional arguments:", "argument:"),
    ("options:", "val:"),
    ("show this help message and exit", "visa den här hjälpen"),
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


class _Version(argparse.Action):
    """Prints the version, which takes a while to look up: only when somebody asks for it."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from importlib.metadata import version  # noqa: PLC0415

        sys.stdout.write(f"{version('planmotor')}\n")
        parser.exit()


def _swedish(text: str) -> str:
    for english, swedish in ENGLISH:
        text = text.replace(english, swedish)
    return text


def parser(only: str | None = None) -> argparse.ArgumentParser:
    """Return the parser of all commands; with ``only``, the others are listed but have no arguments."""
    top = _Parser(prog="planmotor", description=WHAT, allow_abbrev=False)
    top.add_argument("--version", action=_Version, nargs=0, help="visa versionen")
    commands = top.add_subparsers(title="kommandon", metavar="KOMMANDO", required=True, dest="kommando")
    for name, command in all_commands().items():
        help = command.HELP
        inner = commands.add_parser(name, help=help, description=help, allow_abbrev=False)
        if only in {None, name}:
            command.arguments(inner)
    return top


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what the user wrote; raise SystemExit after help, or after words about what is wrong."""
    asked = next((word for word in arguments if not word.startswith("-")), "")
    name = next((name for name in all_commands() if asked in {name, slug(name)}), "")
    made = parser(name)
    return made.parse_args(in_swedish(arguments, made))


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
