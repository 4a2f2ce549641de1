"""Lets the HTML that a macro returns pass Markdown untouched, which is both safer and a third of the time.

``Webb.render`` puts marks round its HTML; this extension takes each marked block out before anybody parses
the page's HTML, and Markdown puts it back where it stood. The ids of the blocks are told to MkDocs, which
looks for the places that links lead to.
"""

from __future__ import annotations

import re
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

START, END = "<!--makro-->", "<!--/makro-->"
BLOCK = re.compile(f"{re.escape(START)}(.*?){re.escape(END)}", re.DOTALL)
IDS = re.compile(r'\sid="([^"]*)"')
# MkDocs reads the anchors of raw HTML at 21, and Markdown parses the HTML itself at 20.
BEFORE, BETWEEN = 21.5, 20.5
ANCHORS = "mkdocs_raw_html"


def marked(html: str) -> str:
    """Return a block of HTML with marks round it, on lines of its own."""
    return f"{START}{html}{END}\n"


class StashMacros(Preprocessor):
    """Stores each marked block, and leaves its placeholder as a paragraph of its own."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.ids: set[str] = set()

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with every marked block replaced."""
        self.ids = set()
        text = BLOCK.sub(self._stash, "\n".join(lines))
        return text.split("\n")

    def _stash(self, block: re.Match[str]) -> str:
        self.ids.update(IDS.findall(block[1]))
        return f"\n\n{self.md.htmlStash.store(block[1])}\n\n"


class TellAnchors(Preprocessor):
    """Adds the ids of the stored blocks to those that MkDocs has found on the page."""

    def __init__(self, md: Markdown, stash: StashMacros) -> None:
        super().__init__(md)
        self.stash = stash

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines as they are."""
        if ANCHORS in self.md.preprocessors:
            anchors: Any = self.md.preprocessors[ANCHORS]
            anchors.present_anchor_ids |= self.stash.ids
        return lines


class MacroBlocks(Extension):
    """The extension ``macros.markdown`` of mkdocs.yml."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Markdown's own name)
        """Register the preprocessors."""
        stash = StashMacros(md)
        md.preprocessors.register(stash, "makro_block", BEFORE)
        md.preprocessors.register(TellAnchors(md, stash), "makro_ankare", BETWEEN)


def makeExtension(**options: Any) -> MacroBlocks:  # noqa: N802 (Markdown's own name)
    """Return the extension, as Markdown asks for it by module name."""
    return MacroBlocks(**options)
