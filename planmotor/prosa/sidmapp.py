"""What lies in the folder of the pages: pages that are read, and files that the site shows as they are.

Whoever builds the site takes every file there. So one that runs in a reader's browser, one that leads out of
the folder, and a page by another name than the ones that are checked, are told of before it is built.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from planmotor.grund.gransen import fångade
from planmotor.grund.problem import Problem, shown_path

ID = "otillaten-fil"
HELP = {
    ID: "En fil bland sidorna kan köra kod hos den som läser, är en länk ut ur mappen, eller är en sida med "
    "fel ändelse.",
}
PAGE = ".md"
ALSO_PAGES = {".markdown", ".mdown", ".mkdn", ".mkd"}  # to whoever builds the site
PICTURE = ".svg"
# What a browser, or a web server, reads as a page or a program of its own.
RUN = {
    *(".html", ".htm", ".xhtml", ".xht", ".shtml", ".shtm", ".xml", ".xsl", ".xslt", ".mht", ".mhtml"),
    *(".hta", ".htc", ".swf", ".php", ".phtml", ".phar", ".cgi", ".asp", ".aspx", ".jsp"),
}
MAKE = "Skriv sidan i Markdown, i en fil som slutar på .md."


def sidor(docs: Path) -> list[Path]:
    """Return the pages in the order of their paths. A hidden file is no page to whoever builds the site."""
    home = docs.resolve()
    found = (path for path in sorted(docs.rglob(f"*{PAGE}")) if not _is_hidden(path, docs))
    return [path for path in found if not _leads_away(path, home)]


def filfel(docs: Path) -> Iterator[Problem]:
    """Yield what is wrong with the files themselves, in the order of their paths."""
    home = docs.resolve()
    for path in sorted(docs.rglob("*")):
        if not _is_hidden(path, docs):
            yield from fångade(path, _file(path, home))


def _is_hidden(path: Path, docs: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(docs).parts)


def _leads_away(path: Path, home: Path) -> bool:
    """Tell whether a path is a link to a folder, to nothing, or to a file that lies somewhere else."""
    return path.is_symlink() and not (path.is_file() and path.resolve().is_relative_to(home))


def _file(path: Path, home: Path) -> Iterator[Problem]:
    ending, shown = path.suffix.lower(), shown_path(path.parent) + f"/{path.name}"
    if _leads_away(path, home):
        text = "Filen är en länk, och det som den leder till skulle publiceras."
        yield _problem(shown, text, "Lägg filen själv i mappen, eller ta bort länken.")
    elif path.is_dir():
        return
    elif ending in ALSO_PAGES or (ending == PAGE and path.suffix != PAGE):
        text = f"Sidan läses inte, för filens namn slutar på {path.suffix}."
        yield _problem(shown, text, f"Byt namn på filen till {path.stem}{PAGE}")
    elif ending in RUN:
        text = f"En fil som slutar på {path.suffix} kan köra kod hos den som läser."
        yield _problem(shown, text, MAKE)
    elif ending == PICTURE:
        from planmotor.prosa.svgbild import refused  # noqa: PLC0415 (XML, for the few files that are such)

        if found := refused(path):
            yield _problem(shown, *found)


def _problem(shown: str, text: str, fix: str) -> Problem:
    return Problem(shown, 1, 1, ID, text, fix)
