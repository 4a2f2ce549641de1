"""How long a large plan takes to read: checked and typed by us beside merely parsed by PyYAML."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from matning.process import python
from matning.table import Row, number

# Run in a process of its own each time. Only reading is timed, not the start of Python and its imports.
TIMED = """
from pathlib import Path
from sys import argv
from time import perf_counter
import yaml
from planmotor.plan.cache import load_cached
from planmotor.plan.load import load
file, cache = Path(argv[1]), Path(argv[2])
start = perf_counter()
{}
print(perf_counter() - start)
"""
LOAD = TIMED.format("load(file)")
CACHED = TIMED.format("load_cached(file, cache)")
PARSE = TIMED.format("yaml.load(file.read_text(encoding='utf-8'), yaml.CSafeLoader)")
COLD_GOAL, CACHED_GOAL = 2.0, 0.1  # seconds
AREA_SIZE = 100


class _Plain(yaml.CSafeDumper):
    """Writes a list that stands in many rows out in full each time: a plan may hold no aliases."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def measure(site: Path, activities: int, rounds: int) -> Iterator[Row]:
    """Yield the median time of reading a plan of this many activities, cold and from the cache."""
    file = generate(site / "data", site / "stor-plan", activities)
    cache = file.parent / "cache"
    python(site, "-c", CACHED, str(file), str(cache))  # fills the cache
    timed = [
        [float(python(site, "-c", code, str(file), str(cache))) for code in (LOAD, CACHED, PARSE)]
        for _ in range(rounds)
    ]
    cold, cached, parsed = (median(column) for column in zip(*timed, strict=True))
    what = f"Läsa in {number(activities)} aktiviteter"
    yield Row(what, cold, parsed, "s", COLD_GOAL)
    yield Row(f"{what} ur cache", cached, parsed, "s", CACHED_GOAL)


def generate(data: Path, folder: Path, activities: int) -> Path:
    """Write a valid plan like that in ``data``, with this many activities more, and return its main file.

    The activities are copies of the real ones with ids of their own, so lengths and fields are real too.
    """
    shutil.copytree(data, folder)
    file = folder / "aktiviteter.yaml"
    plan = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
    models = itertools.cycle(_rows(plan))
    rows = [next(models) | {"id": f"genererad-{number}"} for number in range(activities)]
    areas = [
        {"id": f"omrade-{start}", "slag": "område", "namn": f"Område {start}", "aktiviteter": part}
        for start in range(0, activities, AREA_SIZE)
        if (part := rows[start : start + AREA_SIZE])
    ]
    made = {"id": "genererad-plan", "namn": "Genererad plan", "läge": "utkast", "områden": areas}
    plan["handlingsplaner"].append(made)
    file.write_text(dump(plan), encoding="utf-8")
    return file


def rows_in(data: Path) -> int:
    """Return how many activities and steps the plan in ``data`` has."""
    return len(_rows(yaml.load((data / "aktiviteter.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)))


def dump(plan: dict[str, Any]) -> str:
    """Return a plan as the text of a file."""
    return yaml.dump(plan, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000)


def _rows(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """Return every activity and step of a plan, each without steps of its own."""
    rows = []
    for area in (area for part in plan["handlingsplaner"] for area in part["områden"]):
        for activity in area["aktiviteter"]:
            rows += [activity, *activity.get("delaktiviteter", [])]
    return [{key: value for key, value in row.items() if key != "delaktiviteter"} for row in rows]
