"""Takes away what the theme puts in every site and no page of ours asks for: two megabytes of scripts."""

from __future__ import annotations

import shutil
from pathlib import Path

# Folders and files of the theme, by what a page that used them would have to say.
THEME = ("assets/javascripts", "assets/images/favicon.png", "assets/stylesheets")


def take_away(site: Path) -> None:
    """Remove each of the theme's folders and files that no page and no style sheet names."""
    readers = [path for kind in ("*.html", "*.css") for path in site.rglob(kind)]
    texts = [path.read_text(encoding="utf-8") for path in readers if not _within_theme(path, site)]
    for name in THEME:
        place = site / name
        if place.exists() and not any(name in text for text in texts):
            shutil.rmtree(place) if place.is_dir() else place.unlink()
    images = site / "assets/images"
    if images.is_dir() and not any(images.iterdir()):
        images.rmdir()


def _within_theme(path: Path, site: Path) -> bool:
    return path.relative_to(site).as_posix().startswith(THEME)
