"""Programs that are measured run in processes of their own, so that none inherits another's warmth."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

# Where this is set, a program's own modules are compiled anew at every start, but installed ones aren't.
NO_BYTE_CODE = "PYTHONDONTWRITEBYTECODE"


def python(folder: Path, *arguments: str) -> str:
    """Run Python in ``folder``, whose own packages come first, and return what it printed."""
    return run(folder, sys.executable, *arguments)


def run(folder: Path, *command: str, **surroundings: str) -> str:
    """Run a command in ``folder``, with these environment variables too, and return what it printed.

    Ends the measuring with the program's own words when it fails.
    """
    around = {name: value for name, value in os.environ.items() if name != NO_BYTE_CODE} | surroundings
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=around)
    if done.returncode:
        raise SystemExit(f"Mätningen avbröts:\n{done.stdout}{done.stderr}")
    return done.stdout


def seconds(folder: Path, *arguments: str) -> float:
    """Return how long Python took from start to end, in seconds."""
    start = perf_counter()
    python(folder, *arguments)
    return perf_counter() - start
