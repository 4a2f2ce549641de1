"""From files to a plan that follows every rule."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from planmotor.draft import MAIN, Draft, draft
from planmotor.model.plan import Plan
from planmotor.problem import Invalid, Problem
from planmotor.rules import check


def problems(path: Path) -> list[Problem]:
    """Return every problem in the plan at ``path`` and the files beside it, in file order."""
    return judged(draft(path)).problems


def judged(made: Draft) -> Invalid:
    """Return all that is wrong with a draft, sorted; its list is empty when nothing is."""
    return Invalid([*made.problems, *check(made)])


def load(path: Path) -> Plan:
    """Return the plan at ``path``; raise Invalid with every problem when it has any."""
    made = draft(path)
    verdict = judged(made)
    if verdict.problems:
        raise verdict
    others: Any = {_ascii_names[name]: post for name, post in made.posts.items() if name != MAIN}
    return Plan(aktiviteter=made.posts[MAIN], **others)  # type: ignore[arg-type]


_ascii_names = {"beslut": "beslut", "kallor": "källor", "begrepp": "begrepp", "framtagande": "framtagande"}
