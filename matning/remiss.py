"""How long it takes to read and compile the replies to a consultation, and how much memory.

The peer is what the same files take to read with python-docx and openpyxl alone: every cell's text, and
nothing made of it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from docx import Document
from openpyxl import load_workbook

from matning.process import python
from matning.table import Row, number

FILES, REMARKS = 500, 5_000
GOAL = 30.0  # seconds for reading and compiling together
PLAN = """\
plan: {namn: Plan, län: Länet, region: Regionen, läge: remiss, gäller_från: 2025-01-01, revideras_vart: 3}
kommuner:
  - {id: exempel, namn: Exempels kommun, kod: "0114"}
handlingsplaner:
  - id: plan-ett
    namn: Planen
    läge: remiss
    områden: [{id: omrade, slag: område, namn: Område, aktiviteter: [{id: aktivitet, namn: Aktivitet}]}]
"""
ROUND = """\
namn: Mätning
öppnar: 2026-01-01
stänger: 2026-12-31
remissinstanser: [exempel]
frågor: [{id: begriplig, fråga: Är planen begriplig?}]
"""
CLOCK = """
import contextlib, io, resource
from sys import argv
from time import perf_counter
{start}
begun = perf_counter()
{work}
print(perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
COMMANDS = CLOCK.format(
    start="from planmotor.__main__ import main",
    work="""
options = ["--data", argv[1] + "/data", "--docs", argv[2], "--remiss", "2026"]
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    assert main(["remiss", "läs-in", argv[1] + "/svar", *options]) == 0
    assert main(["remiss", "sammanställ", *options, "--till", argv[1] + "/ut"]) == 0
""",
)
PLAIN = CLOCK.format(
    start="from pathlib import Path\nfrom docx import Document\nfrom openpyxl import load_workbook",
    work="""
for file in sorted(Path(argv[1], "svar").iterdir()):
    if file.suffix == ".docx":
        made = Document(str(file))
        texts = [p.text for p in made.paragraphs]
        texts += [c.text for t in made.tables for row in t.rows for c in row.cells]
    else:
        book = load_workbook(file)
        texts = [c.value for sheet in book for row in sheet.iter_rows() for c in row if c.value]
""",
)


def measure(site: Path, rounds: int) -> Iterator[Row]:
    """Yield the median time and the largest memory of both ways, for files made from the plan's forms."""
    folder = generate(site, site.parent / "remissvar")
    timed: list[tuple[list[float], list[float]]] = []
    for _ in range(rounds):
        (folder / "data/remisser/2026/synpunkter.yaml").unlink(missing_ok=True)
        ours = python(site, "-c", COMMANDS, str(folder), str(site / "docs"))
        peer = python(site, "-c", PLAIN, str(folder))
        timed.append(([float(x) for x in ours.split()], [float(x) for x in peer.split()]))
    what = f"{number(FILES)} remissvar med {number(REMARKS)} synpunkter"
    times = [median(run[who][0] for run in timed) for who in (0, 1)]
    memory = [max(run[who][1] for run in timed) for who in (0, 1)]
    yield Row(f"Läsa in och sammanställa {what}", *times, "s", GOAL)
    yield Row(f"Minne för {what}", *memory, "MB")


def generate(site: Path, folder: Path) -> Path:
    """Write a small plan and reply files, half in Word and half in Excel, in the engine's forms."""
    (folder / "svar").mkdir(parents=True)
    (folder / "data/remisser").mkdir(parents=True)
    (folder / "data/aktiviteter.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "data/remisser/2026.yaml").write_text(ROUND, encoding="utf-8")
    where = ("--data", str(folder / "data"), "--docs", str(site / "docs"), "--remiss", "2026")
    python(site, "-m", "planmotor", "remiss", "blankett", *where, "--till", str(folder / "blanketter"))
    forms = {path.suffix: path.read_bytes() for path in (folder / "blanketter").iterdir()}
    sheet = load_workbook(io.BytesIO(forms[".xlsx"]))["Avsnitt"]
    sections = [str(row[0]) for row in sheet.iter_rows(min_row=2, values_only=True)]
    each = REMARKS // FILES
    for file in range(FILES):
        fill = _word if file % 2 else _excel
        rows = [_texts(n, sections[n % len(sections)]) for n in range(file * each, (file + 1) * each)]
        fill(forms, folder / "svar" / f"svar-{file}", rows)
    return folder


def _texts(remark: int, section: str) -> tuple[str, ...]:
    said = f"Synpunkt {remark}: målet bör gälla alla vuxna i hela länet, och följas varje år av samma grupp."
    return section, str(remark % 40), str(remark % 60), said, f"Lydelse {remark}.", "Lättare att mäta."


def _word(forms: dict[str, bytes], path: Path, remarks: list[tuple[str, ...]]) -> None:
    made = Document(io.BytesIO(forms[".docx"]))
    for row, remark in zip(made.tables[0].rows[1:], remarks, strict=False):
        for cell, text in zip(row.cells, remark, strict=True):
            cell.text = text
    made.save(f"{path}.docx")


def _excel(forms: dict[str, bytes], path: Path, remarks: list[tuple[str, ...]]) -> None:
    made = load_workbook(io.BytesIO(forms[".xlsx"]))
    for row, remark in enumerate(remarks, 2):
        for column, text in enumerate(remark, 1):
            made["Synpunkter"].cell(row, column, text)
    made.save(f"{path}.xlsx")
