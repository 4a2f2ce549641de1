"""The HTML that is written on a page: each tag with its attributes and its place.

Read the way browsers read tags, but never as a script or a style whose end swallows the rest of the page:
then only the first fault would be told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

# <https://…> and <namn@exempel.se> are links of Markdown and no tags.
AUTOLINK = re.compile(r"<(?:https?://[^\s<>]*|[\w.+-]+@[\w.-]+)>", re.I)


@dataclass(frozen=True, slots=True)
class Tagg:
    """A tag: its name in small letters, its attributes, and where it stands in the text."""

    namn: str
    attribut: tuple[tuple[str, str], ...]
    start: int
    slut: int
    stänger: bool = False
    text: str = ""


class _Reader(HTMLParser):
    def __init__(self, starts: list[int]) -> None:
        super().__init__(convert_charrefs=False)
        self.starts, self.found = starts, list[Tagg]()

    # Nothing is left unread: see above. Takes whatever arguments this version of Python gives it.
    def set_cdata_mode(self, *_: object, **__: object) -> None:
        pass

    def _at(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        text = self.get_starttag_text() or ""
        given = tuple((name, value or "") for name, value in attrs)
        self.found.append(Tagg(tag, given, self._at(), self._at() + len(text), text=text))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(Tagg(tag, (), self._at(), self._at(), stänger=True))

    def handle_decl(self, decl: str) -> None:
        self._odd("!", decl)

    def unknown_decl(self, data: str) -> None:
        self._odd("!", data)

    def handle_pi(self, data: str) -> None:
        self._odd("?", data)

    def _odd(self, name: str, text: str) -> None:
        self.found.append(Tagg(name, (), self._at(), self._at(), text=f"<{name}{text}>"))


def läs_taggar(text: str) -> list[Tagg]:
    """Return every tag of a text whose code is blank, in order."""
    if "<" not in text:
        return []
    bare = AUTOLINK.sub(lambda link: " " * len(link[0]), text)
    reader = _Reader([0, *(found.end() for found in re.finditer("\n", bare))])
    reader.feed(bare)
    reader.close()
    return reader.found
