"""The site as the base of a proposal has it: built by this program, and kept until the base changes.

Only the data, the pages and the menu come from the base; program, theme and settings are those that build the
proposal too. So what differs between the two sites is what the proposal changes.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from planmotor.grund.git import every_file
from planmotor.grund.problem import Invalid, Stopped
from planmotor.grund.skrivning import put
from planmotor.grund.today import today
from planmotor.jamfora.granskning.byggen import Bygge, Sidbild
from planmotor.plan.load import load
from planmotor.sajt.build import make_pages
from planmotor.sajt.filer import add_files
from planmotor.sajt.provbygge import GENERATOR, inställd
from planmotor.sajt.sidbild import läs_bygge

FOLDER = Path(".cache/granska")
MOST_KEPT = 4


def basbygge(revision: str, root: Path, data: Path, docs: Path, config: Path) -> tuple[Bygge | None, bool]:
    """Return the site of a revision, and whether it was kept; None when that can't be built."""
    names = (data.parent.name, docs.name, config.name)
    files = every_file(revision, root, names)
    kept = FOLDER / f"{_fingerprint(files, config)}.json"
    with suppress(OSError, ValueError, KeyError, TypeError):
        return _read(json.loads(kept.read_text(encoding="utf-8"))), True
    with tempfile.TemporaryDirectory(prefix="planmotor-bas-") as made:
        folder = Path(made).resolve() / "plan"
        for path, raw in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(raw)
        try:
            found = _built(
                folder / data.parent.name / data.name, folder / docs.name, config, Path(made) / "site"
            )
        except (Invalid, Stopped, OSError):  # the base follows older rules, or lacks what a site must have
            return None, False
    _keep(kept, found)
    return found, False


def _built(data: Path, docs: Path, config: Path, site: Path) -> Bygge:
    plan = load(data)
    with inställd(docs, config) as chosen:
        make_pages(chosen, site, GENERATOR, lambda _: None)
        add_files(plan, data, chosen, site, lambda _: None)
    return läs_bygge(site)


def _fingerprint(files: dict[str, bytes], config: Path) -> str:
    """Return a hash of all that decides how the site is built: content, settings, program and day."""
    digest = hashlib.sha256(f"{sys.version} {today()}".encode())
    here = Path(__file__).resolve().parents[2]
    own = (file for room in ("planmotor", "macros") for file in (here / room).rglob("*.*"))
    looks = (config.resolve().parent / "overrides").rglob("*.*")
    program = sorted(file for file in (*own, *looks) if file.suffix not in {".pyc", ".ttf", ".otf"})
    for name, raw in files.items():
        digest.update(f"{name} {len(raw)}\n".encode() + raw)
    for file in (config, *program):
        with suppress(OSError):
            digest.update(f"\n{file.name}\n".encode() + file.read_bytes())
    return digest.hexdigest()


def _keep(file: Path, found: Bygge) -> None:
    with suppress(OSError):
        put(file, json.dumps(asdict(found), ensure_ascii=False).encode())
        every = sorted(file.parent.glob("*.json"), key=lambda one: one.stat().st_mtime)
        for old in every[:-MOST_KEPT]:
            old.unlink()


def _read(kept: dict[str, Any]) -> Bygge:
    pages = {
        address: Sidbild(page["titel"], *(tuple(page[name]) for name in ("rader", "länkar", "ankare")))
        for address, page in kept["sidor"].items()
    }
    return Bygge(pages, kept["filer"], tuple(kept["ram"]))
