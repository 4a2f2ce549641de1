"""Two sites of the same pages: ours, and a peer of plain Material where each macro call is already text."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml

from macros import define_env
from macros.sidor import svara

PARTS = ("data", "docs", "macros", "overrides", "planmotor", "mkdocs.yml")
MODELS = "strategier"  # the pages that generated pages are copies of
CONTACT, LARGEST_TABLE = "fasta-kontakter/fast-lakarkontakt/", "handlingsplaner/gemensam-plan/"
SECTION_SIZE = 25  # pages in a section
DOOR_SIZE = 10  # sections in a part of the top menu


def copy_ours(root: Path, folder: Path) -> Path:
    """Copy what a build of the site needs, so that nobody's editing disturbs the measuring."""
    folder.mkdir()
    for part in PARTS:
        source = root / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / part)
    return folder


def make_peer(ours: Path, folder: Path) -> Path:
    """Make plain Material of the same pages: no macros, no search, no font from another host."""
    shutil.copytree(ours / "docs", folder / "docs")
    rendered = _Macros(ours)
    for page in _pages(folder):
        page.write_text(rendered(page.relative_to(folder / "docs")), encoding="utf-8")
    same = _read_config(ours)
    config = {key: same[key] for key in ("site_name", "site_description", "nav")}
    config["markdown_extensions"] = [name for name in same["markdown_extensions"] if not _is_own(name)]
    theme = {"name": "material", "language": "sv", "font": False, "features": ["navigation.prune"]}
    _write_config(folder, config | {"theme": theme, "plugins": []})
    return folder


def with_search(peer: Path, folder: Path) -> Path:
    """Copy the peer and give it the search that comes with Material, in Swedish."""
    shutil.copytree(peer / "docs", folder / "docs")
    _write_config(folder, _read_config(peer) | {"plugins": [{"search": {"lang": "sv"}}]})
    return folder


def _is_own(extension: str | dict[str, Any]) -> bool:
    """Tell whether a Markdown extension comes from this project, which plain Material lacks."""
    name = extension if isinstance(extension, str) else next(iter(extension))
    return name.startswith("macros")


class _Macros:
    """Stands in for the macros plugin, to see what text a page becomes."""

    def __init__(self, site: Path) -> None:
        self.docs = site / "docs"
        self.project_dir = str(site)
        config = {"docs_dir": str(self.docs), "config_file_path": str(site / "mkdocs.yml")}
        self.conf = {"extra": {}} | _read_config(site) | config
        self.config: dict[str, Any] = {}
        self.page = SimpleNamespace(url="")
        self.macros: dict[str, Callable[..., str]] = {}
        define_env(self)

    def macro(self, function: Callable[..., str], name: str) -> None:
        self.macros[name] = function

    def __call__(self, page: Path) -> str:
        self.page.url = re.sub(r"(^|/)index/$", r"\1", f"{page.with_suffix('').as_posix()}/")
        text = (self.docs / page).read_text(encoding="utf-8-sig")
        return svara(text, page.as_posix(), self.macros)


def number_of_pages(site: Path) -> int:
    """Return the number of Markdown pages of a site."""
    return len(_pages(site))


def strategy_pages(site: Path) -> list[Path]:
    """Return the pages of single strategies, the longest first."""
    pages = [page for page in (site / "docs" / MODELS).glob("*.md") if page.stem != "index"]
    return sorted(pages, key=lambda page: (-page.stat().st_size, page.name))


def looked_at(site: Path) -> dict[str, str]:
    """Return the pages that a browser is shown, by Swedish name, each with its address."""
    return {
        "Startsidan": "",
        "En kontaktsida": CONTACT,
        "En strategisida": f"{MODELS}/{strategy_pages(site)[0].stem}/",
        "Största tabellsidan": LARGEST_TABLE,
    }


def grow(site: Path, pages: int) -> None:
    """Add copies of the strategy pages, in sections of the menu, until the site has this many pages."""
    config, models = _read_config(site), strategy_pages(site)
    sections = []
    for first in range(number_of_pages(site), pages, SECTION_SIZE):
        numbers = range(first, min(first + SECTION_SIZE, pages))
        folder = site / "docs" / f"genererat-{first}"
        folder.mkdir()
        copies = [_copy(models[number % len(models)], folder, number) for number in numbers]
        sections.append({f"Avsnitt {first}": copies})
    for start in range(0, len(sections), DOOR_SIZE):
        config["nav"].append({f"Genererat {pages}, {start}": sections[start : start + DOOR_SIZE]})
    _write_config(site, config)


def _copy(model: Path, folder: Path, number: int) -> str:
    """Write a copy with a title of its own and working links; return its path as the menu wants it."""
    text = model.read_text(encoding="utf-8")
    text = re.sub(r"^title: (.*)$", rf"title: \1 {number}", text, count=1, flags=re.MULTILINE)
    text = re.sub(r"\]\((?=[a-z0-9-]+\.md)", f"](../{MODELS}/", text)
    (folder / f"{number}.md").write_text(text, encoding="utf-8")
    return f"{folder.name}/{number}.md"


def _pages(site: Path) -> list[Path]:
    return sorted((site / "docs").rglob("*.md"))


def _read_config(site: Path) -> dict[str, Any]:
    config: dict[str, Any] = yaml.safe_load((site / "mkdocs.yml").read_text(encoding="utf-8"))
    return config


def _write_config(site: Path, config: dict[str, Any]) -> None:
    text = yaml.safe_dump(config, allow_unicode=True, sort_keys=False)
    (site / "mkdocs.yml").write_text(text, encoding="utf-8")
