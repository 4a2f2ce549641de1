"""Every problem in a proposal: in the data, on the pages, and in the language of the pages it changes.

What the check of a plan asks somebody to look at is told too, when the proposal is what brought it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from planmotor.andra.write.untidy import untidy
from planmotor.grund.problem import Invalid, Problem
from planmotor.grund.today import today
from planmotor.jamfora.publicerat import publicerat
from planmotor.klarsprak import examine, read_pages, spelling
from planmotor.klarsprak.settings import read_settings
from planmotor.plan.load import examine_and_load
from planmotor.plan.model.plan import Plan
from planmotor.plan.versions import laid_out
from planmotor.prosa.granska import sidfel
from planmotor.prosa.signaturer import signaturer


@dataclass(frozen=True, slots=True)
class Läst:
    """What a plan's files say: the plan when they have no faults, the faults, and what is worth a look."""

    plan: Plan | None
    fel: tuple[Problem, ...]
    påminnelser: tuple[Problem, ...]


def läst(data: Path) -> Läst:
    """Read a plan's files as the check of them does."""
    found, worth_a_look, plan = examine_and_load(data, today())
    return Läst(plan, tuple(found), (*worth_a_look, *(untidy(data) if plan else ())))


def läst_ur(files: Mapping[str, bytes], main: str) -> Läst:
    """Read a plan's files that lie nowhere: they are put in a folder for a moment."""
    with laid_out(files, main) as root:
        return läst(root / main)


def nya(now: Iterable[Problem], before: Iterable[Problem]) -> Iterator[Problem]:
    """Yield what is worth a look now and wasn't before, wherever in its file it stands."""
    left = Counter((problem.rule, problem.text) for problem in before)
    for problem in now:
        if left[problem.rule, problem.text]:
            left[problem.rule, problem.text] -= 1
        else:
            yield problem


def alla_fel(read: Läst, data: Path, docs: Path, changed: Sequence[str]) -> tuple[Problem, ...]:
    """Return all problems, in file order; ``changed`` are the paths below ``docs`` whose language counts."""
    found, plan = list(read.fel), read.plan
    if docs.is_dir():
        found += sidfel(docs, signaturer(), plan, data=data)
    found += publicerat(data, docs)
    pages = [docs / path for path in changed if (docs / path).is_file()]
    found += _language(data.parent, docs, pages)
    return tuple(Invalid(found).problems)


def _language(data: Path, docs: Path, paths: Sequence[Path]) -> Iterator[Problem]:
    """Yield what the language checks say of the pages; one that can't be read is told of, the others read."""
    pages = []
    for path in paths:
        try:
            pages += read_pages(docs, [path])
        except Invalid as invalid:
            yield from invalid.problems
    if not pages:
        return
    try:
        if (data / "klarsprak.yaml").exists():
            yield from examine(pages, read_settings(data)).problems
        yield from spelling.check(pages, data)
    except Invalid as invalid:  # what the pages are held against can't be read itself
        yield from invalid.problems
