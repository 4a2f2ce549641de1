"""What every command shares: exit statuses, options that name the plan's files, and how to speak."""

from __future__ import annotations

import argparse
import errno
from collections.abc import Sequence
from pathlib import Path

from planmotor.grund.problem import Problem
from planmotor.grund.report import FORMATS
from planmotor.grund.report import say as say  # noqa: PLC0414 (what commands speak with)
from planmotor.grund.skrivning import recover

CLEAN, PROBLEMS, CANT_RUN = 0, 1, 2
DATA = Path("data/aktiviteter.yaml")


def say_count(found: Sequence[Problem]) -> int:
    """Say how many problems there are, and return the exit status that it means."""
    say(f"{len(found)} fel." if found else "Inga fel.")
    return PROBLEMS if found else CLEAN


def add_data(made: argparse.ArgumentParser) -> None:
    """Add the option that names the file with activities."""
    made.add_argument(
        "--data", type=Path, metavar="FIL", default=DATA, help=f"filen med aktiviteter ({DATA})"
    )


def add_pages(made: argparse.ArgumentParser) -> None:
    """Add the arguments of a command that reads pages of prose."""
    made.add_argument("sidor", nargs="*", type=Path, metavar="SIDA", help="sidor eller mappar (alla sidor)")
    made.add_argument("--docs", type=Path, metavar="MAPP", default=Path("docs"), help="sidornas mapp (docs)")
    made.add_argument("--data", type=Path, metavar="MAPP", default=DATA.parent, help="mappen med data (data)")
    made.add_argument("--format", choices=list(FORMATS), default="text", help="hur svaret ska skrivas (text)")


def data_file(path: Path) -> Path:
    """Return the file with activities: the path itself, or the one in the folder that it names.

    What another command was interrupted in writing there is first finished or undone. Raises
    FileNotFoundError when there is no such file.
    """
    file = path / DATA.name if path.is_dir() else path
    recover(file.parent)
    if not file.exists():
        raise FileNotFoundError(errno.ENOENT, "den finns inte", str(file))
    return file


def data_folder(path: Path) -> Path:
    """Return the folder with data: the path itself, or the one that holds the file with activities."""
    folder = path.parent if path.is_file() else path
    recover(folder)
    return folder
