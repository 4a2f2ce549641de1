"""Data files on their way to being a plan: raw values, where they stand, and what the model objected to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from pydantic import ValidationError

from planmotor.grund.gransen import gräns
from planmotor.grund.problem import Invalid, Problem
from planmotor.grund.syntax import fault as tell
from planmotor.plan import arkivmapp
from planmotor.plan.far_publiceras import released
from planmotor.plan.migrate import migrated
from planmotor.plan.model.aktiviteter import Aktivitetsfil
from planmotor.plan.model.enkat import Enkätfil
from planmotor.plan.model.kontakt import Kontaktfil
from planmotor.plan.model.post import Post, Seriefil, locate
from planmotor.plan.model.register import Begreppsfil, Beslutsfil, Framtagandefil, Källfil
from planmotor.plan.model.remiss import Remiss
from planmotor.plan.model.synpunkt import Synpunktsfil
from planmotor.plan.model.webbplats import Testfil, Webbplatsfil
from planmotor.plan.source import Document, Loc, Value, read

MAIN = "aktiviteter"
# One file each beside the main one. All but the main one may be missing.
FILES: dict[str, type[Post]] = {
    MAIN: Aktivitetsfil,
    "beslut": Beslutsfil,
    "kallor": Källfil,
    "begrepp": Begreppsfil,
    "framtagande": Framtagandefil,
    "kontaktvagar": Kontaktfil,
    "enkater": Enkätfil,
    "webbplats": Webbplatsfil,
    "tillganglighetstest": Testfil,
}
# Files of which there may be many: where they lie below the folder of the main file, and their model. The
# document of data/remisser/2026.yaml is called remisser/2026.
SERIES: dict[str, tuple[str, type[Seriefil]]] = {
    "remisser": ("remisser/*.yaml", Remiss),
    "synpunkter": ("remisser/*/synpunkter.yaml", Synpunktsfil),
}
# Every kind of file, and the name of its schema.
MODELS: dict[str, type[Post]] = FILES | {kind: model for kind, (_pattern, model) in SERIES.items()}
# A reference to an activity may name a part of one too, and one to an action plan one that has ended.
SAME_LIST = {"delaktiviteter": "aktiviteter", "avslutade": "handlingsplaner"}
# The ids in this list are of another version of the plan.
OF_ANOTHER_VERSION = "utgår"
# Lists that stand elsewhere than in the main file. Nobody can tell which ids a missing or broken file holds.
LISTS_OF = {
    "dokument": "kallor",
    "lagar": "kallor",
    "enkäter": "enkater",
    "beslut": "beslut",
    "steg": "framtagande",
}
# A reference to one of these lists may name a record of the others too.
WIDER = {"instanser": ("kommuner", "organ"), "parter": ("organ", "kommuner")}

# Objections to one file that are told one by one: nobody reads more, and each takes its time.
MOST_FAULTS = 5_000


class Fault(NamedTuple):
    """One objection of the model: its type, where it stands and the value that caused it."""

    document: Document
    model: type[Post]
    type: str
    loc: Loc
    value: Value
    context: dict[str, Any]

    @property
    def field(self) -> str:
        """The innermost key that the fault stands under."""
        names = [step for step in self.loc if isinstance(step, str) and step != "[key]"]
        return names[-1] if names else ""

    def problem(self, rule: str, text: str, fix: str) -> Problem:
        """Return a problem that stands where the fault does."""
        return self.document.problem(self.loc, rule, text, fix)


@dataclass(slots=True)
class Draft:
    """All files of one plan, read but not yet judged.

    ``arkiv`` holds a draft for each decided version beside the plan, with the one file that it consists of.
    ``released`` is what the plan as a whole lets be published; see ``far_publiceras``.
    """

    path: Path
    documents: dict[str, Document] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ids: dict[str, dict[str, tuple[Document, Loc]]] = field(default_factory=dict)
    arkiv: list[Draft] = field(default_factory=list)
    released: frozenset[str] = frozenset()

    def of_type(self, *types: str) -> Iterator[Fault]:
        """Yield the faults whose type is, or begins with, one of these."""
        return (fault for fault in self.faults if fault.type.startswith(types))


def files_beside(path: Path) -> dict[str, Path]:
    """Return the main file and the other data files that lie beside it, by name without ending.

    A file of a series goes by its path below the folder: remisser/2026.
    """
    others = {name: path.with_name(f"{name}.yaml") for name in FILES if name != MAIN}
    for pattern, _model in SERIES.values():
        found = sorted(path.parent.glob(pattern))
        others |= {file.relative_to(path.parent).with_suffix("").as_posix(): file for file in found}
    return {MAIN: path} | {name: other for name, other in others.items() if other.exists()}


def kind_of(name: str) -> str:
    """Return which kind of file a document is: remisser for remisser/2026."""
    file = PurePath(f"{name}.yaml")
    return next((kind for kind, (pattern, _model) in SERIES.items() if file.match(pattern)), name)


def model_of(name: str) -> type[Post] | None:
    """Return the model of a document by its name, or by the whole path of a file of a series."""
    return MODELS.get(kind_of(name))


def draft(path: Path) -> Draft:
    """Read a plan's files and hold them against the model. Raises nothing: problems are gathered."""
    made = _draft(path, files_beside(path), {})
    registers = {kind: ids for kind, ids in made.ids.items() if kind in LISTS_OF}
    made.arkiv = [_draft(file, {MAIN: file}, registers) for file in arkivmapp.files(path)]
    for one in (made, *made.arkiv):
        one.released = released(made.documents.get("webbplats"))
    return made


