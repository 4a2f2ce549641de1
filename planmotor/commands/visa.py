"""``planmotor visa``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from planmotor.grund.terminal import CLEAN, say

NAME = "visa"
HELP = "Bygger webbplatsen, visar den och bygger om när något ändras."
LAST_PORT = 65_535


def arguments(made: argparse.ArgumentParser) -> None:
    """Add the port."""
    made.add_argument("--port", type=_port, default=8000, help="porten på 127.0.0.1 (8000)")


def run(options: Any) -> int:
    """Show the site until interrupted."""
    from planmotor.sajt.preview import show  # noqa: PLC0415 (a web server that no other command needs)

    say(f"Visar webbplatsen på http://127.0.0.1:{options.port} – avsluta med Ctrl+C")
    show(Path("site"), "127.0.0.1", options.port)
    return CLEAN


def _port(text: str) -> int:
    """Return a port number; complain in Swedish when it is none."""
    if not (text.isascii() and text.isdecimal() and 0 < int(text) <= LAST_PORT):
        raise argparse.ArgumentTypeError(f"'{text}' är inget portnummer från 1 till {LAST_PORT}")
    return int(text)
