"""Building a site, reading its pages, serving it and opening it in a browser."""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading

import pytest
from lxml import html
from playwright.sync_api import sync_playwright

from planmotor.grund.skrivning.las import held
from planmotor.sajt import offline
from tests.hjalp.planer import ROOT

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
PATIENCE = 900.0  # seconds that a process waits for another one's build
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


def built(tmp_path_factory, project, name):
    """Build a project's site, once for all processes that run the tests, and return its folder."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, turn = shared / f"bygge-{name}" / "site", shared / f"tur-{name}"
    for one in (folder.parent, turn):
        one.mkdir(exist_ok=True)
    with held(turn, PATIENCE):  # not the site's own folder: the build holds that
        if not folder.exists():
            done = planmotor("bygg", "--till", folder, cwd=project)
            assert done.returncode == 0, done.stderr
    return folder


def pages_of(site):
    """Return every built page as a parsed tree, by its path from the root: '' is the start page.

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


def serving(site):
    """Serve a site and yield the address, until nobody needs it."""
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
