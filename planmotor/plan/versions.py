"""What a version of the plan is called, and how to get at it.

A version is named by a file, a folder, the day of a decision (``2025-02-21``, or
``<handlingsplan>/2025-02-21`` when several were decided that day) or any revision of Git, such as ``main``
or the tag ``plan/2025-02-21``.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from planmotor.grund.git import GitStopped, has_tag, read_files
from planmotor.grund.nearest import listed, nearest, one_line
from planmotor.grund.problem import Invalid, Stopped
from planmotor.grund.text import content_of, decode
from planmotor.plan.arkivmapp import prose_of
from planmotor.plan.draft import FILES
from planmotor.plan.load import load
from planmotor.plan.model.plan import Arkiv, Plan, Version
from planmotor.plan.model.types import Datum

MAIN = "aktiviteter.yaml"
DATA = Path("data") / MAIN
ARCHIVE = "arkiv"
DECIDED = re.compile(r"(?:(?P<plan>[a-z0-9-]+)/)?(?P<day>\d{4}-\d\d-\d\d)")
TAG = "plan/"


@dataclass(frozen=True)
class Utgåva:
    """A version: its name, its plan, and its prose as {path below docs: Markdown}.

    ``handlingsplan`` is the one action plan that a decided version holds; None for the plan as a whole.
    ``prosa`` is empty when the version comes without prose: a file alone, or a decision that keeps none.
    """

    namn: str
    plan: Plan
    prosa: dict[str, str] = field(default_factory=dict)
    handlingsplan: str | None = None


def utgåva(namn: str, data: Path = DATA) -> Utgåva:
    """Return the version that ``namn`` stands for, seen from the plan whose main file is ``data``.

    Raises Stopped when there is no such version and Invalid when its files have problems.
    """
    path = Path(namn)
    if namn and _is_plan(path):
        return from_path(namn, path)
    decided = DECIDED.fullmatch(namn)
    if decided and f"{decided['plan']}/" != TAG:
        return _decided(namn, decided["plan"], decided["day"], data)
    if path.suffix == ".yaml" and not _is_inside(namn):
        raise Stopped(f'Filen "{one_line(namn)}" finns inte. Kontrollera sökvägen.')
    return from_revision(namn, data)


def _is_plan(path: Path) -> bool:
    """Tell whether a path leads to a plan: a file, its folder, or the folder above."""
    try:
        return path.is_file() or (path / MAIN).is_file() or (path / DATA).is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _is_inside(namn: str) -> bool:
    """Tell whether a name is a file of a revision, ``main:data/aktiviteter.yaml``."""
    return ":" in namn


def from_path(namn: str, path: Path) -> Utgåva:
    """Return the version in a file, with no prose, or in a folder, with the pages of its ``docs``."""
    if path.is_file():
        _refuse_others(namn, path)
        whose = frozen_plan(path)
        return Utgåva(namn, load_in_line(path), prose_of(path) if whose else {}, whose)
    file = path / MAIN if (path / MAIN).is_file() else path / DATA
    return Utgåva(namn, load(file), pages_in(file.parent.parent / "docs"))


def _refuse_others(namn: str, path: Path) -> None:
    """Stop at a file that no plan is in: its problems as a plan would lead nobody right."""
    if path.suffix not in {".yaml", ".yml"} or (path.stem in FILES and path.name != MAIN):
        raise Stopped(
            f'Filen "{one_line(namn)}" är ingen plan, och bara planer och deras sidor jämförs. '
            "Skriv en fil med handlingsplaner, en mapp, en dag eller en revision."
        )


def pages_in(docs: Path) -> dict[str, str]:
    """Return every page below a folder by its path there; raise Invalid when one isn't UTF-8."""
    pages = {path.relative_to(docs).as_posix(): path for path in sorted(docs.rglob("*.md"))}
    return {name: decode(content_of(path), f"docs/{name}") for name, path in pages.items()}


def from_revision(revision: str, data: Path = DATA) -> Utgåva:
    """Return the version in a revision of the repository where ``data`` lies."""
    name, main = revision, f"{data.parent.name}/{data.name}"
    if _is_inside(revision):
        name, _, main = revision.partition(":")
    at = root_of(data)
    return of_files(revision, read_files(name, at, (str(Path(main).parent), "docs")), main, name)


def root_of(data: Path) -> Path:
    """Return the folder that holds both data and pages."""
    return data.resolve().parent.parent


