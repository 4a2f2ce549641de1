"""How long filled-in status forms take to read in, beside merely opening the same files with openpyxl."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from matning.load import generate
from matning.process import python
from matning.table import Row, number

GOAL = 10.0  # seconds
FORMS = 100
# Each form has an equal share of the rows, and every tenth of its rows is filled in.
MAKE = """
from dataclasses import replace
from datetime import date
from pathlib import Path
from sys import argv
from planmotor.plan.load import load
from planmotor.uppfoljning.statusblankett import gor
from planmotor.uppfoljning.statusblankett.falt import Värden
from planmotor.uppfoljning.statusblankett.blanketter import ALL, Urval, selections
data, folder, forms = Path(argv[1]), Path(argv[2]), int(argv[3])
plan = load(data)
rows = selections(plan)[ALL].rader
share = -(-len(rows) // forms)
folder.mkdir()
honest = gor._texts
def filled(plan, rad):
    *fixed, status, deadline, comment, a, b, c = honest(plan, rad)
    new = ("klar", "30 juni 2026", "Klart enligt mötet i mars") if rad.aktivitet.id.endswith("7") else None
    return (*fixed, *(new or (status, deadline, comment)), a, b, c)
gor._texts = filled
for number in range(forms):
    part = rows[number * share : (number + 1) * share]
    form = gor.workbook(plan, Urval(ALL, "Mätning", part), date(2026, 1, 1))
    (folder / f"{number:03}.xlsx").write_bytes(form)
"""
OPEN = """
from pathlib import Path
from sys import argv
from time import perf_counter
from openpyxl import load_workbook
start = perf_counter()
for path in sorted(Path(argv[1]).iterdir()):
    book = load_workbook(path)
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
print(perf_counter() - start)
"""
READ = """
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from sys import argv
from time import perf_counter
from planmotor.__main__ import main
start = perf_counter()
with redirect_stdout(StringIO()), redirect_stderr(StringIO()) as said:
    status = main(["läs-in-status", argv[1], "--data", argv[2], "--ja"])
took = perf_counter() - start
assert status == 0, said.getvalue()
print(took)
"""


def measure(site: Path, activities: int, rounds: int) -> Iterator[Row]:
    """Yield the median time of reading in the forms of a plan of this many activities, all of it included."""
    data = generate(site / "data", site / "plan-med-status", activities)
    folder = site / "blanketter-att-lasa"
    python(site, "-c", MAKE, str(data), str(folder), str(FORMS))
    before = data.read_bytes()
    ours, peer = [], []
    for _ in range(rounds):
        data.write_bytes(before)
        ours.append(float(python(site, "-c", READ, str(folder), str(data))))
        peer.append(float(python(site, "-c", OPEN, str(folder))))
    what = f"Läsa in {FORMS} statusblanketter, {number(activities)} rader"
    yield Row(what, median(ours), median(peer), "s", GOAL)
