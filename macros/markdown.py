"""Lets the HTML that a macro returns pass Markdown untouched, which is both safer and a third of the time.

``Webb.render`` puts marks round its HTML; this extension takes each marked block out before Markdown's own
HTML parser sees it, and Markdown puts it back where it stood.
"""

from __future__ import annotations

import re
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

START, END = "<!--makro-->", "<!--/makro-->"
BLOCK = re.compile(f"{re.escape(START)}(.*?){re.escape(END)}", re.DOTALL)
# After MkDocs has read the anchors of raw HTML (21), before Markdown parses the HTML itself (20).
PRIORITY = 20.5


def marked(html: str) -> str:
    """Return a block of HTML with marks round it, on lines of its own."""
    return f"{START}{html}{END}\n"


class StashMacros(Preprocessor):
    """Stores each marked block, and leaves its placeholder as a paragraph of its own."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with every marked block replaced."""
        text = BLOCK.sub(self._stash, "\n".join(lines))
        return text.split("\n")

    def _stash(self, block: re.Match[str]) -> str:
        return f"\n\n{self.md.htmlStash.store(block.group(1))}\n\n"


class MacroBlocks(Extension):
    """The extension ``macros.markdown`` of mkdocs.yml."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Markdown's own name)
        """Register the preprocessor."""
        md.preprocessors.register(StashMacros(md), "makro_block", PRIORITY)


def makeExtension(**options: Any) -> MacroBlocks:  # noqa: N802 (Markdown's own name)
    """Return the extension, as Markdown asks for it by module name."""
    return MacroBlocks(**options)
