"""Which pages a proposal touches: those whose text it changes, and those that show what it changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from planmotor.grund.problem import Invalid
from planmotor.jamfora.diff.prosatyp import Prosaändring
from planmotor.jamfora.diff.sidtext import läs_sida
from planmotor.jamfora.diff.typer import Ändring
from planmotor.klarsprak.lix import measure
from planmotor.klarsprak.settings import read_settings
from planmotor.klarsprak.text import Page
from planmotor.plan.model.plan import Plan
from planmotor.prosa.lasning.villkor import OPENS

CALL = re.compile(r"\{\{.*?\}\}", re.S)
TEXT = re.compile(r"[\"']([^\"']+)[\"']")
NAMED = re.compile(r"\{\{-?\s*(\w+)\s*\(")

# Macros without arguments that show something of every activity.
WHOLE = {"lägesöversikt", "brister"}


@dataclass(frozen=True, slots=True)
class Berörd:
    """A page that looks different after the proposal.

    ``path`` is below ``docs``; ``ändrad`` tells whether its own text is changed, ``visar`` whether it shows
    changed data. LIX is None for a page that isn't there, or isn't in Swedish.
    """

    path: str
    titel: str
    ändrad: bool
    visar: bool
    ny: bool = False
    borta: bool = False
    lix_före: float | None = None
    lix_efter: float | None = None
    mål: int | None = None
    sedd: str = ""  # what has come and gone on the built page, in words

    @property
    def adress(self) -> str:
        """The page's address on the site."""
        return re.sub(r"(?:(?<=/)|^)index\.md$", "", self.path).replace(".md", "/")


def berörda(
    pages: tuple[Mapping[str, str], Mapping[str, str]],
    prose: Sequence[Prosaändring],
    changes: Iterable[Ändring],
    old: Plan | None,
    new: Plan | None,
    data: Path,
) -> tuple[Berörd, ...]:
    """Return the pages that are touched, in the order of their paths."""
    before, after = pages
    changed = {path for path in {**before, **after} if before.get(path) != after.get(path)}
    told = {change.sida for change in prose} | {path for path in changed if path not in after}
    ids, bodies = _changed_ids(changes, old, new)
    showing = {path for path, text in after.items() if _shows(text, ids, bodies)}
    goals = _goals(data)
    paths = sorted((told & {*before, *after}) | showing)
    return tuple(_touched(path, before, after, path in told, path in showing, goals) for path in paths)


def _touched(
    path: str,
    before: Mapping[str, str],
    after: Mapping[str, str],
    changed: bool,
    shows: bool,
    goals: Mapping[str, int],
) -> Berörd:
    title = läs_sida(path, after.get(path) or before[path]).titel
    there = path in after, path in before
    lix_before, lix_after = [_lix(path, texts) if changed else None for texts in (before, after)]
    goal = goals.get(_folder(path), goals.get("")) if lix_after is not None else None
    return Berörd(path, title, changed, shows, not there[1], not there[0], lix_before, lix_after, goal)


def _folder(path: str) -> str:
    """Return the first folder of a page's path, empty when it lies in none."""
    return path.partition("/")[0] if "/" in path else ""


def _lix(path: str, pages: Mapping[str, str]) -> float | None:
    if path not in pages:
        return None
    page = Page(path, _folder(path), pages[path])
    return measure(page.sentences).lix if page.is_swedish else None


def _goals(data: Path) -> dict[str, int]:
    """Return the highest LIX for each folder, the others' under an empty name."""
    try:
        file = read_settings(data).file
    except (Invalid, OSError):  # told of by the language checks
        return {}
    return {**{folder: goal.lix for folder, goal in file.mål.items()}, "": file.övriga.lix}


def _changed_ids(changes: Iterable[Ändring], old: Plan | None, new: Plan | None) -> tuple[set[str], set[str]]:
    """Return the ids whose pages look different, and those of bodies whose duties do."""
    found, bodies = set[str](), set[str]()
    rows = {row.aktivitet.id: row for plan in (old, new) if plan for row in plan.alla_rader}
    for change in changes:
        found |= {change.id, change.handlingsplan, change.område} - {""}
        row = rows.get(change.id)
        if row:
            found |= {row.handlingsplan.id, row.område.id}
            bodies |= set(row.aktivitet.ansvarig)
        if change.slag in {"ansvar", "organ"}:
            bodies |= {change.id}
    return found, bodies


def _shows(text: str, ids: set[str], bodies: set[str]) -> bool:
    """Tell whether a page calls a macro with a changed id, or one that tells of bodies or of all plans."""
    if not ids:
        return False
    for call in CALL.findall(text):
        arguments = set(TEXT.findall(call))
        if arguments & (ids | bodies):
            return True
        name = NAMED.match(call)
        if name and name[1] in OPENS:
            return True
        if name and not arguments and (name[1] in WHOLE or (bodies and "organ" in name[1])):
            return True
    return False
