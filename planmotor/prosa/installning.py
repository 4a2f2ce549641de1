"""The site's settings as far as pages are concerned: the menu, and the texts that every page shows.

The texts of the settings are put on every page, so they are held to the same as a page's title: plain words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml import CSafeLoader

from planmotor.grund.nearest import nearest, one_line
from planmotor.grund.problem import Invalid, Problem, shown_path
from planmotor.grund.settings import hold_in_size
from planmotor.grund.skrivning import PREFIX
from planmotor.grund.text import text_of
from planmotor.plan.diagnosis import explain
from planmotor.plan.kommentarer import ID as KLIPPT
from planmotor.plan.kommentarer import cuts, klippt_rad
from planmotor.prosa import installningsregler
from planmotor.prosa.lasning.huvud import CODE
from planmotor.prosa.lasning.tillaten import SCHEME, is_safe_address

TEXT, MISSING, OUTSIDE = "kod-i-installning", "meny-utan-sida", "sida-utanfor-menyn"
HELP = {
    TEXT: "En text i webbplatsens inställningar är ren text, utan HTML och utan klamrar.",
    MISSING: "Menyn i mkdocs.yml leder till en sida som inte finns. Oftast har filen bytt namn.",
    OUTSIDE: "En sida står inte i menyn i mkdocs.yml, och då hittar ingen dit.",
    installningsregler.ID: installningsregler.HELP[installningsregler.ID],
}
SHOWN = ("site_name", "site_description", "copyright", "extra", "nav")
DATA_PAGES = "datasidor"
USUAL: Sequence[str | dict[str, Any]] = (
    *(
        "abbr",
        "admonition",
        "attr_list",
        "def_list",
        "footnotes",
        "pymdownx.superfences",
        {"pymdownx.tilde": {"subscript": False, "smart_delete": False}},
        "md_in_html",
        "sane_lists",
    ),
    {"pymdownx.highlight": {"use_pygments": False}},
)


@dataclass(frozen=True)
class Inställning:
    """What the settings say: Markdown's extensions, the pages of the menu with their lines, and faults."""

    path: str = ""
    tillägg: Sequence[str | dict[str, Any]] = USUAL
    meny: tuple[tuple[str, int], ...] | None = None
    utanför: str = ""
    fel: tuple[Problem, ...] = ()
    datasidor: tuple[str, ...] = ()  # folders whose pages tell of the plan's data

    def visar_data(self, sida: str) -> bool:
        """Tell whether a page lies in one of the folders whose pages tell of the plan's data."""
        return sida.startswith(tuple(f"{folder.rstrip('/')}/" for folder in self.datasidor))


def läs_inställning(config: Path) -> Inställning:
    """Return what the file with settings says; the usual when there is none."""
    if not config.is_file():
        return Inställning()
    shown = shown_path(config)
    try:
        text = text_of(config)
        hold_in_size(text)
        node = yaml.compose(text, CSafeLoader)
    except Invalid as invalid:
        return Inställning(shown, fel=tuple(invalid.problems))
    except (yaml.YAMLError, RecursionError) as error:
        return Inställning(shown, fel=(explain(error, text, shown),))
    if not isinstance(node, yaml.MappingNode):
        return Inställning(shown)
    parts = {str(key.value): value for key, value in node.value}
    menu = tuple(_pages(parts["nav"])) if "nav" in parts else None
    faults = [problem for name in SHOWN if name in parts for problem in _texts(parts[name], shown)]
    faults += [Problem(shown, *at, KLIPPT, *klippt_rad("", cut)) for at, cut in cuts(text).items()]
    if not config.name.startswith(PREFIX):  # this program's own, made of settings that are trusted
        faults += installningsregler.check(parts, node, shown)
    extensions = _extensions(parts["markdown_extensions"]) if "markdown_extensions" in parts else USUAL
    outside, extra = str(getattr(parts.get("not_in_nav"), "value", "")), _plain(parts.get("extra", node))
    told = extra.get(DATA_PAGES) if isinstance(extra, dict) else None
    folders = tuple(str(one) for one in told) if isinstance(told, list) else ()
    return Inställning(shown, extensions, menu, outside, tuple(faults), folders)


def _extensions(node: Any) -> list[str | dict[str, Any]]:
    """Return the extensions that see the page alone: loading another one could run anything."""
    return [
        {name: _plain(options)} if isinstance(options, yaml.MappingNode) else name
        for _, name, options in installningsregler.named(node)
        if name in installningsregler.EXTENSIONS
    ]


def _plain(node: Any) -> Any:
    """Return what a node holds; a value with a tag of its own, such as the name of a function, is None."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(one) for one in node.value]
    known = {"true": True, "false": False, "null": None, "": None}
    if not node.tag.startswith("tag:yaml.org,2002:") or "python" in node.tag:
        return None
    if node.tag.endswith(":int"):
        return int(node.value)
    return known.get(node.value.lower(), node.value) if not node.style else node.value


def _pages(node: Any) -> Iterator[tuple[str, int]]:
    if isinstance(node, yaml.ScalarNode):
        if node.value.endswith(".md"):
            yield node.value, node.start_mark.line + 1
    elif isinstance(node, yaml.SequenceNode):
        for one in node.value:
            yield from _pages(one)
    else:
        for _, value in node.value:
            yield from _pages(value)


def _texts(node: Any, shown: str) -> Iterator[Problem]:
    """Yield what is wrong with the texts below a node, the names among them too."""
    if not isinstance(node, yaml.ScalarNode):
        parts = (
            node.value if isinstance(node, yaml.SequenceNode) else [n for pair in node.value for n in pair]
        )
        for part in parts:
            yield from _texts(part, shown)
        return
    at = (node.start_mark.line + 1, node.start_mark.column + 1)
    code, scheme = CODE.search(node.value), SCHEME.match(node.value)
    if code:
        text = f'"{code[0]}" kan inte stå i en text som visas på sidorna.'
        yield Problem(shown, *at, TEXT, text, "Skriv bara ord och vanliga skiljetecken.")
    elif scheme and " " not in node.value.strip() and not is_safe_address(node.value):
        text = f"Adressen {one_line(node.value)} går inte att använda."
        yield Problem(
            shown, *at, TEXT, text, "Skriv en adress som börjar med https://, eller vägen till en sida."
        )


def menyfel(found: Inställning, sidor: Sequence[str], docs: str) -> Iterator[Problem]:
    """Yield pages of the menu that don't exist, and pages that aren't in the menu."""
    if found.meny is None:
        return
    there, listed = set(sidor), {page for page, _ in found.meny}
    for page, line in found.meny:
        if page not in there:
            close = nearest(page, sorted(there - listed)) or nearest(page, sorted(there), 0.8)
            fix = f"Skriv i stället: {close}" if close else "Ta bort raden, eller skriv sidan."
            yield Problem(found.path, line, 1, MISSING, f"Sidan {one_line(page)} i menyn finns inte.", fix)
    left = sorted(there - listed)
    if left and found.utanför:
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 (only when there is something to ask about)

        spec = GitIgnoreSpec.from_lines(found.utanför.splitlines())
        left = [page for page in left if not spec.match_file(page)]
    for page in left:
        text = "Sidan står inte i menyn."
        fix = f"Lägg till den under nav i {found.path}: - {page}"
        yield Problem(f"{docs}/{page}", 1, 1, OUTSIDE, text, fix)
