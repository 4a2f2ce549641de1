"""Lighthouse's four scores, as on a phone with a slow connection, and the audits behind what falls short."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from time import monotonic, sleep
from typing import Any

from matning.browser import FLAGS, PATH, serve
from matning.process import run
from matning.sites import looked_at
from matning.table import Row

PROGRAM = Path(__file__).parents[1] / ".cache/lighthouse/node_modules/lighthouse/cli/index.js"
OPTIONS = ("--quiet", "--output=json", "--no-enable-error-reporting", "--disable-full-page-screenshot")
TIMED = "performance"
CATEGORIES = {
    TIMED: "prestanda",
    "accessibility": "tillgänglighet",
    "best-practices": "god praxis",
    "seo": "sökbarhet",
}
GOAL = 100
Report = dict[str, Any]


def measure(ours: Path, peer: Path, rounds: int, patience: float) -> Iterator[Row]:
    """Yield the scores of some pages in both; wait at most ``patience`` seconds in all for calm."""
    deadline = Deadline(patience)
    for name, address in looked_at(ours).items():
        pairs = [[_report(site, address, deadline) for site in (ours, peer)] for _ in range(rounds)]
        mine, theirs = zip(*pairs, strict=True)
        for category, swedish in CATEGORIES.items():
            scores = (score(mine, category), score(theirs, category))
            causes = failing(mine, category) if scores[0] < GOAL else ()
            yield Row(f"{name}, {swedish}", *scores, least=GOAL, causes=tuple(causes))


class Deadline:
    """Waits while other work keeps the machine busy, until its seconds have been used up."""

    def __init__(self, seconds: float) -> None:
        self.left = seconds
        self.busy = (os.cpu_count() or 1) + 0.5

    def wait(self) -> None:
        """Return when the machine is calm, or when there is nothing left to wait."""
        start = monotonic()
        while os.getloadavg()[0] >= self.busy and monotonic() - start < self.left:
            sleep(2)
        self.left -= monotonic() - start


def _report(site: Path, address: str, deadline: Deadline) -> Report:
    """Look at a page once, with an empty cache; a page that can't be looked at ends the measuring."""
    deadline.wait()
    browser = f"--chrome-flags={' '.join(['--headless=new', *FLAGS])}"
    with serve(site / "site") as server:
        # What Chromium and Lighthouse write beside their work is removed with the site.
        surroundings = {"CHROME_PATH": str(PATH), "TMPDIR": str(site), "HOME": str(site)}
        command = ("node", str(PROGRAM), server.address(address), *OPTIONS, browser)
        report: Report = json.loads(run(site, *command, **surroundings))
    if "runtimeError" in report:
        raise SystemExit(f"Lighthouse kunde inte läsa {address}: {report['runtimeError']['message']}")
    return report


def score(reports: Iterable[Report], category: str) -> int:
    """Return the median where time is measured, else the lowest: a fault that comes and goes is a fault."""
    scores: list[float] = [report["categories"][category]["score"] for report in reports]
    return round((median if category == TIMED else min)(scores) * 100)


def failing(reports: Iterable[Report], category: str) -> list[str]:
    """Return the ids of the audits that lower a category's score, or that tell why a metric does."""
    return sorted(
        {
            audit["id"]
            for report in reports
            for reference in report["categories"][category]["auditRefs"]
            if _falls_short(audit := report["audits"][reference["id"]], reference["weight"])
        }
    )


def _falls_short(audit: Report, weight: float) -> bool:
    """Tell whether an audit counts and isn't passed, or would save the reader time if it were."""
    if audit["score"] is None or audit["score"] == 1:
        return False
    return weight > 0 or any(saving > 0 for saving in audit.get("metricSavings", {}).values())
