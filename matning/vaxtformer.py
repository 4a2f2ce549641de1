"""The sorts of work whose growth is measured, and what each works on, at every size."""

from __future__ import annotations

import itertools
import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml

from matning.load import dump, generate, rows_in
from matning.process import python
from matning.remiss import generate as generate_replies
from matning.sites import grow, number_of_pages, strategy_pages

PAGES, ACTIVITIES, REPLIES = (104, 300, 1_000, 3_000), (67, 1_000, 3_000, 10_000), (10, 50, 150, 500)
PRINTED, KOMMUNER = (20, 60, 180), (8, 60, 290)
CHANGED = 5  # every so many names differ in what is compared
NAMED = re.compile(r"- id: [a-z0-9-]+\n +namn: ['\"]?")
CODES = 100  # the first code of a made kommun; real ones have four digits


def _built(ours: Path, pages: int) -> Sequence[str]:
    """Return the site, grown to so many pages; it never shrinks."""
    site = ours.with_name("vaxt")
    if not site.exists():
        shutil.copytree(ours, site, ignore=shutil.ignore_patterns("site"))
    if number_of_pages(site) < pages:
        grow(site, pages)
    return (str(site),)


def _searched(ours: Path, pages: int) -> Sequence[str]:
    """Return the built site of so many pages: copies of the strategy pages as they were built."""
    site = ours.with_name(f"vaxt-sok-{pages}")
    models = [ours / "site/strategier" / page.stem / "index.html" for page in strategy_pages(ours)]
    for n, model in zip(range(pages), itertools.cycle(models), strict=False):
        folder = site / f"strategier/sida-{n}"
        folder.mkdir(parents=True)
        shutil.copy(model, folder)
    return str(ours / "data/aktiviteter.yaml"), str(site)


def _printed(ours: Path, pages: int) -> Sequence[str]:
    models = [page.stem for page in strategy_pages(ours)]
    return str(ours / "site"), str(pages), *models


def _plan(ours: Path, activities: int) -> Sequence[str]:
    """Return a plan of so many activities, one with every fifth name changed, and a folder to write in."""
    folder, other = (ours.with_name(f"vaxt-plan-{activities}{end}") for end in ("", "-efter"))
    if not folder.exists():
        more = activities - rows_in(ours / "data")
        generate(ours / "data", folder, more) if more > 0 else shutil.copytree(ours / "data", folder)
        shutil.copytree(folder, other)
        file, place = other / "aktiviteter.yaml", itertools.count()
        text = file.read_text(encoding="utf-8")
        changed = NAMED.sub(lambda row: f"{row[0]}Även " if next(place) % CHANGED == 0 else row[0], text)
        file.write_text(changed, encoding="utf-8")
    return str(folder / "aktiviteter.yaml"), str(other / "aktiviteter.yaml"), str(folder / "ut")


def _kommuner(ours: Path, many: int) -> Sequence[str]:
    """Return a plan of so many kommuner, each with a local plan; made ones have their own names."""
    folder = ours.with_name(f"vaxt-kommuner-{many}")
    if not folder.exists():
        shutil.copytree(ours / "data", folder)
        file = folder / "aktiviteter.yaml"
        plan: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
        for n in range(many - len(plan["kommuner"])):
            id, code = f"genererad-{n}", f"{CODES + n:04}"
            made = {
                "id": id,
                "namn": f"Genererad kommun {n}",
                "kod": code,
                "samiskt_förvaltningsområde": "false",
            }
            plan["kommuner"].append(made)
            plan["lokala_planer"].append({"kommun": id, "läge": "saknas"})
        file.write_text(dump(plan), encoding="utf-8")
    return str(folder / "aktiviteter.yaml"), "", str(folder / "ut")


def _replies(ours: Path, files: int) -> Sequence[str]:
    folder = ours.with_name(f"vaxt-svar-{files}")
    if not folder.exists():
        generate_replies(ours, folder, files)
    return str(folder), str(ours / "docs")


def _read_replies(ours: Path, files: int) -> Sequence[str]:
    """Return replies that have been read in, ready to be compiled."""
    where = _replies(ours, files)
    if not Path(where[0], "data/remisser/2026/synpunkter.yaml").exists():
        python(ours, "-c", f"{REPLY_START}\n{READ}", *where)
    return where


LOAD_START = """
from pathlib import Path
from sys import argv
from planmotor.plan.load import load
"""
REPLY_START = """
from sys import argv
from planmotor.__main__ import main
from planmotor.remiss.lasning import inlasning, underlag
from planmotor.remiss.redogorelse import filer
from planmotor.tryck import offentligt
where = ["--data", argv[1] + "/data", "--docs", argv[2], "--remiss", "2026"]
"""
READ = 'assert main(["remiss", "läs-in", argv[1] + "/svar", *where]) == 0'
COMPILE = 'assert main(["remiss", "sammanställ", *where, "--till", argv[1] + "/ut"]) == 0'
BUILD_START = """
import os
from sys import argv
os.chdir(argv[1])
import macros, macros.sidor
from mkdocs.__main__ import cli
import material, mkdocs_macros.plugin
"""
PRINT_START = """
from datetime import date
from pathlib import Path
from sys import argv
import typst
from planmotor.tryck.offentligt import Uppgifter, läs_sida, till_pdf
"""
PRINT = """
models = argv[3:]
pages = [läs_sida(Path(argv[1]), f"strategier/{models[n % len(models)]}") for n in range(int(argv[2]))]
from dataclasses import replace
pages = [replace(page, adress=f"sida-{n}") for n, page in enumerate(pages)]
till_pdf(pages, Uppgifter("Mätning", date(2026, 1, 1)))
"""
DIFF_START = f"{LOAD_START}from planmotor.jamfora.diff import jämför_planer"
EXPORT_START = f"{LOAD_START}from planmotor.oppna.export import export"
SEARCH_START = f"{LOAD_START}from planmotor.sajt.search import make_search"
LOAD = "load(Path(argv[1]))"
EXPORT = """
folder = Path(argv[3])
folder.mkdir(exist_ok=True)
export(load(Path(argv[1])), folder, "https://exempel.se/", calendars=folder / "kalender")
"""
Prepare = Callable[[Path, int], Sequence[str]]
# The name of the work, what grows, the sizes, what is imported, what is done, and what it is done with.
FORMS: tuple[tuple[str, str, tuple[int, ...], str, str, Prepare], ...] = (
    ("läsning", "aktiviteter", ACTIVITIES, LOAD_START, LOAD, _plan),
    (
        "jämförelse",
        "aktiviteter",
        ACTIVITIES,
        DIFF_START,
        "jämför_planer(*map(load, map(Path, argv[1:3])))",
        _plan,
    ),
    ("export", "aktiviteter", ACTIVITIES, EXPORT_START, EXPORT, _plan),
    ("läsning", "kommuner", KOMMUNER, LOAD_START, LOAD, _kommuner),
    ("export", "kommuner", KOMMUNER, EXPORT_START, EXPORT, _kommuner),
    ("inläsning", "remissvar", REPLIES, REPLY_START, READ, _replies),
    ("redogörelse", "remissvar", REPLIES, REPLY_START, COMPILE, _read_replies),
    ("tryck", "sidor", PRINTED, PRINT_START, PRINT, _printed),
    ("sökning", "sidor", PAGES, SEARCH_START, "make_search(load(Path(argv[1])), Path(argv[2]))", _searched),
    ("bygge", "sidor", PAGES, BUILD_START, 'cli(["build", "--quiet"])', _built),
)
