"""What a reviewer needs to know of a proposal: what it changes, what is wrong in it, which pages it touches.

The proposal is the files as they lie here; it is held against what they have in common with a base, such as
``main``. Works on any Git host and without network.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from planmotor.grund.git import changed_files, left_out, merge_base, read_files
from planmotor.grund.problem import Invalid, Problem, shown_path
from planmotor.grund.text import same_text
from planmotor.jamfora.diff.jamfor import jämför
from planmotor.jamfora.diff.prosa import jämför_prosa
from planmotor.jamfora.diff.prosatyp import Prosaändring
from planmotor.jamfora.diff.typer import Jämförelse
from planmotor.jamfora.flyttad_tid import frågor
from planmotor.jamfora.granskning.bargad import bärgad
from planmotor.jamfora.granskning.berorda import Berörd, berörda
from planmotor.jamfora.granskning.byggen import Skillnad
from planmotor.jamfora.granskning.fel import Läst, alla_fel, läst, läst_ur, nya
from planmotor.jamfora.granskning.forlorat import Förlust, bara_form, förlorade
from planmotor.jamfora.granskning.hanvisning import borta, utan_hänvisning
from planmotor.jamfora.granskning.synpunkter import ändrade_synpunkter
from planmotor.plan.model.plan import Plan
from planmotor.plan.versions import Utgåva, root_of
from planmotor.tryck.otryckbart import otryckbart


@dataclass(frozen=True, slots=True)
class Granskning:
    """What a proposal means. ``jämförelse`` is None when a plan can't be read; ``hinder`` says which.

    ``filer`` are the changed files of the plan. ``övriga`` are all other, such as program and pictures:
    nothing is said of what they hold.
    """

    bas: str
    problem: tuple[Problem, ...]
    jämförelse: Jämförelse | None
    hinder: str
    prosa: tuple[Prosaändring, ...]
    sidor: tuple[Berörd, ...]
    filer: tuple[str, ...]
    övriga: tuple[str, ...] = ()
    påminnelser: tuple[Problem, ...] = ()  # in what is changed: no fault, but worth a look
    synpunkter: tuple[str, ...] = ()  # what becomes of the remarks of consultations, in words
    gemensam: str = ""  # the commit that the proposal began at
    ojämförda: tuple[str, ...] = ()  # the changed files that nothing is said of in words
    bara_form: tuple[str, ...] = ()  # the changed files that say the same as before
    förlorat: tuple[Förlust, ...] = ()  # the comments that are gone
    byggen: Skillnad | None = None  # what differs when both versions are built; None when they weren't
    prov: str | None = None  # what stopped the trial build, empty when nothing did; None when none was made

    @property
    def är_ren(self) -> bool:
        """Tell whether no fault was found, in the files or when the site was made on trial."""
        return not self.problem and not self.prov


def granska(bas: str, data: Path, docs: Path) -> Granskning:
    """Return what the files here mean to somebody who reviews them against ``bas``.

    Raises Stopped when the base can't be read. A plan with faults is no obstacle: they are told.
    """
    root = root_of(data)
    common, folders = merge_base(bas, "HEAD", root), (data.parent.name, docs.name)
    before = read_files(common, root, folders)
    after = left_out(root, folders) | _files_here(root, data, docs)
    files = sorted(path for path in {**before, **after} if not same_text(before.get(path), after.get(path)))
    only_form = bara_form(before, after, files)
    pages = _pages(before, docs.name), _pages(after, docs.name)
    as_before = {path: pages[0][path] for path in _pages(dict.fromkeys(only_form, b""), docs.name)}
    prose = jämför_prosa(pages[0], pages[1] | as_before)
    main = f"{data.parent.name}/{data.name}"
    was, read = läst_ur(before, main) if main in before else Läst(None, (), ()), läst(data)
    old, new = was.plan, read.plan or bärgad(after, before, main)
    compared = jämför(Utgåva(bas, old), Utgåva("förslaget", new)) if old and new else None
    changed = compared.ändringar if compared else ()
    touched = berörda(pages, prose, changed, old, new, data.parent)
    here = {shown_path(root / path) for path in files}
    worth_a_look = tuple(nya(read.påminnelser, was.påminnelser))
    worth_a_look += tuple(problem for problem in otryckbart(data, docs) if problem.path in here)
    worth_a_look += tuple(borta(pages, prose, shown_path(docs)))
    worth_a_look += tuple(frågor(data, old, new)) if old and new else ()
    problems = alla_fel(read, data, docs, [page.path for page in touched if page.ändrad and not page.borta])
    problems = tuple(Invalid([*problems, *utan_hänvisning(pages, prose, shown_path(docs))]).problems)
    others = tuple(path for path in changed_files(common, "HEAD", root) if path not in {**before, **after})
    obstacle = _obstacle(old, new, bas, bool(read.plan))
    remarks = tuple(ändrade_synpunkter(old, new)) if old and new else ()
    told = ("/synpunkter.yaml",) if remarks else ()
    untold = tuple(path for path in _untold(files, touched, told) if path not in only_form)
    return Granskning(
        *(bas, problems, compared, obstacle, prose, touched, tuple(files), others, worth_a_look),
        synpunkter=remarks,
        gemensam=common,
        ojämförda=untold,
        bara_form=only_form,
        förlorat=förlorade(before, after),
    )


def _untold(files: Sequence[str], pages: Sequence[Berörd], more: tuple[str, ...]) -> Iterator[str]:
    """Yield the changed files that nothing is said of in words.

    They are registers, the archive, word lists, and pages where no sentence is new or gone.
    """
    told = ("/aktiviteter.yaml", *more, *(f"/{page.path}" for page in pages if page.ändrad))
    yield from (path for path in files if not path.endswith(told))


def _files_here(root: Path, data: Path, docs: Path) -> dict[str, bytes]:
    folders = {
        root / data.parent.name: ("*.yaml", "*.txt", "*.md", "SHA256SUMS"),
        root / docs.name: ("*.md",),
    }
    files = (
        path for folder, kinds in folders.items() for kind in kinds for path in sorted(folder.rglob(kind))
    )
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def _pages(files: dict[str, bytes], folder: str) -> dict[str, str]:
    """Return the pages by their path below the folder. A byte that isn't UTF-8 is told of elsewhere."""
    start = f"{folder}/"
    chosen = {p.removeprefix(start): raw for p, raw in files.items() if p.startswith(start)}
    return {
        path: raw.removeprefix(b"\xef\xbb\xbf").decode(errors="replace").replace("\r\n", "\n")
        for path, raw in chosen.items()
        if path.endswith(".md")
    }


def _obstacle(old: Plan | None, new: Plan | None, bas: str, sound: bool) -> str:
    if new and old and not sound:
        return "Det som är fel är inte med här. Resten är jämfört."
    if new is None:
        return "Det går inte att jämföra förrän felen i data är rättade."
    return "" if old else f"Det går inte att jämföra, för planen i {bas} saknas eller har fel."
