"""What the site's settings may say: they choose and name, and never run or fetch anything.

The program that builds the site lets its settings run a function, load a file of code and fetch from other
hosts. A proposal may change the settings like any text, so they are held against what they are there for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from planmotor.grund.nearest import listed, nearest, one_line
from planmotor.grund.problem import Problem

ID, TAG = "otillaten-installning", "tagg"
HELP = {
    ID: "En inställning i mkdocs.yml kör kod, läser andra filer eller hämtar något från en annan webbplats.",
}
ASK = "Fråga någon med rollen teknik om arbetet behöver mer."
KEYS = {
    *("site_name", "site_description", "site_author", "site_url", "copyright", "repo_url", "repo_name"),
    *("edit_uri", "edit_uri_template", "docs_dir", "site_dir", "strict", "watch", "theme", "plugins"),
    *("markdown_extensions", "extra_css", "extra_javascript", "extra", "validation", "nav", "not_in_nav"),
    *("use_directory_urls", "dev_addr", "remote_branch", "remote_name"),
}
# Extensions of Markdown that see nothing but the page. Those that are left out read other files.
MARKDOWN = "abbr admonition attr_list codehilite def_list extra fenced_code footnotes md_in_html meta nl2br"
MARKDOWN += " sane_lists smarty tables toc wikilinks"
PYMDOWN = (
    "arithmatex betterem caret critic details emoji escapeall extra highlight inlinehilite keys magiclink"
)
PYMDOWN += " mark progressbar saneheaders smartsymbols striphtml superfences tabbed tasklist tilde"
EXTENSIONS = {
    "macros.markdown",
    *MARKDOWN.split(),
    *(f"markdown.extensions.{name}" for name in MARKDOWN.split()),
    *(f"pymdownx.{name}" for name in PYMDOWN.split()),
}
# The functions that the theme's own guide tells one to name.
FUNCTIONS = ("material.extensions.emoji.", "pymdownx.superfences.", "pymdownx.slugs.", "pymdownx.emoji.")
NAMED = "tag:yaml.org,2002:python/name:"
PROGRAM = "tag:yaml.org,2002:python/"
CLOSE = 0.85  # a slip of the hand, and not another word with the same end
FILES = ("extra_css", "extra_javascript")
OURS = {"module_name": "macros", "render_by_default": "false"}  # all that the macros' plugin is told


def check(parts: Mapping[str, Any], root: Any, shown: str) -> Iterator[Problem]:
    """Yield what the settings may not say; ``parts`` are the values of the top ``root`` by their keys."""
    for key, _ in root.value:
        name = str(key.value)
        if name not in KEYS:
            close = nearest(name, sorted(KEYS), CLOSE)
            fix = f"Skriv i stället: {close}" if close else f"Ta bort den. {ASK}"
            yield _problem(key, shown, f"Inställningen {one_line(name)} går inte att använda.", fix)
    yield from _tags(root, shown)
    for name in FILES:
        yield from _files(parts.get(name), shown)
    for node, name, _ in named(parts.get("markdown_extensions")):
        if name not in EXTENSIONS:
            close = nearest(name, sorted(EXTENSIONS), CLOSE)
            fix = f"Skriv i stället: {close}" if close else f"Ta bort det. {ASK}"
            yield _problem(node, shown, f"Tillägget {one_line(name)} går inte att använda.", fix)
    for _, name, options in named(parts.get("plugins")):
        if name == "macros":
            yield from _macros(options, shown)
    yield from _looks(parts, shown)


def named(node: Any) -> Iterator[tuple[Any, str, Any]]:
    """Yield where each extension or plugin of a list stands, its name and its options (None without any)."""
    if isinstance(node, yaml.MappingNode):
        yield from ((key, str(key.value), value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        for one in node.value:
            if isinstance(one, yaml.ScalarNode):
                yield one, one.value, None
            else:
                yield from named(one)


def _tags(node: Any, shown: str) -> Iterator[Problem]:
    """Yield each value that the program would run, or fetch from the machine, to get."""
    tag = str(node.tag)
    is_plain = tag.startswith("tag:yaml.org,2002:") and not tag.startswith(PROGRAM)
    if not is_plain and not tag.removeprefix(NAMED).startswith(FUNCTIONS):
        if tag.startswith(PROGRAM):
            text = f"{one_line(tag.replace('tag:yaml.org,2002:', '!!'))} är namnet på ett program."
        else:
            text = "Värdet hämtas från datorn som bygger, och skulle visas på varje sida."
        yield Problem(shown, *_at(node), TAG, text, "Skriv ut värdet här.")
    if isinstance(node, yaml.MappingNode):
        for pair in node.value:
            for part in pair:
                yield from _tags(part, shown)
    elif isinstance(node, yaml.SequenceNode):
        for part in node.value:
            yield from _tags(part, shown)


def _files(node: Any, shown: str) -> Iterator[Problem]:
    for one in node.value if isinstance(node, yaml.SequenceNode) else ():
        values = [one] if isinstance(one, yaml.ScalarNode) else [value for _, value in one.value]
        for value in values:
            if isinstance(value, yaml.ScalarNode) and (":" in value.value or value.value[:1] in "/\\"):
                text = f"{one_line(value.value)} ligger inte bland webbplatsens egna filer."
                yield _problem(value, shown, text, "Lägg filen i docs/assets och skriv vägen dit.")


def _macros(options: Any, shown: str) -> Iterator[Problem]:
    for key, value in options.value if isinstance(options, yaml.MappingNode) else ():
        if OURS.get(str(key.value)) != str(value.value).lower():
            right = listed(f"{name}: {word}" for name, word in OURS.items())
            text = f"Inställningen {one_line(str(key.value))} för macros skulle köra eller läsa annat."
            yield _problem(key, shown, text, f"Skriv bara: {right}")


def _looks(parts: Mapping[str, Any], shown: str) -> Iterator[Problem]:
    """Yield a theme whose templates, which are programs, lie among what is data."""
    theme = parts.get("theme")
    data = {str(getattr(parts.get("docs_dir"), "value", "docs")).strip("./"), "docs", "data"}
    for key, value in theme.value if isinstance(theme, yaml.MappingNode) else ():
        way = str(value.value).removeprefix("./") if key.value == "custom_dir" else ""
        if way and (way.split("/")[0] in data or way.startswith(("/", "..")) or ":" in way):
            text = f"Mallarna kan inte ligga i {one_line(way)}: där ligger texter och data."
            yield _problem(value, shown, text, "Skriv: custom_dir: overrides")


def _at(node: Any) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _problem(node: Any, shown: str, text: str, fix: str) -> Problem:
    return Problem(shown, *_at(node), ID, text, fix)
