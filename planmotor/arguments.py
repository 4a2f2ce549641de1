"""The arguments of ``planmotor``, in Swedish; ``/redigera/kommandon/`` is made from them."""

from __future__ import annotations

import argparse
import sys
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn

from planmotor.report import FORMATS

CANT_RUN = 2
LAST_PORT = 65_535
WHAT = "Gör webbplats och öppna data av en gemensam plan."
DATA = Path("data/aktiviteter.yaml")


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks Swedish."""

    def format_help(self) -> str:
        return _swedish(super().format_help())

    def format_usage(self) -> str:
        return _swedish(super().format_usage())

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(CANT_RUN, f"{self.prog}: {_swedish(message)}\n")


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
    ("ignored explicit argument", "tar inget värde, men fick"),
    ("argument ", "argumentet "),
)


def _swedish(text: str) -> str:
    for english, swedish in ENGLISH:
        text = text.replace(english, swedish)
    return text


def _port(text: str) -> int:
    """Return a port number; complain in Swedish when it is none."""
    if not (text.isascii() and text.isdecimal() and 0 < int(text) <= LAST_PORT):
        raise argparse.ArgumentTypeError(f"'{text}' är inget portnummer från 1 till {LAST_PORT}")
    return int(text)


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = _Parser(prog="planmotor", description=WHAT, allow_abbrev=False)
    top.add_argument("--version", action="version", version=version("planmotor"))
    commands = top.add_subparsers(title="kommandon", metavar="KOMMANDO", required=True, dest="kommando")

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text, allow_abbrev=False)

    check = command("kontrollera", "Kontrollerar planens data och berättar om alla fel på en gång.")
    _add_data(check)
    check.add_argument("--format", choices=list(FORMATS), default="text", help="hur felen ska skrivas (text)")
    schemas = command("schema", "Skriver JSON Schema för data/aktiviteter.yaml.")
    schemas.add_argument(
        "--till", type=Path, metavar="MAPP", help="skriv scheman för alla datafiler i mappen"
    )
    exports = command("exportera", "Skriver planen som öppna data: JSON och CSV.")
    _add_data(exports)
    exports.add_argument("--till", type=Path, metavar="MAPP", required=True, help="mappen att skriva i")
    exports.add_argument("--adress", default="/", help="webbplatsens adress, det som länkarna börjar med (/)")
    builds = command("bygg", "Kontrollerar, bygger och byter in hela webbplatsen.")
    _add_data(builds)
    builds.add_argument("--till", type=Path, metavar="MAPP", default=Path("site"), help="webbplatsen (site)")
    builds.add_argument("--config", type=Path, metavar="FIL", default=Path("mkdocs.yml"), help="(mkdocs.yml)")
    builds.add_argument("--generator", choices=["mkdocs", "properdocs"], default="mkdocs", help="(mkdocs)")
    shows = command("visa", "Bygger webbplatsen, visar den och bygger om när något ändras.")
    shows.add_argument("--port", type=_port, default=8000, help="porten på 127.0.0.1 (8000)")
    plain = command("klarspråk", "Mäter hur lätta sidorna är att läsa och visar vad som kan skrivas enklare.")
    _add_pages(plain)
    spells = command("stavning", "Letar efter stavfel på sidorna.")
    _add_pages(spells)
    return top


def _add_pages(made: argparse.ArgumentParser) -> None:
    made.add_argument("sidor", nargs="*", type=Path, metavar="SIDA", help="sidor eller mappar (alla sidor)")
    made.add_argument("--docs", type=Path, metavar="MAPP", default=Path("docs"), help="sidornas mapp (docs)")
    made.add_argument("--data", type=Path, metavar="MAPP", default=DATA.parent, help="mappen med data (data)")
    made.add_argument("--format", choices=list(FORMATS), default="text", help="hur svaret ska skrivas (text)")


def _add_data(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--data", type=Path, metavar="FIL", default=DATA, help=f"filen med aktiviteter ({DATA})"
    )
