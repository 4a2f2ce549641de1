"""The whole plan as a consultation's PDF beside WeasyPrint's: time, memory and what veraPDF says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from matning.table import Row
from tests.hjalp.verapdf import faults

GOAL = 3  # seconds, on two cores
OURS = ("-m", "planmotor", "tryck", "--del", "hela", "--remiss", "--till")
# The same articles in one page of HTML, with the site's own style sheets, as WeasyPrint makes PDF/UA of them.
PEER = """
import sys
from pathlib import Path
from lxml import html
from planmotor.plan.load import load
from planmotor.grund.settings import settings
from planmotor.grund.today import today
from planmotor.tryck.tryckeri import Tryckeri
import weasyprint
site, to = Path("site"), sys.argv[1]
plan, found = load(Path("data/aktiviteter.yaml")), settings(Path("mkdocs.yml"))
part = Tryckeri(plan, site, found, today()).delar["hela"]
trees = [html.parse(str(site / address / "index.html")).getroot() for address, _ in part.sidor]
articles = "".join(html.tostring(next(tree.iter("article")), encoding="unicode") for tree in trees)
files = sorted((site / "assets").resolve().glob("*.css"))
style = "".join(f'<link rel="stylesheet" href="{file.as_uri()}">' for file in files)
whole = f'<html lang="sv"><head><title>Planen</title>{style}</head><body>{articles}</body></html>'
weasyprint.HTML(string=whole, base_url=str(site)).write_pdf(to, pdf_variant="pdf/ua-1", pdf_tags=True)
"""


def measure(ours: Path, rounds: int) -> Iterator[Row]:
    """Yield time, peak memory and broken rules; the two take turns, and ours never finds anything kept."""
    mine, theirs = ours / "var.pdf", ours / "deras.pdf"
    runs = [(_ours(ours, mine), _run(ours, "-c", PEER, str(theirs))) for _ in range(rounds)]
    (seconds, peer_seconds), (memory, peer_memory) = (
        (median(run[0][n] for run in runs), median(run[1][n] for run in runs)) for n in (0, 1)
    )
    yield Row("Hela planen som remiss-PDF", seconds, peer_seconds, "s", GOAL)
    yield Row("Minne som mest", memory, peer_memory, "MB")
    broken = faults(mine)
    causes = tuple(sorted(broken))
    yield Row("Brutna regler i PDF/UA-1 och PDF/A-2a", len(broken), len(faults(theirs)), "", 0, causes=causes)


def _ours(folder: Path, to: Path) -> tuple[float, float]:
    shutil.rmtree(folder / ".cache/tryck", ignore_errors=True)
    return _run(folder, *OURS, str(to))


def _run(folder: Path, *arguments: str) -> tuple[float, float]:
    """Run Python to its end; return seconds and the most memory it had, in MB."""
    start = perf_counter()
    started = subprocess.Popen(
        [sys.executable, *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    said = started.stderr.read() if started.stderr else ""
    _, status, used = os.wait4(started.pid, 0)
    if status:
        raise SystemExit(f"Mätningen avbröts:\n{said}")
    return perf_counter() - start, used.ru_maxrss / 1024
