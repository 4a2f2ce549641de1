"""Each kind of file: where it lies in the plan, what it is spoiled from and which readers it meets.

A kind is a function that takes chance and the home of a plan, writes an input and returns what to run. It
runs what the command runs, from the plan in memory where that is the same each time.
"""

import contextlib
import copy
import json
import shutil
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from planmotor.andra.write.canonical import canonical
from planmotor.andra.write.shape import shape_of
from planmotor.grund.problem import Invalid, shown_path
from planmotor.grund.report import as_text
from planmotor.grund.text import content_of
from planmotor.jamfora.diff import FORMAT, jämför
from planmotor.jamfora.publicerat import publicerat
from planmotor.plan.load import examine, load
from planmotor.plan.source import MAX_BYTES
from planmotor.plan.versions import Utgåva, utgåva
from planmotor.prosa.granska import sidfel
from planmotor.prosa.signaturer import signaturer
from planmotor.remiss.lasning.inlasning import read_in, report
from planmotor.remiss.lasning.underlag import underlag
from planmotor.uppfoljning.statusblankett.andra import edit
from planmotor.uppfoljning.statusblankett.fel import told
from planmotor.uppfoljning.statusblankett.jamka import changes
from planmotor.uppfoljning.statusblankett.las_blad import read_form
from tests.fuzz import slump
from tests.hjalp.liten import LITEN
from tests.hjalp.planer import ROOT

DAY = date(2026, 11, 25)
REPLIES, FORMS = ROOT / "tests/exempel/remissvar", ROOT / "tests/exempel/statussvar"


class Fall(NamedTuple):
    """An input on its place, and what reads it; what it returns is what a user is told."""

    fil: Path
    innehåll: bytes
    kör: object


class Hem:
    """A folder with the small plan, and the two plans that replies are written for; one for each worker."""

    def __init__(self, folder):
        self.rot = folder
        shutil.copytree(LITEN, folder, dirs_exist_ok=True)
        shutil.copytree(REPLIES / "plan", folder / "remissplan")
        shutil.copytree(FORMS / "plan", folder / "statusplan")
        (folder / "svar").mkdir()
        # One page is tried at a time: the others say the same each time.
        shutil.move(folder / "docs", folder / "sidor")
        (folder / "docs").mkdir()
        (folder / "docs/index.md").write_text("# Start\n")
        self.inställning = (folder / "mkdocs.yml").read_bytes()
        (folder / "mkdocs.yml").write_text("site_name: Eklandet\n", encoding="utf-8")
        self.sidor = [path.read_bytes() for path in sorted((folder / "sidor").rglob("*.md"))]
        self.svar = {
            path.name: path.read_bytes() for path in sorted((REPLIES / "svar").iterdir()) if path.is_file()
        }
        self.status = {
            path.name: path.read_bytes() for path in sorted((FORMS / "svar").rglob("*")) if path.is_file()
        }
        self.main = folder / "data/aktiviteter.yaml"

    @cached_property
    def plan(self):
        return load(self.main)

    @cached_property
    def makron(self):
        return signaturer(self.rot / ".cache")

    @cached_property
    def remiss(self):
        plan = load(self.rot / "remissplan/data/aktiviteter.yaml")
        return underlag(plan, plan.remiss("2026"), self.rot / "remissplan/docs")

    @cached_property
    def statusplan(self):
        return load(self.rot / "statusplan/aktiviteter.yaml")

    @cached_property
    def arkiv(self):
        """The parts of every reply and form, by the ending of its name."""
        found = {}
        for name, raw in [*self.svar.items(), *self.status.items()]:
            parts = slump.parts_of(raw)
            if parts:
                found.setdefault(name.rpartition(".")[2], []).append(parts)
        return found


def _kontrollera(hem):
    found, _ = examine(hem.main, DAY)
    return as_text(found)


def yaml(rng, hem):
    """One of the plan's own files, held against every rule, written in order and compared."""
    files = sorted(path for path in (hem.rot / "data").glob("*.yaml") if path.name != "klarsprak.yaml")
    file = rng.choice([hem.main, hem.main, *files, hem.rot / "data/remisser/2026.yaml"])
    raw = slump.text(rng, file.read_bytes())
    how = rng.random()

    def run():
        said = _kontrollera(hem)
        if how < 0.25:  # formatera
            canonical(content_of(file, MAX_BYTES), shown_path(file), shape_of(file))
        if how > 0.85 and file == hem.main:  # jämför
            now = utgåva(str(hem.main), hem.main)
            FORMAT["text"](jämför(Utgåva("förut", hem.plan), now))
        return said

    return Fall(file, raw, run)


