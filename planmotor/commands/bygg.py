"""``planmotor bygg``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from planmotor.grund.terminal import CLEAN, add_data, data_file, say

NAME = "bygg"
HELP = "Kontrollerar, bygger och byter in hela webbplatsen."


def arguments(made: argparse.ArgumentParser) -> None:
    """Add the plan, the site's folder, its configuration and what builds it."""
    add_data(made)
    made.add_argument("--till", type=Path, metavar="MAPP", default=Path("site"), help="webbplatsen (site)")
    made.add_argument("--config", type=Path, metavar="FIL", default=Path("mkdocs.yml"), help="(mkdocs.yml)")
    made.add_argument("--utan-tryck", action="store_true", help="gör inga PDF-filer")
    made.add_argument("--generator", choices=["mkdocs", "properdocs"], default="mkdocs", help="(mkdocs)")


def run(options: Any) -> int:
    """Build the site."""
    from planmotor.sajt.build import build  # noqa: PLC0415 (libraries that the list of commands needs not)

    build(
        data_file(options.data), options.till, options.config, options.generator, say, not options.utan_tryck
    )
    return CLEAN
