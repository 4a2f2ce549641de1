"""Problems for the terminal, for annotations on a code review, and for other programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict

from planmotor.grund.problem import Problem


def say(text: str) -> None:
    """Tell the user something that isn't the command's result: on standard error, at once."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def as_text(problems: Sequence[Problem]) -> str:
    """Return the problems as people read them: file:line, what is wrong, what to write instead."""
    return "\n".join(f"{p.path}:{p.line}: {p.text}\n  {p.fix}  [{p.rule}]" for p in problems)


def as_github(problems: Sequence[Problem]) -> str:
    """Return the problems as workflow commands that put an annotation on each line of a pull request."""
    return "\n".join(
        f"::error file={_property(p.path)},line={p.line},col={p.column},title={_property(p.rule)}::"
        f"{_message(p.text)}%0A{_message(p.fix)}"
        for p in problems
    )


def as_json(problems: Sequence[Problem]) -> str:
    """Return the problems as a JSON list; its keys are those of ``Problem``."""
    return json.dumps([asdict(p) for p in problems], ensure_ascii=False, indent=2)


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}