def _sidor(hem):
    docs, folder = hem.rot / "docs", hem.rot / ".cache/ny"
    with contextlib.suppress(OSError):
        shutil.rmtree(folder)
    found = sidfel(docs, hem.makron, hem.plan, folder=folder)
    return as_text(Invalid([*found, *publicerat(hem.main, docs)]).problems)


def sida(rng, hem):
    """A page: front matter, Markdown, HTML and calls of macros."""
    raw = slump.text(rng, rng.choice(hem.sidor), slump.MARKDOWN + slump.VALUES)
    return Fall(hem.rot / "docs/sida.md", raw, lambda: _sidor(hem))


def installning(rng, hem):
    """The settings of the site."""
    file = hem.rot / "mkdocs.yml"
    seed = rng.choice((hem.inställning, (ROOT / "mkdocs.yml").read_bytes()))
    return Fall(
        file,
        slump.text(rng, seed),
        lambda: as_text(sidfel(hem.rot / "docs", None, None, folder=hem.rot / ".cache")),
    )


def _remissvar(hem, file):
    return report(read_in([file], hem.remiss, None))


def _statussvar(hem, file):
    form = read_form(file)
    answers = changes(hem.statusplan, [form])
    if not form.fel and answers:
        edit(hem.rot / "statusplan/aktiviteter.yaml", answers)
    return told(form.fel) if form.fel else ""


def xlsx(rng, hem):
    """A workbook, as a reply to a consultation or as a form of status."""
    file = hem.rot / "svar/svar.xlsx"
    raw = slump.archive(rng, rng.choice(hem.arkiv["xlsx"]))
    reader = rng.choice((_remissvar, _statussvar))
    return Fall(file, raw, lambda: reader(hem, file))


def docx(rng, hem):
    """A Word document, as a reply to a consultation; sometimes among the pages."""
    file = hem.rot / rng.choice(("svar/svar.docx", "svar/svar.docx", "svar/svar.docx", "docs/fil.docx"))
    raw = slump.archive(rng, rng.choice(hem.arkiv["docx"]))
    if file.parent.name == "docs":
        return Fall(file, raw, lambda: as_text(list(publicerat(hem.main, hem.rot / "docs"))))
    return Fall(file, raw, lambda: _remissvar(hem, file))


def csv(rng, hem):
    """A form of status that somebody saved as text."""
    file = hem.rot / "svar/svar.csv"
    raw = slump.text(rng, hem.status["sparad-som.csv"])
    return Fall(file, raw, lambda: _statussvar(hem, file))


def json_svar(rng, hem):
    """A reply from the form on the site: its text spoiled, or a value in it."""
    file = hem.rot / "svar/svar.json"
    raw = rng.choice([raw for name, raw in hem.svar.items() if name.endswith(".json")])
    if rng.random() < 0.5:
        return Fall(file, slump.text(rng, raw), lambda: _remissvar(hem, file))
    data = json.loads(raw)
    odd = [
        1,
        -1,
        1e308,
        "²",
        "٣",
        "",
        None,
        True,
        [],
        {},
        [[]],
        {"a": {"b": []}},
        "x" * 9000,
        "\ud800",
        [None],
        "\x00",
    ]
    for _ in range(rng.choice((1, 2, 4))):
        _spoil(rng, data, copy.deepcopy(rng.choice(odd)))
    return Fall(file, json.dumps(data).encode(), lambda: _remissvar(hem, file))


def _spoil(rng, data, value):
    while True:
        steps = list(data) if isinstance(data, dict) else range(len(data))
        if not steps:
            return
        step = rng.choice(list(steps))
        inner = data[step]
        if not isinstance(inner, dict | list) or not inner or rng.random() < 0.3:
            data[step] = value
            return
        data = inner


def synpunkter(rng, hem):
    """What was read in, with the answers that an editor has written."""
    file = hem.rot / "data/remisser/2024/synpunkter.yaml"
    return Fall(file, slump.text(rng, file.read_bytes()), lambda: _kontrollera(hem))


def arkiv(rng, hem):
    """A decided version, or the checksums of all of them."""
    folder = hem.rot / "data/arkiv"
    file = rng.choice([*sorted(folder.rglob("*.yaml")), folder / "SHA256SUMS"])
    raw = slump.text(rng, file.read_bytes())
    how = rng.random()

    def run():
        said = _kontrollera(hem)
        if how < 0.2 and file.suffix == ".yaml":
            FORMAT["json"](jämför(utgåva(str(file), hem.main), Utgåva("nu", hem.plan)))
        return said

    return Fall(file, raw, run)


# Each kind, and its share of a hundred.
SLAG = {
    yaml: 24,
    sida: 20,
    installning: 6,
    xlsx: 12,
    docx: 12,
    csv: 7,
    json_svar: 9,
    synpunkter: 5,
    arkiv: 5,
}
