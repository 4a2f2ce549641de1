"""How long others take to build the same text: Zensical, which follows Material, and Hugo, the limit.

Neither knows the plan: the text is the peer's, where each macro call is text already. So there is no goal.
"""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

from matning.process import python, run, seconds
from matning.sites import number_of_pages
from matning.table import Row, number

HUGO_SETTINGS = """\
baseURL: https://exempel.se/
title: Planen
languageCode: sv
disableKinds: [taxonomy, term, RSS, sitemap]
markup: {goldmark: {renderer: {unsafe: true}}}
"""
# The least that is a page: its title, its text, and the pages of its section.
HUGO_PAGE = """\
<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><nav><ul>{{ range .CurrentSection.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul></nav><main>{{ .Content }}</main></body></html>
"""


def measure(ours: Path, peer: Path) -> Iterator[Row]:
    """Yield our time beside that of each neighbour; one that isn't on this machine is told of."""
    pages = number_of_pages(ours)
    mine = seconds(ours, "-m", "mkdocs", "build")
    for name, found, build in (
        ("Zensical", importlib.util.find_spec("zensical"), _zensical),
        ("Hugo", shutil.which("hugo"), _hugo),
    ):
        what = f"Bygga {number(pages)} sidor, bredvid {name}"
        if not found:
            yield Row(what, mine, None, "s", causes=(f"{name} finns inte på den här maskinen",))
            continue
        took, built = build(peer, peer.with_name(f"{peer.name}-{name.lower()}"))
        short = built < pages
        causes = (f"{name} gjorde bara {number(built)} av sidorna",) if short else ()
        yield Row(what, mine, None if short else took, "s", causes=causes)


def _zensical(peer: Path, folder: Path) -> tuple[float, int]:
    shutil.copytree(peer, folder, ignore=shutil.ignore_patterns("site"))
    took = _timed(lambda: python(folder, "-m", "zensical", "build"))
    return took, _made(folder / "site")


def _hugo(peer: Path, folder: Path) -> tuple[float, int]:
    """Build the text with Hugo, to which the first page of a folder has another name."""
    shutil.copytree(peer / "docs", folder / "content")
    for page in (folder / "content").rglob("index.md"):
        page.rename(page.with_name("_index.md"))
    (folder / "config.yaml").write_text(HUGO_SETTINGS, encoding="utf-8")
    layouts = folder / "layouts/_default"
    layouts.mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(HUGO_PAGE, encoding="utf-8")
    took = _timed(lambda: run(folder, "hugo", "--quiet"))
    return took, _made(folder / "public")


def _timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _made(site: Path) -> int:
    return sum(1 for _ in site.rglob("*.html"))
