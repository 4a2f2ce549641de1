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

from matning.forbrukning import Använt, använt
from matning.process import python
from matning.table import Row, number

FILES, REMARKS = 500, 5_000
GOAL = 15.0  # seconds for reading and compiling together
MEMORY_GOAL = 500  # MB, of all processes together
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
COMMANDS = """
import contextlib, io
from sys import argv
from planmotor.__main__ import main
options = ["--data", argv[1] + "/data", "--docs", argv[2], "--remiss", "2026"]
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    assert main(["remiss", "läs-in", argv[1] + "/svar", *options]) == 0
    assert main(["remiss", "sammanställ", *options, "--till", argv[1] + "/ut"]) == 0
"""
PLAIN = """
from pathlib import Path
from sys import argv
from docx import Document
from openpyxl import load_workbook
for file in sorted(Path(argv[1], "svar").iterdir()):
    if file.suffix == ".docx":
        made = Document(str(file))
        texts = [p.text for p in made.paragraphs]
        texts += [c.text for t in made.tables for row in t.rows for c in row.cells]
    else:
        book = load_workbook(file)
        texts = [c.value for sheet in book for row in sheet.iter_rows() for c in row if c.value]
"""


def measure(site: Path, rounds: int) -> Iterator[Row]:
    """Yield the median time and the largest memory of both ways, for files made from the plan's forms.

    Both are taken from a program's start to its end, and memory of all its processes together.
    """
    folder = generate(site, site.parent / "remissvar")
    runs: list[tuple[Använt, Använt]] = []
    for _ in range(rounds):
        (folder / "data/remisser/2026/synpunkter.yaml").unlink(missing_ok=True)
        ours = använt(site, "-c", COMMANDS, str(folder), str(site / "docs"))
        runs.append((ours, använt(site, "-c", PLAIN, str(folder))))
    what = f"{number(FILES)} remissvar med {number(REMARKS)} synpunkter"
    times = [median(run[who].clock for run in runs) for who in (0, 1)]
    memory = [max(run[who].memory for run in runs) for who in (0, 1)]
    yield Row(f"Läsa in och sammanställa {what}", *times, "s", GOAL)
    yield Row(f"Minne för {what}", *memory, "MB", MEMORY_GOAL)


def generate(site: Path, folder: Path, files: int = FILES) -> Path:
    """Write a small plan and so many replies of ten remarks, half of them in Word and half in Excel."""
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
    for file in range(files):
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
