"""``make visa``: the built site in a browser, built anew when something changes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from livereload import Server

WATCHED = ("docs", "data", "macros", "overrides", "planmotor", "mkdocs.yml")


def show(site: Path, host: str, port: int) -> None:
    """Build the site and serve it until interrupted.

    Each build is a process of its own, so a change in the program is seen too. A build that fails prints
    its problems and leaves the last good site in place.
    """
    rebuild()
    server = Server()
    for watched in WATCHED:
        server.watch(f"{watched}/**/*" if Path(watched).is_dir() else watched, rebuild, delay=1)
    server.serve(root=str(site), host=host, port=port)


def rebuild() -> None:
    """Build the site in a process of its own; PDF files whose pages are as before come from the cache."""
    subprocess.run([sys.executable, "-m", "planmotor", "bygg"], check=False)
