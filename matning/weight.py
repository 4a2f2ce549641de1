"""How much a reader fetches on a first visit: requests, gzipped bytes and other hosts, seen by Chromium."""

from __future__ import annotations

import gzip
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from matning.process import python
from matning.sites import MODELS, strategy_pages
from matning.table import Row

HOST = "127.0.0.1"
GOAL = 70  # kB, thousands of bytes
ZIPPED = {".html", ".css", ".js", ".json", ".svg", ".xml"}


class Visit(NamedTuple):
    """What one visit with an empty cache fetched."""

    kilobytes: float
    requests: int
    foreign: int


def measure(ours: Path, peer: Path) -> Iterator[Row]:
    """Yield what the start page and the longest strategy page weigh, ours whole as it is published."""
    python(ours, "-m", "planmotor", "bygg")
    addresses = {"Startsidan": "", "En strategisida": f"{MODELS}/{strategy_pages(ours)[0].stem}/"}
    with _chromium() as browser:
        for name, address in addresses.items():
            mine, theirs = (visit(browser, site / "site", address) for site in (ours, peer))
            yield Row(f"{name}, gzip", mine.kilobytes, theirs.kilobytes, "kB", GOAL)
            yield Row(f"{name}, anrop", mine.requests, theirs.requests)
            yield Row(f"{name}, anrop till andra värdar", mine.foreign, theirs.foreign, most=0)


def visit(browser: Browser, site: Path, address: str) -> Visit:
    """Open a page of a built site in a fresh context and return what was fetched."""
    foreign: list[str] = []
    with _server(site) as server, browser.new_context(locale="sv-SE") as context:
        page = context.new_page()
        page.on("request", lambda request: foreign.append(request.url) if _is_foreign(request.url) else None)
        page.goto(f"http://{HOST}:{server.server_port}/{address}", wait_until="networkidle")
    return Visit(sum(server.sent) / 1000, len(server.sent) + len(foreign), len(foreign))


def _is_foreign(url: str) -> bool:
    return urlsplit(url).hostname not in (HOST, None)  # a data: address has no host


@contextmanager
def _chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    with sync_playwright() as playwright:
        # Chromium's own sandbox refuses to run for root, as in a container.
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        yield playwright.chromium.launch(executable_path=path, args=arguments)


class _Counting(ThreadingHTTPServer):
    """A server that remembers how many bytes each answer's body held."""

    def __init__(self, site: Path) -> None:
        super().__init__((HOST, 0), partial(_Handler, directory=str(site)))
        self.sent: list[int] = []


class _Handler(SimpleHTTPRequestHandler):
    server: _Counting

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        found = file.exists()
        body = file.read_bytes() if found else b""
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", self.guess_type(str(file)))
        if file.suffix in ZIPPED:
            body = gzip.compress(body, 9, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.server.sent.append(len(body))

    def log_message(self, *_: object) -> None:
        """Say nothing: the table is what is printed."""


@contextmanager
def _server(site: Path) -> Iterator[_Counting]:
    with _Counting(site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
