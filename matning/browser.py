"""Debian's Chromium, and the server that it is shown a built site from."""

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

from playwright.sync_api import Browser, sync_playwright

HOST = "127.0.0.1"
PATH = shutil.which("chromium")
# Chromium's own sandbox refuses to run for root, as in a container.
FLAGS = ["--no-sandbox"] if os.geteuid() == 0 else []
ZIPPED = {".html", ".css", ".js", ".json", ".svg", ".xml"}


@contextmanager
def chromium() -> Iterator[Browser]:
    """Open Chromium without a window."""
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=PATH, args=FLAGS)


@contextmanager
def serve(folder: Path) -> Iterator[Counting]:
    """Serve a folder of built pages, compressed as a web host does, at a free port."""
    with Counting(folder) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


class Counting(ThreadingHTTPServer):
    """A server that remembers how many bytes each answer's body held."""

    def __init__(self, folder: Path) -> None:
        super().__init__((HOST, 0), partial(_Handler, directory=str(folder)))
        self.sent: list[int] = []

    def address(self, path: str) -> str:
        """Return the whole address of a page."""
        return f"http://{HOST}:{self.server_port}/{path}"


class _Handler(SimpleHTTPRequestHandler):
    server: Counting
    protocol_version = "HTTP/1.1"  # connections are kept, as web hosts do

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
