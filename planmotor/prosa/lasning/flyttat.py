"""The old addresses of pages that have got another name or place: ``flyttat`` in their front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from planmotor.prosa.lasning.huvud import Huvud, läs_huvud

KEY = "flyttat"
ADRESS = re.compile(r"/?[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*/?")


def gamla_adresser(huvud: Huvud) -> tuple[tuple[str, int], ...]:
    """Return each old address in a page's front matter, as the site writes addresses, and its line."""
    value = huvud.värden.get(KEY)
    if value is None or not isinstance(value.värde, list):
        return ()
    written = (one for one in value.värde if isinstance(one, str) and ADRESS.fullmatch(one))
    return tuple((f"{one.strip('/')}/", value.rad) for one in written)


def flyttade(sidor: Mapping[str, str]) -> dict[str, str]:
    """Return the page that took over each old address: {old address: path below the docs}."""
    asked = ((path, text) for path, text in sidor.items() if KEY in text)
    return {old: path for path, text in asked for old, _ in gamla_adresser(läs_huvud(text, path))}


def flyttade_i(docs: Path) -> dict[str, str]:
    """Return the page that took over each old address, of the pages in a folder."""
    return flyttade(
        {
            file.relative_to(docs).as_posix(): file.read_text(encoding="utf-8-sig")
            for file in sorted(docs.rglob("*.md"))
        }
    )
