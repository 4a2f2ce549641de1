"""Every problem in a proposal: in the data, on the pages, and in the language of the pages it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from planmotor.grund.problem import Invalid, Problem
from planmotor.grund.today import today
from planmotor.jamfora.publicerat import publicerat
from planmotor.klarsprak import examine, read_pages, spelling
from planmotor.klarsprak.settings import read_settings
from planmotor.plan.load import examine_and_load
from planmotor.prosa.granska import sidfel
from planmotor.prosa.signaturer import signaturer


def alla_fel(data: Path, docs: Path, changed: Sequence[str]) -> tuple[Problem, ...]:
    """Return all problems, in file order; ``changed`` are the paths below ``docs`` whose language counts."""
    found, _, plan = examine_and_load(data, today())
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
