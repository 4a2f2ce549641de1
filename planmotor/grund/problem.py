"""What is wrong, where, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in one place, told to the person who can mend it.

    ``line`` and ``column`` count from 1. ``rule`` is the id of the rule that found it, ``text`` says what is
    wrong in one Swedish sentence and ``fix`` what to write instead.
    """

    path: str
    line: int
    column: int
    rule: str
    text: str
    fix: str


class Invalid(Exception):
    """Raised when something can't be used as it stands; carries every problem found, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Sort the problems by file, line and column, and say the same thing of a line once only."""
        ordered = sorted(problems, key=lambda p: (p.path, p.line, p.column, p.rule, p.text))
        once: dict[object, Problem] = {}
        for problem in ordered:
            once.setdefault((problem.path, problem.line, problem.rule, problem.text), problem)
        self.problems = list(once.values())
        super().__init__(f"{len(self.problems)} problem")


class Stopped(Exception):
    """Raised when a command can't do what it was asked to; the message says why, and what to do about it."""

    status = 2  # the exit status of the command


def shown_path(path: Path) -> str:
    """Return the path as people write it: relative to the current folder when it lies below it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
