"""What a page may call, and all that knows MkDocs.

A family of macros is a folder with its functions and the templates that they fill; what families share lies
in ``delade``. A new family is picked up by itself. May call every wing of the engine but the commands' own
work. Begin with ``makro`` and ``webb``.

mkdocs-macros calls ``define_env`` once per build, which loads the plan, checks every page and registers the
macros, and ``on_pre_page_macros`` for each page, which answers its calls. Its own template engine is switched
off: a page is data, and nothing on it is evaluated. A fault ends the build before a page is written.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from jinja2 import FileSystemBytecodeCache

from macros.makro import MAKRON
from macros.sidor import Svarare, infoga, signaturer, svara, utan_märken
from macros.tolken import use_one_reader
from macros.webb import Webb
from planmotor.grund.nearest import slug
from planmotor.grund.problem import Invalid, Problem, shown_path
from planmotor.grund.report import as_text
from planmotor.grund.text import text_of
from planmotor.grund.today import today
from planmotor.oppna.export import FILES, jsonld
from planmotor.plan.cache import load_cached
from planmotor.plan.lagesnotis import lägesnotis
from planmotor.plan.model.plan import Plan
from planmotor.plan.model.statusord import MÄRKEN
from planmotor.prosa.granska import granskade
from planmotor.prosa.sidmapp import ID, sidor

RENAME = "Byt namn på filen. Den ska sluta på .md och inte börja med punkt."
VERSION = re.compile(r"beslut/[^/]+/[^/]+/")  # a page of a decided version


def families() -> tuple[ModuleType, ...]:
    """Import every family of macros, in the order of their folders; importing one registers its macros."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.ispkg)
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)


families()


def notices(plan: Plan, extra: dict[str, Any]) -> dict[str, str]:
    """Return the notice of each page that is about one action plan; that of all others under no name.

    The pages of a decided version say themselves what they are.
    """
    draft, day = str((extra.get("utkast") or {}).get("text") or ""), today()
    own = {
        f"handlingsplaner/{one.id}.md": lägesnotis(plan, day, draft, one.id) for one in plan.handlingsplaner
    }
    decided = (page for page in extra.get("källfiler") or () if VERSION.match(page))
    return {"": lägesnotis(plan, day, draft), **own, **dict.fromkeys(decided, "")}


class PlanFel(SystemExit):
    """Ends the build with the problems as its message, and exit status 1."""


def define_env(env: Any) -> None:
    """Load once, check the pages, register the macros."""
    # Whatever a page or the settings say of it, no page is rendered as a template: see on_pre_page_macros.
    env.config["render_by_default"], env.config["force_render_paths"] = False, ""
    folder, docs = Path(env.project_dir), Path(env.conf["docs_dir"])
    kept = folder / ".cache/planmotor"
    try:
        data = folder / "data/aktiviteter.yaml"
        plan = load_cached(data, kept)
        pages = granskade(docs, signaturer(), plan, Path(env.conf["config_file_path"]), kept, data)
        _end_at(pages.fel)
        env.calls = {name: [call for call, _ in page.anrop] for name, page in pages.sidor.items()}
    except Invalid as invalid:
        _end_at(invalid.problems)
    # The theme's language switch looks a page up among all pages, for every page: a set makes that cheap.
    env.conf["extra"]["källfiler"] = {path.relative_to(docs).as_posix() for path in sidor(docs)}
    env.conf["extra"]["lägesnotiser"] = notices(plan, env.conf["extra"])
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


def on_pre_page_macros(env: Any) -> None:
    """Answer the calls of one page, and leave nothing for the plugin to evaluate."""
    use_one_reader(env.page)
    for switch in ("render_macros", "ignore_macros"):
        env.page.meta.pop(switch, None)
    file = Path(env.conf["docs_dir"]) / env.page.file.src_path
    if env.page.file.src_uri not in env.conf["extra"]["källfiler"]:  # whatever has made it a page
        _end_at([Problem(shown_path(file), 1, 1, ID, "Sidan är inte kontrollerad.", RENAME)])
    made = {name: env.macros[name] for name in MAKRON}
    try:
        env.markdown = _answered(env, file, made)
    except Invalid as invalid:
        _end_at(invalid.problems)


def _answered(env: Any, file: Path, made: Svarare) -> str:
    """Return a page's body with its calls answered; the check has found them, where it read the same text."""
    body, whole = str(env.markdown), text_of(file)
    calls = env.calls.get(env.page.file.src_uri)
    if calls is not None and whole.endswith(body) and whole == utan_märken(whole):
        return infoga(whole, calls, shown_path(file), made)[len(whole) - len(body) :]
    try:
        return svara(body, shown_path(file), made)
    except Invalid as invalid:
        above = max(0, whole.count("\n") - body.count("\n"))
        raise Invalid([replace(problem, line=problem.line + above) for problem in invalid.problems]) from None


def _end_at(problems: Sequence[Problem]) -> None:
    if problems:
        raise PlanFel(as_text(problems))
