"""A trial: all that a proposal would publish, made in a folder that is thrown away.

Only then does a review say that a proposal can be published: what the last step would refuse, the first says.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from planmotor.grund.problem import Invalid, Stopped
from planmotor.grund.report import as_text
from planmotor.grund.settings import settings
from planmotor.grund.skrivning import PREFIX, put
from planmotor.plan.load import load
from planmotor.sajt.build import follow_links, make_pages, make_print
from planmotor.sajt.filer import add_files
from planmotor.sajt.pictures import say_missing

GENERATOR = "mkdocs"
LENT = f"{PREFIX}prov.yml"


def provbygg(data: Path, docs: Path, config: Path, se: Callable[[Path], object] = lambda _: None) -> str:
    """Return what stops the pages, forms, open data or PDF files from being made; empty when nothing does.

    ``se`` is shown the folder of the site as soon as its pages and files are there.

    ``config`` is a configuration that is trusted. One that lies elsewhere than beside ``docs`` lends the
    proposal its theme and plugins, for a proposal's own could run anything: only its menu is used.
    """
    try:
        plan = load(data)
        with (
            inställd(docs, config) as chosen,
            tempfile.TemporaryDirectory(prefix="planmotor-prov-") as folder,
        ):
            fresh = Path(folder) / "site"
            make_pages(chosen, fresh, GENERATOR, _nobody)
            add_files(plan, data, chosen, fresh, _nobody)
            se(fresh)
            make_print(plan, fresh, chosen, _nobody)
            say_missing(fresh)
            follow_links(fresh, chosen, _nobody)
    except Invalid as invalid:
        return as_text(invalid.problems)
    except Stopped as stopped:
        return str(stopped).replace(LENT, config.name)
    except OSError as error:
        return f"Det går inte att läsa eller skriva {error.filename}."
    return ""


def _nobody(_: str) -> None:
    """Nobody waits for the steps of a trial."""


@contextmanager
def inställd(docs: Path, config: Path) -> Iterator[Path]:
    """Lend the configuration that the trial uses; one made for it lies beside the data while it is used."""
    root = docs.resolve().parent
    if config.resolve().parent == root:
        yield config
        return
    lent = root / LENT
    put(lent, json.dumps(_lent(config.resolve(), root, docs.resolve()), ensure_ascii=False).encode())
    try:
        yield lent
    finally:
        lent.unlink(missing_ok=True)


def _lent(config: Path, root: Path, docs: Path) -> dict[str, Any]:
    """Return the trusted configuration with the proposal's pages and menu, every path written out."""
    made = settings(config) | {"docs_dir": str(docs), "watch": []}
    theme = made.get("theme")
    if isinstance(theme, dict) and "custom_dir" in theme:
        made["theme"] = theme | {"custom_dir": str(config.parent / str(theme["custom_dir"]))}
    made["plugins"] = [_installed(plugin) for plugin in made.get("plugins") or []]
    own = root / config.name
    menu = settings(own).get("nav") if own.is_file() else None
    made.pop("nav", None)
    return made | {"nav": menu} if menu else made


def _installed(plugin: Any) -> Any:
    """Return a plugin that takes macros from where ours are, for the proposal brings none."""
    name, options = next(iter(plugin.items())) if isinstance(plugin, dict) else (plugin, None)
    if not isinstance(options, dict) or "module_name" not in options:
        return plugin
    rest = {option: value for option, value in options.items() if option != "module_name"}
    return {name: rest | {"modules": [*rest.get("modules", []), options["module_name"]]}}
