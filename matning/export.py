"""How long all exports of a large plan take, beside a plain dump of the same rows by the same libraries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from matning.load import generate
from matning.process import python
from matning.table import Row, number

# Run in a process of its own each time. The plan is read before the clock starts.
TIMED = """
from pathlib import Path
from sys import argv
from time import perf_counter
from planmotor.plan.cache import load_cached
plan = load_cached(Path(argv[1]), Path(argv[2]))
folder = Path(argv[3])
folder.mkdir(exist_ok=True)
{}
print(perf_counter() - start)
"""
EXPORT = TIMED.format("""
start = perf_counter()
from planmotor.oppna.export import export
export(plan, folder, "https://exempel.se/", calendars=folder / "kalender")
""")
# The rows are taken as they are: no schema, no calendar, no care of formulas, and no help for the reader.
DUMP = TIMED.format("""
from planmotor.oppna.export.aktiviteter import rows
made = rows(plan)
start = perf_counter()
import csv, json
from openpyxl import Workbook
(folder / "rader.json").write_text(json.dumps(made), encoding="utf-8")
with (folder / "rader.csv").open("w", encoding="utf-8", newline="") as file:
    writer = csv.DictWriter(file, made[0])
    writer.writeheader()
    writer.writerows(made)
book = Workbook(write_only=True)
sheet = book.create_sheet()
for row in made:
    sheet.append([str(value) for value in row.values()])
book.save(folder / "rader.xlsx")
""")
GOAL = 5.0  # seconds


def measure(site: Path, activities: int, rounds: int) -> Iterator[Row]:
    """Yield the median time of all exports of a plan of this many activities."""
    file = generate(site / "data", site / "stor-export", activities)
    places = (str(file), str(file.parent / "cache"), str(file.parent / "ut"))
    python(site, "-c", EXPORT, *places)  # fills the cache
    timed = [[float(python(site, "-c", code, *places)) for code in (EXPORT, DUMP)] for _ in range(rounds)]
    ours, plain = (median(column) for column in zip(*timed, strict=True))
    yield Row(f"Exportera {number(activities)} aktiviteter", ours, plain, "s", GOAL)