def of_files(namn: str, files: Mapping[str, bytes], main: str = DATA.as_posix(), shown: str = "") -> Utgåva:
    """Return the version that these files make: {path: content}.

    Problems stand at ``shown:path``, so that nobody looks for them in the files of today.
    """
    shown = shown or namn
    if main not in files:
        raise Stopped(_missing(main, shown, files))
    prose = {path.removeprefix("docs/"): raw for path, raw in files.items() if _is_page(path)}
    pages = {name: decode(raw, f"{shown}:docs/{name}") for name, raw in prose.items()}
    return Utgåva(namn, plan_of_files(files, main, shown), pages, frozen_plan(Path(main)))


def _is_page(path: str) -> bool:
    return path.startswith("docs/") and path.endswith(".md")


def _missing(main: str, shown: str, files: Mapping[str, bytes]) -> str:
    close = nearest(main, [path for path in files if path.endswith(".yaml")])
    advice = f"Menade du {close}?" if close else "Välj en revision där planen finns."
    return f'Filen {main} finns inte i revisionen "{one_line(shown)}". {advice}'


def plan_of_files(files: Mapping[str, bytes], main: str, shown: str) -> Plan:
    """Return the plan of data files that lie nowhere: they are put in a folder for a moment and loaded."""
    with laid_out(files, main) as root:
        try:
            return load_in_line(root / main)
        except Invalid as invalid:
            before = f"{root.as_posix()}/"
            raise Invalid(
                replace(p, path=f"{shown}:{p.path.removeprefix(before)}") for p in invalid.problems
            ) from None


@contextmanager
def laid_out(files: Mapping[str, bytes], main: str) -> Iterator[Path]:
    """Have the data files of a plan that lie nowhere in a folder of their own for a moment."""
    folder = f"{Path(main).parent.as_posix()}/"
    with tempfile.TemporaryDirectory(prefix="planmotor-") as made:
        root = Path(made).resolve()
        for path, content in files.items():
            if path.startswith(folder):
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_bytes(content)
        yield root


def _decided(namn: str, plan: str | None, day: str, data: Path) -> Utgåva:
    """Return a frozen version, with the prose that is kept with it, or else under that day's tag."""
    found = [file for file in archived(data) if file.stem == day and plan in {None, file.parent.name}]
    tag, at = f"{TAG}{day}", root_of(data)
    if len(found) > 1:
        choices = listed(f"{file.parent.name}/{day}" for file in found)
        raise Stopped(f"Flera handlingsplaner beslutades {day}. Skriv vilken du menar: {choices}")
    if found:
        pages = prose_of(found[0]) or _tagged_pages(tag, at)
        return Utgåva(namn, load_in_line(found[0]), pages, frozen_plan(found[0]))
    if plan is None and has_tag(tag, at):
        return replace(from_revision(tag, data), namn=namn)
    if plan is not None:  # a branch may be called anything, even what looks like a decision
        try:
            return from_revision(namn, data)
        except GitStopped:
            pass
    raise Stopped(_no_decision(namn, archived(data)))


def frozen_plan(file: Path) -> str | None:
    """Return the action plan that a file in an archive holds; None for a file that lies elsewhere."""
    folder = file.absolute().parent
    return folder.name if folder.parent.name == ARCHIVE else None


def load_in_line(file: Path) -> Plan:
    """Return the plan in a file; a decided version comes with those that were decided before it.

    A row is followed from version to version, so a comparison over several needs those between them.
    """
    plan, handlingsplan = load(file), frozen_plan(file)
    if not handlingsplan:
        return plan
    earlier = (path for path in sorted(file.parent.glob("*.yaml")) if path.stem < file.stem)
    line = (Version(handlingsplan, Datum.parse(path.stem), path, load(path)) for path in earlier)
    return replace(plan, arkiv=Arkiv(tuple(line)))


def archived(data: Path) -> list[Path]:
    """Return the frozen files beside the plan's main file: ``arkiv/<handlingsplan>/<datum>.yaml``."""
    return sorted((data.parent / ARCHIVE).glob("*/*.yaml"))


def _no_decision(namn: str, files: list[Path]) -> str:
    known = [f"{file.parent.name}/{file.stem}" for file in files]
    told = f'Det finns ingen beslutad version "{namn}".'
    if not known:
        return f"{told} Arkivet är tomt. Skriv en revision, en fil eller en mapp i stället."
    close = nearest(namn, known, 0.8)
    return f"{told} {f'Menade du {close}? ' if close else ''}(finns: {listed(known)})"


def _tagged_pages(tag: str, at: Path) -> dict[str, str]:
    if not has_tag(tag, at):
        return {}
    files = read_files(tag, at, ("docs",))
    return {p.removeprefix("docs/"): decode(raw, f"{tag}:{p}") for p, raw in files.items() if _is_page(p)}
