"""Every fault of the pages, in one list: what ``kontrollera``, ``granska`` and the build all ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from planmotor.grund.gransen import fångade, gräns
from planmotor.grund.problem import Invalid, Problem, shown_path
from planmotor.grund.text import text_of
from planmotor.plan.cache import FOLDER
from planmotor.plan.model.plan import Plan
from planmotor.prosa.anropskontroll import kontrollera_anrop
from planmotor.prosa.installning import läs_inställning, menyfel
from planmotor.prosa.minne import Minne
from planmotor.prosa.sidkarta import Sidkarta
from planmotor.prosa.sidmapp import filfel, sidor
from planmotor.prosa.signaturer import Signaturer
from planmotor.prosa.uppgifter import Analys

ABOUT_DATA = "pastaende-om-brist"  # a rule for the pages that tell of the plan's data
CONFIG, ACTS = "mkdocs.yml", "kallor.yaml"


class Granskade(NamedTuple):
    """Every fault of the pages, in file order, and what each page says, by its path below the docs."""

    fel: list[Problem]
    sidor: dict[str, Analys]


def sidfel(
    docs: Path,
    known: Signaturer | None,
    plan: Plan | None,
    config: Path | None = None,
    folder: Path = FOLDER,
    data: Path | None = None,
) -> list[Problem]:
    """Return what is wrong with the pages below ``docs``, in file order: see ``granskade``."""
    return granskade(docs, known, plan, config, folder, data).fel


def granskade(
    docs: Path,
    known: Signaturer | None,
    plan: Plan | None,
    config: Path | None = None,
    folder: Path = FOLDER,
    data: Path | None = None,
) -> Granskade:
    """Read the pages below ``docs``, and return what is wrong with them and what they say.

    Without ``known``, calls aren't held against the macros; without a plan, their ids aren't looked up. The
    settings lie beside the docs unless told otherwise. With the main file ``data``, the pages that the data
    names are looked up too.
    """
    settings = läs_inställning(config or docs.parent / CONFIG)
    problems: list[Problem] = [*settings.fel, *filfel(docs)]
    pages: dict[str, Analys] = {}
    with Minne(folder, settings.tillägg) as memory:
        for path in sidor(docs):
            try:
                with gräns(path):
                    pages[_below(path, docs)] = memory.analys(text_of(path))
            except Invalid as invalid:  # not UTF-8, or far too large: nothing else can be said of it
                problems += invalid.problems
                pages[_below(path, docs)] = Analys(())
    start = shown_path(docs)
    shown = {name: f"{start}/{name}" for name in pages}
    site = Sidkarta(pages, (_below(file, docs) for file in docs.rglob("*") if file.is_file()))
    for name, page in pages.items():
        kept = page if settings.visar_data(name) else replace(page, fel=_not_about_data(page.fel))
        problems += fångade(shown[name], _page(kept, shown[name], known, plan))
        problems += fångade(shown[name], site.kontrollera(name, shown[name]))
        problems += fångade(shown[name], site.kontrollera_flyttat(name, shown[name]))
        problems += fångade(shown[name], site.kontrollera_anrop(page, shown[name]))
    if plan and plan.källor and data:
        problems += site.kontrollera_lagar(plan.källor.lagar, shown_path(data.with_name(ACTS)))
    problems += menyfel(settings, list(pages), shown_path(docs))
    return Granskade(Invalid(problems).problems, pages)


def _not_about_data(faults: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(fault for fault in faults if fault.rule != ABOUT_DATA)


def _below(path: Path, docs: Path) -> str:
    return path.relative_to(docs).as_posix()


def _page(page: Analys, shown: str, known: Signaturer | None, plan: Plan | None) -> Iterator[Problem]:
    for fault in page.fel:
        yield Problem(shown, fault.line, fault.column, fault.rule, fault.text, fault.fix)
    if known is None:
        return
    yield from kontrollera_anrop((call for call, _ in page.anrop), shown, known, plan)
    for call, level in page.anrop:
        needed = known[call.namn].under if call.namn in known else 1
        if 0 < level < needed:
            from planmotor.prosa.regler.hoppad_rubrik import ID  # noqa: PLC0415 (see Minne)

            text = f"Makrot {call.namn} har rubriker på nivå {needed + 1}, men rubriken ovanför har {level}."
            fix = f"Skriv en rubrik före makrot: {'#' * needed} Rubriken"
            yield Problem(shown, call.rad, call.kolumn, ID, text, fix)
