"""Every problem in a proposal: data, macro calls, personal data, and the language of changed pages."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from planmotor.grund.problem import Invalid, Problem, Stopped, shown_path
from planmotor.grund.text import decode
from planmotor.jamfora.publicerat import publicerat
from planmotor.klarsprak import examine, read_pages, spelling
from planmotor.klarsprak.settings import read_settings
from planmotor.plan.load import problems


def alla_fel(data: Path, docs: Path, changed: Sequence[str]) -> tuple[Problem, ...]:
    """Return all problems, in file order; ``changed`` are the paths below ``docs`` whose language counts."""
    found = [*problems(data), *_unreadable(docs)]
    if not found:  # a call is held against the plan's ids, so there must be a plan
        found += macro_problems(data, docs)
    found += publicerat(data, docs)
    pages = [docs / path for path in changed if (docs / path).is_file()]
    found += _language(data.parent, docs, pages)
    return tuple(Invalid(found).problems)


def _unreadable(docs: Path) -> Iterator[Problem]:
    """Yield the pages that aren't UTF-8: nothing else can be said of them."""
    for path in sorted(docs.rglob("*.md")):
        try:
            decode(path.read_bytes(), shown_path(path))
        except Invalid as invalid:
            yield from invalid.problems


def macro_problems(data: Path, docs: Path) -> Iterator[Problem]:
    """Yield faulty macro calls on the pages; the engine asks the macros, which it never imports."""
    found = importlib.util.find_spec("macros")
    if found is None or not found.origin:
        return
    path = os.pathsep.join(
        filter(None, (str(Path(found.origin).parent.parent), os.environ.get("PYTHONPATH")))
    )
    done = subprocess.run(  # noqa: S603 (our own words)
        [sys.executable, "-m", "macros", str(docs), str(data)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        # Our own macros and nothing that lies where we stand, which may be a stranger's proposal.
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "PYTHONSAFEPATH": "1"},
    )
    if not done.stdout:
        raise Stopped(f"Sidornas makroanrop gick inte att kontrollera:\n{done.stderr.strip()[-500:]}")
    yield from (Problem(**problem) for problem in json.loads(done.stdout))


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
