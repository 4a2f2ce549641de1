"""The pages of a decided version, at addresses that stay: each is little more than one macro call."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from planmotor.plan.model.aktiviteter import Handlingsplan
from planmotor.plan.model.types import Datum

FOLDER = Path("beslut")
EDITION = """\
---
title: "{namn}: versionen {dag}"
description: "{namn}, versionen {dag}: vem som beslutade, vad som ändrades och hur du kontrollerar texten."
stil: [assets/andringar.css]
---

# {namn}: versionen {dag}

Så här var planen den dagen.
Inget i texten eller tabellerna ändras, så det går att se i efterhand vad som gällde då.

{{{{ beslutad_version(handlingsplan="{id}", datum="{datum}") }}}}
"""
PAGE = """\
---
title: "{titel} ({namn}, versionen {dag})"
description: "Sidan {titel} som den löd i {namn} i den beslutade versionen {dag}."
{stil}---

# {rubrik}

{{{{ beslutad_sida(handlingsplan="{id}", datum="{datum}", fil="{fil}") }}}}
"""
HEADING = re.compile(r"^# +([^{}\n]+?) *$", re.M)
HEAD = re.compile(r"---\n(.*?\n)---\n", re.S)


def edition_pages(
    docs: Path, post: Handlingsplan, datum: Datum, sidor: Mapping[str, str]
) -> dict[Path, bytes]:
    """Return the files of a version's pages: its own, and one for each page that was frozen with it."""
    name = (post.kortnamn or post.namn).replace('"', "”")
    words = {"namn": name, "dag": datum.i_ord, "id": post.id, "datum": datum}
    folder = docs / FOLDER / post.id / datum
    made = {folder / "index.md": EDITION.format(**words)}
    for path, text in sidor.items():
        front = _front(text)
        said = " ".join(str(front.get("title") or path).split()).replace('"', "”")
        heading = HEADING.search(HEAD.sub("", text, count=1))
        sheets = ", ".join(front.get("stil") or ())
        style = f"stil: [{sheets}]\n" if sheets else ""
        about = {"titel": said, "rubrik": heading[1] if heading else said, "stil": style}
        made[folder / path] = PAGE.format(**words, **about, fil=path)
    return {path: text.encode() for path, text in made.items()}


def _front(text: str) -> dict[str, Any]:
    """Return the values in a page's front matter as texts and lists of texts; it was checked long before."""
    found = HEAD.match(text)
    read = yaml.load(found[1], yaml.CBaseLoader) if found else None  # noqa: S506 (makes nothing but texts)
    return read if isinstance(read, dict) else {}
