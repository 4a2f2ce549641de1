"""What a page may call, and all that knows MkDocs.

A family of macros is a folder with its functions and the templates that they fill; what families share lies
in ``delade``. A new family is picked up by itself. May call every wing of the engine but the commands' own
work. Begin with ``makro`` and ``webb``.

``define_env`` is what mkdocs-macros calls once per build: it loads the plan, checks every macro call on
every page and registers the macros. A fault in either ends the build before a page is written.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from jinja2 import FileSystemBytecodeCache

from macros.makro import MAKRON
from macros.sidor import check_pages
from macros.webb import Webb
from planmotor.grund.nearest import slug
from planmotor.grund.problem import Invalid
from planmotor.grund.report import as_text
from planmotor.grund.today import today
from planmotor.oppna.export import FILES, jsonld
from planmotor.plan.cache import load_cached
from planmotor.plan.model.statusord import MÄRKEN


def families() -> tuple[ModuleType, ...]:
    """Import every family of macros, in the order of their folders; importing one registers its macros."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.ispkg)
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)


families()


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
    env.conf["extra"]["märken"] = {slug(word): märke.form for word, märke in MÄRKEN.items()}
    env.conf["extra"]["jsonld"] = jsonld.pages(plan, FILES)
    for name, makro in MAKRON.items():
        env.macro(partial(makro.function, webb), name)
