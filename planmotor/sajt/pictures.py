"""Pictures of the built site for the editors' guide, so that they always show what is there.

A page asks for a picture with an ``img`` that names another page (``data-sida``) and perhaps an id on it
to point out (``data-visa``). The picture is taken by Chromium when the pages are built, and kept until the
page that it shows, or a style sheet, changes. Where Chromium, or the extra
``bilder`` that drives it, is missing or fails, the page says so instead.
"""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

from planmotor.grund.problem import Stopped
from planmotor.grund.skrivning import put

CACHE = Path(".cache/skarmbilder")
WIDTH, HEIGHT, SCALE = 900, 520, 2  # pixels of the page; two pixels of the picture to each
POINTED_OUT = "outline: 4px solid #b3261e; outline-offset: 3px; border-radius: 4px"
ASKED = re.compile(r'<img [^>]*data-sida="(?P<page>[^"]*)" data-visa="(?P<id>[^"]*)"[^>]*>')
SOURCE = re.compile(r' src="([^"]+)"')
MISSING = "<em>Bilden saknas: datorn som byggde webbplatsen kunde inte ta den med Chromium.</em>"
CAPTURE = ("Page.captureScreenshot", {"format": "webp", "quality": 80})
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


class Picture(NamedTuple):
    """A picture that a page asks for: the file to make, the page to show and the id to point out."""

    file: Path
    page: Path
    id: str


def make_pictures(site: Path, cache: Path = CACHE, chromium: str | None = None) -> int:
    """Make every picture that a page of ``site`` asks for, and return how many there are.

    ``chromium`` is the browser's path; by default the one on the computer. Raises Stopped when a page asks
    for a picture of something that isn't there.
    """
    wanted = list(dict.fromkeys(_wanted(site.resolve())))
    browser = chromium if chromium is not None else shutil.which("chromium")
    styles = [file.read_bytes() for file in sorted(site.rglob("*.css")) if "pagefind" not in file.parts]
    kept = {picture: cache / f"{_fingerprint(picture, styles)}.webp" for picture in wanted}
    new = [picture for picture in wanted if not kept[picture].exists()]
    cache.mkdir(parents=True, exist_ok=True)
    if new and not (browser and _took(new, kept, browser)):
        say_missing(site)
        return 0
    for picture, file in kept.items():
        picture.file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, picture.file)
    for old in set(cache.glob("*.webp")) - set(kept.values()):
        old.unlink()
    return len(wanted)


def _wanted(site: Path) -> Iterator[Picture]:
    for file in sorted(site.rglob("*.html")):
        for asked in ASKED.finditer(file.read_text(encoding="utf-8")):
            source = SOURCE.search(asked[0])
            page = site / unescape(asked["page"]) / "index.html"
            if not page.exists() or not source:
                raise Stopped(f'{file.name}: en bild ska visa sidan "{asked["page"]}", men den finns inte.')
            if asked["id"] and f'id="{asked["id"]}"' not in page.read_text(encoding="utf-8"):
                raise Stopped(
                    f'En bild ska visa "{asked["id"]}" på sidan {asked["page"]}, men det finns inte där.\n'
                    "  Ändra visa i makrot skärmbild till ett id som finns på sidan."
                )
            yield Picture((file.parent / source[1]).resolve(), page, asked["id"])


def _fingerprint(picture: Picture, styles: Sequence[bytes]) -> str:
    digest = hashlib.sha256(f"{picture.id} {WIDTH} {HEIGHT} {SCALE} {POINTED_OUT}".encode())
    for content in (picture.page.read_bytes(), *styles):
        digest.update(content)
    return digest.hexdigest()


def say_missing(site: Path) -> None:
    """Let each page that asks for a picture say that there is none."""
    for file in site.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        if ASKED.search(text):
            file.write_text(ASKED.sub(MISSING, text), encoding="utf-8")


def _took(new: Sequence[Picture], kept: dict[Picture, Path], chromium: str) -> bool:
    """Take the pictures, and tell whether the browser managed: a picture isn't worth a failed build."""
    try:
        from playwright.sync_api import Error  # noqa: PLC0415 (no other step needs it, and it may be missing)
    except ImportError:
        return False
    try:
        _take(new, kept, chromium)
    except Error:
        return False
    return True


def _take(new: Sequence[Picture], kept: dict[Picture, Path], chromium: str) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 (see _took)

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        size: Any = {"width": WIDTH, "height": HEIGHT}
        page = browser.new_page(viewport=size, device_scale_factor=SCALE, color_scheme="light")
        session = page.context.new_cdp_session(page)
        for picture in new:
            page.goto(picture.page.as_uri())
            if picture.id:
                page.add_style_tag(content=f"[id='{picture.id}'] {{ {POINTED_OUT} }}")
                page.locator(f"[id='{picture.id}']").evaluate("e => e.scrollIntoView({block: 'center'})")
            put(kept[picture], _captured(session))
        browser.close()


def _captured(session: Any) -> bytes:
    """Return what the page looks like as WebP. A busy computer sometimes fails the first time."""
    from playwright.sync_api import Error  # noqa: PLC0415 (see _took)

    for _ in range(2):
        with suppress(Error):
            return base64.b64decode(session.send(*CAPTURE)["data"])
        time.sleep(0.5)
    return base64.b64decode(session.send(*CAPTURE)["data"])
