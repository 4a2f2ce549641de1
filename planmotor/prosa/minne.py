"""Keeps what was said of each page for as long as neither its text nor this program changes."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Any

from planmotor.grund.skrivning import put
from planmotor.prosa.uppgifter import Analys, av_data, som_data

FILE = "sidor.json"
LIBRARIES = ("markdown", "markdown-it-py", "mdit-py-plugins", "nh3", "pymdown-extensions", "pyyaml")


class Minne:
    """The analyses of pages by their text. Use it in a ``with``: what it learnt is written at the end."""

    def __init__(self, folder: Path, tillägg: Sequence[Any]) -> None:
        self.file, self.tillägg = folder / FILE, tillägg
        self.mark = _fingerprint(tillägg)
        self.kept: dict[str, Any] = {}
        self.used: dict[str, Any] = {}
        self.is_new = False

    def __enter__(self) -> Minne:
        """Read what is kept; a file that can't be read is passed over."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            found = json.loads(self.file.read_text(encoding="utf-8"))
            self.kept = found["sidor"] if found["märke"] == self.mark else {}
        return self

    def __exit__(self, *_: object) -> None:
        """Write what is kept, the whole file or nothing."""
        if not self.is_new:
            return
        content = json.dumps({"märke": self.mark, "sidor": self.used}, ensure_ascii=False)
        with suppress(OSError):
            put(self.file, content.encode())

    def analys(self, källa: str) -> Analys:
        """Return what is said of a page, from memory when it has been said before."""
        key = hashlib.sha256(källa.encode()).hexdigest()
        with suppress(KeyError, ValueError, TypeError, IndexError):
            found = av_data(self.kept[key])
            self.used[key] = self.kept[key]
            return found
        from planmotor.prosa.analys import analysera  # noqa: PLC0415 (libraries that an unchanged page needs not)

        made = analysera(källa, self.tillägg)
        self.used[key], self.is_new = som_data(made), True
        return made


def _fingerprint(tillägg: Sequence[Any]) -> str:
    said = f"{sys.version} {tillägg!r} {[version(name) for name in LIBRARIES]}"
    digest = hashlib.sha256(said.encode())
    for file in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
