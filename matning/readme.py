"""README's table of figures, written between two marks each time that everything is measured."""

from __future__ import annotations

import os
import platform
from datetime import date
from pathlib import Path

from planmotor.grund.skrivning import put
from planmotor.tryck.skrift import write_date

START, END = "<!-- matning: skrivs av make matning -->", "<!-- /matning -->"
GIGA = 2**30


def machine() -> str:
    """Return what the figures depend on of the machine, and nothing that tells whose it is."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GIGA
    return f"{os.cpu_count()} kärnor, {memory:.0f} GB minne, Python {platform.python_version()}"


def section(table: str, causes: str, day: date, on: str) -> str:
    """Return what stands between the marks."""
    when = write_date(day).replace("\N{NO-BREAK SPACE}", " ")
    parts = [f"Mätt {when} på en maskin med {on}.", table, causes]
    return "\n\n".join(filter(None, parts))


def write(file: Path, said: str) -> None:
    """Put a text between the marks of a file; end when they aren't there, and leave it as it was."""
    text = file.read_text(encoding="utf-8")
    before, start, rest = text.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise SystemExit(f"{file.name} saknar raderna {START} och {END}, så tabellen skrevs inte dit.")
    put(file, f"{before}{start}\n\n{said}\n\n{end}{after}".encode())
