"""Links of a frozen page: within the version they stay, and out of it they lead to the site of today."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from pathlib import Path

from planmotor.plan.beslutstext import page_address

LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(([^)\s]+)((?:\s[^)]*)?)\)")
RAW = re.compile(r'\b(href|src)="([^"]+)"')
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|#|/", re.I)


def omlänkad(text: str, page: str, place: str, frozen: Collection[str], docs: Path) -> str:
    """Return the text of ``page``, to stand at ``place``: both are paths below ``docs``.

    A link to what is no longer there becomes plain text. One that leaves the version leads to the page and
    not to a section of it, since nobody knows that the section will stay.
    """

    def link(found: re.Match[str]) -> str:
        picture, words, target, title = found.groups()
        path, _hash, _anchor = target.partition("#")
        if ELSEWHERE.match(target):
            return found[0]
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        if wanted in frozen:
            return found[0]
        if not (docs / wanted).exists():
            return "" if picture else words
        return f"{picture}[{words}]({posixpath.relpath(wanted, posixpath.dirname(place))}{title})"

    def raw(found: re.Match[str]) -> str:
        name, target = found.groups()
        if ELSEWHERE.match(target):
            return found[0]
        wanted = posixpath.normpath(posixpath.join(page_address(page), target))
        slash = "/" if target.endswith("/") else ""
        return f'{name}="{posixpath.relpath(wanted, page_address(place))}{slash}"'

    return RAW.sub(raw, LINK.sub(link, text))
