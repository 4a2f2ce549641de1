"""The built site's own links: every address in every file is followed to its file and its place there.

Comes in: the folder of a built site, its address and the pages that it was built of. Pages, style sheets,
feeds, calendars, open data and PDF files are read as their readers do. Begin here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from planmotor.grund.problem import Problem
from planmotor.sajt.lankprov.data import läs_csv, läs_ics, läs_json, läs_xml
from planmotor.sajt.lankprov.kalla import Källa
from planmotor.sajt.lankprov.mal import Mål
from planmotor.sajt.lankprov.pdf import läs_pdf
from planmotor.sajt.lankprov.sidor import css_adresser, läs_html
from planmotor.sajt.lankprov.typer import Död, Länk, Läst

READERS: Mapping[str, Callable[[str, bytes], Läst]] = {
    ".html": läs_html,
    ".css": lambda fil, raw: Läst([Länk(fil, to) for to in css_adresser(raw.decode())]),
    ".json": läs_json,
    ".csv": läs_csv,
    ".xml": läs_xml,
    ".rdf": läs_xml,
    ".ics": läs_ics,
    ".pdf": läs_pdf,
}
NOT_OURS = ("pagefind", "assets/javascripts", "assets/stylesheets")  # made by others, of the pages


def döda_länkar(site: Path, adress: str, docs: Path) -> list[Problem]:
    """Return each link of a built site that leads nowhere, where it can be mended."""
    files, dead = _read(site, adress)
    return Källa(docs, files).problem(dead) if dead else []


def _read(site: Path, adress: str) -> tuple[list[str], list[Död]]:
    paths = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    read = {
        name: READERS[path.suffix](name, path.read_bytes())
        for name, path in paths.items()
        if path.suffix in READERS and not name.startswith(NOT_OURS)
    }
    targets = Mål(paths, read, adress)
    found = (targets.död(link) for one in read.values() for link in one.länkar)
    return list(paths), [dead for dead in found if dead]
