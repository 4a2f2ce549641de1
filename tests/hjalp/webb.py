"""The site is built once for all tests that look at it."""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import sync_playwright

from planmotor.sajt import offline

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
BUILD_DAY = "1795305600"  # 2026-11-22, so that the pages say the same every day


def planmotor(*arguments, cwd=ROOT):
    """Run the command in a process of its own; return the finished process."""
    return subprocess.run(
        [sys.executable, "-m", "planmotor", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "SOURCE_DATE_EPOCH": BUILD_DAY, "PYTHONPATH": str(cwd)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The folder of the built site."""
    folder = tmp_path_factory.mktemp("bygge") / "site"
    done = planmotor("bygg", "--till", folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def pages(site):
    """Every built page as a parsed tree, by its path from the root: '' is the start page.

    All pages in one file is no page of its own: ``test_oppna.py`` looks at it.
    """
    files = [file for file in sorted(site.rglob("*.html")) if "pagefind" not in file.parts]
    files.remove(site / offline.NAME)
    return {address(file.relative_to(site)): html.parse(str(file)).getroot() for file in files}


def address(file):
    """Return a page's address from its file: plan/index.html is plan/."""
    return file.as_posix().removesuffix("index.html")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def server(site):
    """The address of a local server of the built site."""
    made = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{made.server_port}/"
    made.shutdown()


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium, which asks nobody about anything."""
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield made
        made.close()
