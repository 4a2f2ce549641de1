"""The whole site: check the data, build the pages, add open data and a search index, swap it in.

Everything is made in a fresh folder. The site that is published changes only when all steps have
succeeded, so a plan that fails its checks never replaces one that didn't.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, time
from pathlib import Path

from planmotor.grund.nearest import listed
from planmotor.grund.problem import Invalid, Stopped
from planmotor.grund.settings import settings, site_address
from planmotor.grund.skrivning import write_all
from planmotor.grund.today import today
from planmotor.jamfora.publicerat import publicerat
from planmotor.plan.cache import load_cached
from planmotor.plan.model.plan import Plan
from planmotor.prosa.installning import läs_inställning
from planmotor.sajt import stylesheets
from planmotor.sajt.besked import på_svenska
from planmotor.sajt.byte import swap, workplace
from planmotor.sajt.filer import add_files
from planmotor.sajt.oanvant import take_away
from planmotor.sajt.pictures import make_pictures
from planmotor.sajt.search import SearchFailed, make_search

Say = Callable[[str], None]


class BuildFailed(Stopped):
    """A step of the build failed; the message says which one and what it printed."""

    status = 1


def build(data: Path, site: Path, config: Path, generator: str, say: Say, tryck: bool = True) -> None:
    """Build the site into the folder ``site``.

    Without ``tryck`` no PDF files are made, and the pages don't link to any.
    Raises Invalid when the data has problems, or what is to be published isn't fit to be, and BuildFailed
    when a later step fails; in both cases ``site`` is left as it was.
    """
    plan = load_cached(data)
    # The settings are held against what they may say before the program that follows them is run.
    unfit = Invalid([*läs_inställning(config).fel, *publicerat(data, config.parent / "docs")])
    if unfit.problems:
        raise unfit
    place = site.resolve()  # a link is followed
    with workplace(place) as folder:
        fresh = folder / "site"
        make_pages(config, fresh, generator, say)
        say("Tar bilder till guiden")
        make_pictures(fresh)
        add_files(plan, data, config, fresh, say)
        say("Gör sökregistret")
        try:
            make_search(plan, fresh)
        except SearchFailed as failed:
            raise BuildFailed(str(failed)) from failed
        if tryck:
            make_print(plan, fresh, config, say)
        follow_links(fresh, config, say)
        swap(fresh, place)
    say(f"Klart: {site}")


def make_pages(config: Path, fresh: Path, generator: str, say: Say) -> None:
    """Make the pages in the folder ``fresh``, which is new; raise BuildFailed when they can't be made."""
    say("Bygger sidorna")
    _run([generator, "build", "--strict", "--config-file", str(config), "--site-dir", str(fresh)], config)
    if not (fresh / "index.html").is_file():
        raise BuildFailed("Webbplatsen har ingen startsida. Skriv den i filen index.md i mappen med sidor.")
    stylesheets.join(fresh)
    take_away(fresh)


def follow_links(site: Path, config: Path, say: Say) -> None:
    """Raise Invalid when a link in any file of the site leads nowhere."""
    from planmotor.sajt.lankprov import döda_länkar  # noqa: PLC0415 (libraries that only the whole site needs)

    say("Följer länkarna")
    dead = döda_länkar(site, site_address(config), config.parent / "docs")
    if dead:
        raise Invalid(dead)


def make_print(plan: Plan, site: Path, config: Path, say: Say) -> None:
    """Make every PDF file of the built pages in ``site``, and link them from the pages.

    Raises BuildFailed with file and row of what can't be set.
    """
    from planmotor.sajt.felplats import med_plats  # noqa: PLC0415 (libraries that only print needs)
    from planmotor.tryck.felsok import Otryckbar  # noqa: PLC0415

    say("Gör PDF-filer")
    docs = docs_of(config)
    try:
        _print(plan, site, config, docs, say)
    except Otryckbar as failed:
        raise BuildFailed(med_plats(failed, docs)) from failed


def _print(plan: Plan, site: Path, config: Path, docs: Path, say: Say) -> None:
    from planmotor.remiss.redogorelse.publicera import print_on_the_site  # noqa: PLC0415
    from planmotor.remiss.utskrift import oeniga, öppna_rundor  # noqa: PLC0415
    from planmotor.tryck.framsida import publicerad  # noqa: PLC0415
    from planmotor.tryck.lankade import länka  # noqa: PLC0415
    from planmotor.tryck.tryckeri import MAPP, Tryckeri  # noqa: PLC0415

    found, day = settings(config), today()
    works = Tryckeri(plan, site, found, day, öppna_rundor(plan, day, publicerad(found)))
    made = works.alla()
    write_all({site / MAPP / part.fil: pdf for part, pdf in made.items()}, site / MAPP)
    länka(site, made)
    print_on_the_site(plan, docs, site, day)
    if works.rundor and (differ := list(oeniga(plan, docs, works.nummer()))):
        say(f"Blanketterna och PDF-filen har olika nummer på {listed(differ, 5)}.")


def docs_of(config: Path) -> Path:
    """Return the folder of the pages that a configuration names."""
    return config.parent / str(settings(config).get("docs_dir") or "docs")


def _run(command: list[str], config: Path) -> None:
    # The day is what a build may tell of, never the hour: what is built twice in a day is built alike.
    midnight = int(datetime.combine(today(), time(), UTC).timestamp())
    done = subprocess.run(  # noqa: S603 (our own words)
        [sys.executable, "-m", *command],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": str(midnight)},
    )
    if done.returncode:
        told = [line for line in f"{done.stdout}{done.stderr}".splitlines() if not line.startswith("INFO ")]
        said = på_svenska(told, docs_of(config))
        raise BuildFailed("\n".join(["Sidorna gick inte att bygga:", *said]).rstrip())