def _draft(path: Path, files: dict[str, Path], more_ids: dict[str, dict[str, tuple[Document, Loc]]]) -> Draft:
    made = Draft(path)
    for name, file in files.items():
        try:
            with gräns(file):
                document = read(file)
            made.documents[name] = migrated(document) if name == MAIN else document
        except Invalid as invalid:
            made.problems += invalid.problems
        else:
            made.problems += made.documents[name].problems
    made.ids = _collect_ids(made.documents) | more_ids
    context = {"ids": made.ids}
    for name, document in made.documents.items():
        _hold_against_model(made, name, document, context)
    return made


def _hold_against_model(made: Draft, name: str, document: Document, context: dict[str, Any]) -> None:
    model = MODELS[kind_of(name)]
    try:
        post = model.model_validate(document.data, context=context)
    except ValidationError as error:
        every = error.errors(include_url=False)
        if len(every) > MOST_FAULTS:
            made.problems.append(tell("for-manga-fel", document.path, (1, 1), len(every)))
        for fault in every[:MOST_FAULTS]:
            loc = tuple(step for step in fault["loc"])
            made.faults.append(
                Fault(document, model, fault["type"], loc, fault["input"], fault.get("ctx", {}))
            )
    else:
        locate(post, document.place)
        if isinstance(post, Seriefil):
            post._plats = name
        made.posts[name] = post


def _collect_ids(documents: dict[str, Document]) -> dict[str, dict[str, tuple[Document, Loc]]]:
    """Return, for each list of records with ids, the ids in it and where each stands first."""
    found: dict[str, dict[str, tuple[Document, Loc]]] = defaultdict(dict)
    for kind in _all_lists():
        if LISTS_OF.get(kind, MAIN) in documents:
            found[kind] = {}
    for document in documents.values():
        for kind, id, loc in walk_ids(document.data):
            listed = SAME_LIST.get(kind, kind)
            if listed in found:
                found[listed].setdefault(id, (document, loc))
    for kind, others in WIDER.items():
        if not any(other in found for other in others):
            found.pop(kind, None)  # the main file can't be read, so nobody can tell
        for other in others:
            if kind in found:
                found[kind] |= found.get(other, {})
    return dict(found)


def _all_lists() -> set[str]:
    main = {"organ", "kommuner", "handlingsplaner", "områden", "lokala_rekommendationer", "aktiviteter"}
    return main | set(LISTS_OF) | set(WIDER) | {"frågor"}


def walk_ids(data: Value, kind: str = "", loc: Loc = ()) -> Iterator[tuple[str, str, Loc]]:
    """Yield (name of the list, id, place of the id) for every record with an id below ``data``."""
    if isinstance(data, dict):
        id = data.get("id")
        if isinstance(id, str):
            yield kind, id, (*loc, "id")
        for key, value in data.items():
            if isinstance(value, dict | list) and key != OF_ANOTHER_VERSION:
                yield from walk_ids(value, key, (*loc, key))
    elif isinstance(data, list):
        for number, item in enumerate(data):
            if isinstance(item, dict | list):
                yield from walk_ids(item, kind, (*loc, number))
