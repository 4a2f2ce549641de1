"""The command ``planmotor``: arguments, printing and exit codes. What it does lives in the other rooms."""

from __future__ import annotations

import argparse
import errno
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, NoReturn

from planmotor import schema
from planmotor.export import export
from planmotor.load import load, problems
from planmotor.problem import Invalid
from planmotor.report import FORMATS, as_text
from planmotor.site import BuildFailed, build

CLEAN, PROBLEMS, CANT_RUN = 0, 1, 2
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
    ("argument ", "argumentet "),
)


def _swedish(text: str) -> str:
    for english, swedish in ENGLISH:
        text = text.replace(english, swedish)
    return text


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; ``/redigera/kommandon/`` is made from it."""
    top = _Parser(prog="planmotor", description="Gör webbplats och öppna data av en gemensam plan.")
    top.add_argument("--version", action="version", version=version("planmotor"))
    commands = top.add_subparsers(title="kommandon", metavar="KOMMANDO", required=True, dest="kommando")

    def command(name: str, text: str, do: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=text, description=text)
        made.set_defaults(do=do)
        return made

    check = command("kontrollera", "Kontrollerar planens data och berättar om alla fel på en gång.", _check)
    _add_data(check)
    check.add_argument("--format", choices=list(FORMATS), default="text", help="hur felen ska skrivas (text)")
    schemas = command("schema", "Skriver JSON Schema för data/aktiviteter.yaml.", _schema)
    schemas.add_argument(
        "--till", type=Path, metavar="MAPP", help="skriv scheman för alla datafiler i mappen"
    )
    exports = command("exportera", "Skriver planen som öppna data: JSON och CSV.", _export)
    _add_data(exports)
    exports.add_argument("--till", type=Path, metavar="MAPP", required=True, help="mappen att skriva i")
    exports.add_argument("--adress", default="/", help="webbplatsens adress, det som länkarna börjar med (/)")
    builds = command("bygg", "Kontrollerar, bygger och byter in hela webbplatsen.", _build)
    _add_data(builds)
    builds.add_argument("--till", type=Path, metavar="MAPP", default=Path("site"), help="webbplatsen (site)")
    builds.add_argument("--config", type=Path, metavar="FIL", default=Path("mkdocs.yml"), help="(mkdocs.yml)")
    builds.add_argument("--generator", choices=["mkdocs", "properdocs"], default="mkdocs", help="(mkdocs)")
    shows = command("visa", "Bygger webbplatsen, visar den och bygger om när något ändras.", _show)
    shows.add_argument("--port", type=int, default=8000, help="porten på 127.0.0.1 (8000)")
    return top


def _add_data(made: argparse.ArgumentParser) -> None:
    made.add_argument(
        "--data", type=Path, metavar="FIL", default=DATA, help=f"filen med aktiviteter ({DATA})"
    )


def _check(options: Any) -> int:
    found = problems(_file(options.data))
    if found or options.format == "json":
        print(FORMATS[options.format](found))
    if found:
        _say(f"{len(found)} fel.")
        return PROBLEMS
    _say("Inga fel.")
    return CLEAN


def _schema(options: Any) -> int:
    if options.till:
        for path in schema.write(options.till):
            _say(str(path))
    else:
        print(schema.schema(), end="")
    return CLEAN


def _export(options: Any) -> int:
    for path in export(load(_file(options.data)), options.till, options.adress):
        _say(str(path))
    return CLEAN


def _build(options: Any) -> int:
    build(_file(options.data), options.till, options.config, options.generator, _say)
    return CLEAN


def _show(options: Any) -> int:
    from planmotor.preview import show  # noqa: PLC0415 (a web server that no other command needs)

    _say(f"Visar webbplatsen på http://127.0.0.1:{options.port} – avsluta med Ctrl+C")
    show(Path("site"), "127.0.0.1", options.port)
    return CLEAN


def _file(path: Path) -> Path:
    """Return the file with activities: the path itself, or the one in the folder that it names.

    Raises FileNotFoundError when there is none.
    """
    file = path / DATA.name if path.is_dir() else path
    if not file.exists():
        raise FileNotFoundError(errno.ENOENT, "den finns inte", str(file))
    return file


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 clean, 1 problems found, 2 can't run."""
    try:
        options = parser().parse_args(arguments)
        return int(options.do(options))
    except SystemExit as stop:  # argparse has printed its help or what is wrong with the arguments
        return int(stop.code or CLEAN)
    except Invalid as invalid:
        print(as_text(invalid.problems), file=sys.stderr)
        return PROBLEMS
    except BuildFailed as failed:
        _say(str(failed))
        return PROBLEMS
    except OSError as error:
        _say(f"Det går inte att läsa eller skriva {error.filename}: {error.strerror}.")
        return CANT_RUN
    except KeyboardInterrupt:
        return CLEAN


def run() -> NoReturn:
    """Run the command that the user wrote, and leave with its exit status."""
    sys.exit(main())
