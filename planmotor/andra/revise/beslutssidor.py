"""The pages of a decided version, at addresses that stay: each is little more than one macro call."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

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

{{{{ beslutad_sida(handlingsplan="{id}", datum="{datum}", sida="{sida}") }}}}
"""
TITLE, STYLE = re.compile(r"^title: *(.+)$", re.M), re.compile(r"^stil: .+\n", re.M)
HEAD = re.compile(r"---\n.*?\n---\n", re.S)


def edition_pages(
    docs: Path, post: Handlingsplan, datum: Datum, sidor: Mapping[str, str]
) -> dict[Path, bytes]:
    """Return the files of a version's pages: its own, and one for each page that was frozen with it."""
    name = (post.kortnamn or post.namn).replace('"', "”")
    words = {"namn": name, "dag": datum.i_ord, "id": post.id, "datum": datum}
    folder = docs / FOLDER / post.id / datum
    made = {folder / "index.md": EDITION.format(**words)}
    for path, text in sidor.items():
        head = HEAD.match(text)
        title, style = (pattern.search(head[0]) if head else None for pattern in (TITLE, STYLE))
        said = title[1].strip("\"' ").replace('"', "”") if title else path
        made[folder / path] = PAGE.format(**words, titel=said, stil=style[0] if style else "", sida=path)
    return {path: text.encode() for path, text in made.items()}
