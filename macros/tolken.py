"""One reader of Markdown for all pages of a build.

MkDocs makes a reader anew for every page: it looks up each extension among all installed packages and
registers its parts, which takes as long as reading a page. All pages have the same settings, and Markdown
has a way of its own to make a reader ready for the next text: ``reset``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from markdown import Markdown


def use_one_reader(page: object) -> None:
    """Let the program that ``page`` belongs to use one reader for all pages with the same settings.

    MkDocs and its fork ProperDocs ask for the reader by the same words; another program is left alone.
    """
    module: Any = sys.modules.get(type(page).__module__)
    if getattr(getattr(module, "markdown", None), "Markdown", None) is Markdown:
        there = vars(module.markdown)
        module.markdown = SimpleNamespace(**there | {"Markdown": _ready_again()})


def _ready_again() -> Callable[..., Markdown]:
    """Return what stands in for the class: it gives the same reader, reset, for the same settings."""
    made: dict[str, Markdown] = {}

    def reader(*, extensions: Sequence[Any], extension_configs: Mapping[str, Any]) -> Markdown:
        settings = repr((extensions, extension_configs))
        if settings not in made:
            made[settings] = Markdown(extensions=extensions, extension_configs=extension_configs)
        return made[settings].reset()

    return reader
