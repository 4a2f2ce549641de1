"""What a page may call, and all that knows MkDocs.

``define_env`` is what mkdocs-macros calls once per build: it loads the plan, checks every macro call on
every page and registers the macros. A fault in either ends the build before a page is written.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import FileSystemBytecodeCache

from macros import (
    andringar,
    bilder,
    inline,
    invanare,
    lokalt,
    oppna,
    oversikter,
    redigera,
    redogorelse,
    register,
    remiss,
    tabeller,
    uppfoljning,
    urval,
    webbplats,
)
from macros.makro import MAKRON
from macros.sidor import check_pages
from macros.webb import Webb
from planmotor.cache import load_cached
from planmotor.export import FILES, jsonld
from planmotor.problem import Invalid
from planmotor.report import as_text
from planmotor.today import today

FAMILIES = (
    andringar,
    bilder,
    inline,
    invanare,
    lokalt,
    oppna,
    oversikter,
    redigera,
    redogorelse,
    register,
    remiss,
    tabeller,
    uppfoljning,
    urval,
    webbplats,
)


class PlanFel(SystemExit):
    """Ends the build with the problems as its message, and exit status 1."""


def define_env(env: Any) -> None:
    """Load once, check the pages, register the macros."""
    folder = Path(env.project_dir)
    try:
        plan = load_cached(folder / "data/aktiviteter.yaml", folder / ".cache/planmotor")
        check_pages(Path(env.conf["docs_dir"]), plan)
    except Invalid as invalid:
        raise PlanFel(as_text(invalid.problems)) from None
    docs = Path(env.conf["docs_dir"])
    # The theme's language switch looks a page up among all pages, for every page: a set makes that cheap.
    env.conf["extra"]["källfiler"] = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    cache = folder / ".cache/mallar"
    cache.mkdir(parents=True, exist_ok=True)
    compiled = FileSystemBytecodeCache(str(cache))
    address = f"{env.conf['site_url'].rstrip('/')}/" if env.conf.get("site_url") else ""
    url = env.conf.get("repo_url") or ""
    webb = Webb(plan, today(), url, lambda: str(env.page.url), docs, compiled, address)
    env.conf["extra"]["jsonld"] = jsonld.pages(plan, FILES)
    for name, makro in MAKRON.items():
        env.macro(partial(makro.function, webb), name)
