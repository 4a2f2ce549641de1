"""A small page at each old address of a page that has moved: it sends its reader on, without any script.

What was printed, mailed and bookmarked goes on working. The page says where the other one is, for a browser
that doesn't send anybody on by itself.
"""

from __future__ import annotations

import posixpath
from html import escape
from pathlib import Path

from planmotor.prosa.lasning.flyttat import flyttade_i
from planmotor.prosa.lasning.huvud import läs_huvud
from planmotor.prosa.sidkarta import adress

PAGE = """<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>Sidan har flyttat: {title}</title>
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={way}">
</head>
<body>
<main>
<h1>Sidan har flyttat</h1>
<p>Den finns nu här: <a href="{way}"{lang}>{title}</a>.</p>
</main>
</body>
</html>
"""


def write(docs: Path, site: Path, base: str) -> None:
    """Write the page at each old address that no page of the site has; ``base`` is the site's address."""
    for old, path in flyttade_i(docs).items():
        file, new = site / old / "index.html", adress(path)
        if file.exists():  # told by the check of the pages
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        front = läs_huvud((docs / path).read_text(encoding="utf-8-sig"), path).fält
        way = f"{posixpath.relpath(f'/{new}', f'/{old}')}/"
        language = front.get("lang", "")
        made = PAGE.format(
            title=escape(front.get("title", new)),
            canonical=escape(f"{base}{new}" if "://" in base else way),
            way=escape(way),
            lang=f' lang="{escape(language)}"' if language else "",
        )
        file.write_text(made, encoding="utf-8")
