"""The whole site: check the data, build the pages, add open data and a search index, swap it in.

Everything is made in a fresh folder. The site that is published changes only when all steps have
succeeded, so a plan that fails its checks never replaces one that didn't.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from planmotor import flode, offline, stylesheets
from planmotor.cache import load_cached
from planmotor.export import export
from planmotor.export.changed import last_changed
from planmotor.pictures import make_pictures
from planmotor.problem import Stopped
from planmotor.remiss.blanketter import on_the_site
from planmotor.search import SearchFailed, make_search
from planmotor.statusblankett.gor import write_forms
from planmotor.statusblankett.urval import selected
from planmotor.today import today

FORMS = Path("uppfoljning/blanketter")  # below the site's root
Say = Callable[[str], None]


class BuildFailed(Stopped):
    """A step of the build failed; the message says which one and what it printed."""

    status = 1


def build(data: Path, site: Path, config: Path, generator: str, say: Say) -> None:
    """Build the site into the folder ``site``.

    Raises Invalid when the data has problems and BuildFailed when a later step fails; in both cases
    ``site`` is left as it was.
    """
    plan = load_cached(data)
    site.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".bygge-", dir=site.parent) as folder:
        fresh = Path(folder) / "site"
        say("Bygger sidorna")
        _run([generator, "build", "--strict", "--config-file", str(config), "--site-dir", str(fresh)])
        stylesheets.join(fresh)
        say("Tar bilder till guiden")
        make_pictures(fresh)
        say("Skriver öppna data")
        address = site_address(config)
        changed = last_changed(data)
        export(plan, fresh / "data", address, calendars=fresh / "kalender", changed=changed, say=say)
        (fresh / flode.NAME).write_bytes(flode.feed(plan, address, data))
        for path in on_the_site(plan, config.parent / "docs", today(), fresh):
            say(f"Skriver {path.relative_to(fresh)}")
        say("Skriver hela planen i en fil")
        offline.write(fresh, menu(config), address)
        say("Gör statusblanketter")
        write_forms(plan, selected(plan, None), fresh / FORMS, today())
        say("Gör sökregistret")
        try:
            make_search(plan, fresh)
        except SearchFailed as failed:
            raise BuildFailed(str(failed)) from failed
        _swap(fresh, site)
    say(f"Klart: {site}")


def site_address(config: Path) -> str:
    """Return the address that the site's paths begin with: ``site_url`` of the configuration, else ``/``."""
    return str(_settings(config).get("site_url") or "/").rstrip("/") + "/"


def menu(config: Path) -> list[str]:
    """Return the addresses of the pages in the menu, from the root of the site and in its order."""
    return [_address(page) for page in _pages(_settings(config).get("nav") or [])]


def _pages(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, list | dict):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from _pages(inner)


def _address(page: str) -> str:
    """Return the address of a page's file: plan/index.md is plan/, and sok.md is sok/."""
    return re.sub(r"(^|/)index/$", r"\1", f"{page.removesuffix('.md')}/")


def _settings(config: Path) -> dict[str, Any]:
    class Loader(yaml.SafeLoader):
        """Reads plain values; MkDocs' own tags become None."""

    Loader.add_multi_constructor("", lambda *_: None)
    settings: dict[str, Any] = yaml.load(config.read_text(encoding="utf-8"), Loader)  # noqa: S506 (a SafeLoader)
    return settings


def _run(command: list[str]) -> None:
    done = subprocess.run(  # noqa: S603 (our own words)
        [sys.executable, "-m", *command],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    if done.returncode:
        told = [line for line in f"{done.stdout}{done.stderr}".splitlines() if not line.startswith("INFO ")]
        raise BuildFailed("\n".join([f"{command[0]} misslyckades:", *told]).rstrip())


def _swap(fresh: Path, site: Path) -> None:
    """Put the fresh site where the old one is, and the old one back if that fails."""
    fresh.chmod(0o755)
    old = fresh.with_name("gammal")
    if site.exists():
        site.rename(old)
    try:
        fresh.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)
