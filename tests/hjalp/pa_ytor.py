"""A plan with every field filled, and what each surface makes of it.

Run by itself, ``python -m tests.hjalp.pa_ytor <folder>`` writes the outputs as JSON: a test runs it in a copy
of the code where fields have been added. Every field is filled by the kind of its value, so a new one is too.
"""

import io
import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import yaml
from lxml import html
from openpyxl import load_workbook

from macros.lokalt import lokal_plan
from macros.tabeller import aktivitetstabell
from macros.uppfoljning import organsida, passerade_datum, saknade_uppgifter
from macros.urval import urval
from macros.webb import Webb
from planmotor.__main__ import main
from planmotor.grund.nearest import slug
from planmotor.jamfora.diff import SLAG, jämför_planer
from planmotor.oppna.export import FILES, documents, jsonld
from planmotor.oppna.export.aktiviteter import AKTIVITETER
from planmotor.oppna.export.excel import as_xlsx
from planmotor.oppna.export.kalender import calendars
from planmotor.oppna.query import ask
from planmotor.plan.falt import FÄLT
from planmotor.plan.falttyp import Värdeslag, Yta
from planmotor.plan.load import load
from planmotor.plan.model.types import Datum
from planmotor.plan.schema import schema
from planmotor.plan.ytor import kolumner
from planmotor.sajt.search.activities import page
from planmotor.uppfoljning.statusblankett.blanketter import selections
from planmotor.uppfoljning.statusblankett.gor import workbook
from planmotor.uppfoljning.statusblankett.las_blad import read_form

ROOT = Path(__file__).parents[2]
DAY = date(2050, 1, 1)  # every date has passed
MOMENT = datetime(2050, 1, 1, tzinfo=UTC)
ROW, WHOLE, EMPTY = "odelad", "delad", "tom"
WITH_ARCHIVE = ROOT / "tests/exempel/giltiga/beslutade-versioner"


def bodies(namn):
    """The two bodies of a field, so that one is told on the page of the other."""
    return [{"id": f"{slug(namn)}-{n}", "namn": f"Organ {n} för {namn}"} for n in ("ett", "tva")]


# What each kind of value is filled with, by the key of the single value.
VALUES = {
    Värdeslag.NAMN: lambda key: f"Värdet av {key}",
    Värdeslag.TEXT: lambda key: f"Värdet av {key}",
    Värdeslag.KOMMENTAR: lambda key: f"Värdet av {key}",
    Värdeslag.TEXTER: lambda key: [f"Värdet av {key}", f"Andra värdet av {key}"],
    Värdeslag.PUNKTER: lambda key: [f"Värdet av {key}"],
    Värdeslag.ORGAN: lambda key: [body["id"] for body in bodies(key)],
    Värdeslag.DATUM: lambda key: f"20{31 + len(key) % 7}-0{1 + len(key) % 9}-11",
    Värdeslag.ÅR: lambda _key: "2041–2042",
    Värdeslag.STATUS: lambda _key: "pågår",
}


def record(id):
    """A row with every field that says something of it."""
    made = {"id": id}
    for fält in FÄLT.values():
        for kolumn in fält.kolumner:
            if kolumn.slag in VALUES:
                *above, last = kolumn.väg
                inner = made.setdefault(above[0], {}) if above else made
                inner[last] = VALUES[kolumn.slag](kolumn.namn)
    return made


def needles(kolumn):
    """The texts of which one must stand where the value does."""
    made = VALUES[kolumn.slag](kolumn.namn)
    if kolumn.slag is Värdeslag.ORGAN:
        return [bodies(kolumn.namn)[1]["namn"], made[1]]
    if kolumn.slag is Värdeslag.DATUM:
        return [made, Datum(made).i_ord]
    if kolumn.slag is Värdeslag.STATUS:
        return [made, "ActiveActionStatus"]
    return [made[0] if isinstance(made, list) else made]


def plan_text(aktivitet):
    """The file of a plan where ``aktivitet`` makes each activity of its id."""
    organ = [body for fält in FÄLT.values() if fält.slag is Värdeslag.ORGAN for body in bodies(fält.namn)]
    whole = aktivitet(WHOLE) | {"delaktiviteter": [{"id": "en-del", "namn": "En del"}]}
    areas = [[whole], [aktivitet(ROW), {"id": EMPTY, "namn": "Utan allt"}]]
    made = {
        "plan": {
            "namn": "Plan",
            "län": "Länet",
            "region": "Regionen",
            "läge": "utkast",
            "gäller_från": "2024-01-01",
            "revideras_vart": 3,
        },
        "organ": organ,
        "kommuner": [{"id": "ekby", "namn": "Ekby kommun", "kod": "0114"}],
        "handlingsplaner": [
            {
                "id": "handlingsplan",
                "namn": "Handlingsplan",
                "läge": "utkast",
                "områden": [
                    {"id": f"omrade-{n}", "slag": "område", "namn": f"Område {n}", "aktiviteter": rows}
                    for n, rows in enumerate(areas)
                ],
            }
        ],
        "lokala_planer": [{"kommun": "ekby", "läge": "under arbete", "egna": [aktivitet("egen")]}],
    }
    return yaml.safe_dump(made, allow_unicode=True, sort_keys=False)


def written(folder, name, aktivitet):
    """The plan, written to a folder of its own and loaded with all the rules."""
    file = folder / name / "aktiviteter.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(plan_text(aktivitet), encoding="utf-8")
    return load(file)


def shown(folder):
    """What each surface makes of the row: for each, the outputs that a value must stand in."""
    plan = written(folder, "full", record)
    for part in plan.handlingsplaner:  # a row is linked to where it stands, when that page is there
        (folder / "handlingsplaner").mkdir(exist_ok=True)
        (folder / f"handlingsplaner/{part.id}.md").write_text("# Handlingsplan\n", encoding="utf-8")
    webb = Webb(plan, DAY, "", lambda: "", folder)
    rad = next(rad for rad in plan.rader if rad.aktivitet.id == ROW)
    first = bodies("ansvarig")[0]["id"]
    return {
        Yta.TABELL: [aktivitetstabell(webb, område="omrade-1")],
        Yta.KORT: [card(aktivitetstabell(webb, område="omrade-0"))],
        Yta.LISTA: [
            urval(webb, fråga=f"id = {ROW}", rubrik="Rader"),
            passerade_datum(webb),
            organsida(webb, organ=first),
        ],
        Yta.LOKAL: [lokal_plan(webb, kommun="ekby").replace("egen", ROW)],
        Yta.EXPORT: list(exported(plan)),
        Yta.JSONLD: [jsonld.pages(plan, FILES)["handlingsplaner/handlingsplan/"]],
        Yta.FRÅGA: ["\n".join(answered(plan))],
        Yta.SÖK: [page(plan, rad, f"sida/#{ROW}")],
        Yta.JÄMFÖRELSE: ["\n".join(changed(folder, plan))],
        Yta.BLANKETT: ["\n".join(filled_in(folder, plan))],
        Yta.KOMMANDO: [added(folder)],
        Yta.KALENDER: [event(plan)],
        Yta.LUCKOR: ["\n".join(missing(webb))],
    }


def card(table):
    """The row of a divided activity, and the facts below its name."""
    tree = html.fromstring(table)
    rows = tree.xpath(f"//tr[@id='{WHOLE}'] | //tr[@id='{WHOLE}']/following-sibling::tr[@class='om']")
    return "".join(html.tostring(row, encoding="unicode") for row in rows).replace(WHOLE, ROW)


def exported(plan):
    """The open data, format by format."""
    yield documents.as_json(AKTIVITETER, plan).decode()
    yield documents.as_csv(AKTIVITETER, plan).decode("utf-8-sig")
    book = load_workbook(io.BytesIO(as_xlsx(AKTIVITETER, plan)))
    yield "\n".join(str(cell) for line in book["Aktiviteter"].values for cell in line)


def answered(plan):
    """The values that a question finds the row by."""
    for kolumn in kolumner(Yta.FRÅGA):
        for value in [ROW] if kolumn.slag is Värdeslag.ID else needles(kolumn)[:1]:
            if ROW in [rad.aktivitet.id for rad in ask(plan, f'{kolumn.namn} = "{value}"', DAY)]:
                yield value


def changed(folder, plan):
    """What has changed since the row had nothing but another name."""
    before = written(folder, "fore", lambda id: {"id": id, "namn": "Ett annat namn"})
    return [ändring.text for ändring in jämför_planer(before, plan) if ändring.id == ROW]


def filled_in(folder, plan):
    """What the status form holds of the row, when it comes back as it was."""
    form = folder / "blankett.xlsx"
    form.write_bytes(workbook(plan, selections(plan)["alla"], DAY))
    row = read_form(form).rader[ROW]
    assert row.nu == row.då
    return [row.id, row.namn_då, *row.nu]


def added(folder):
    """The record that ny-aktivitet writes when every option is given."""
    file = folder / "ny/aktiviteter.yaml"
    text = (WITH_ARCHIVE / file.name).read_text(encoding="utf-8")
    organ = [body for fält in FÄLT.values() if fält.slag is Värdeslag.ORGAN for body in bodies(fält.namn)]
    assert text.count("\norgan:\n") == 1
    lines = "".join(f"  - {{id: {body['id']}, namn: {body['namn']}}}\n" for body in organ)
    for path in WITH_ARCHIVE.rglob("*"):
        if path.is_file():
            copy = file.parent / path.relative_to(WITH_ARCHIVE)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    file.write_text(text.replace("\norgan:\n", f"\norgan:\n{lines}"), encoding="utf-8")
    before = {rad.aktivitet.id for rad in load(file).rader}
    arguments = ["--område", load(file).områden[0].id]
    for kolumn in kolumner(Yta.KOMMANDO):
        given = VALUES.get(kolumn.slag, lambda _key: [PREDECESSOR])(kolumn.namn)
        for value in given if isinstance(given, list) else [given]:
            arguments += [f"--{(kolumn.tillval or kolumn.namn).replace('_', '-')}", value]
    assert main(["ny-aktivitet", *arguments, "--data", str(file)]) == 0
    [made] = [rad.aktivitet for rad in load(file).rader if rad.aktivitet.id not in before]
    return made.model_dump_json()


PREDECESSOR = "mobil-mottagning"


def event(plan):
    """The row's event in the calendar of everything, with its lines whole."""
    text = calendars(plan, "https://exempel.se/", MOMENT)["alla.ics"].decode().replace("\r\n ", "")
    return next(part for part in text.split("BEGIN:VEVENT") if f"UID:{ROW}@" in part)


def missing(webb):
    """The values that an empty row is told to lack."""
    text = saknade_uppgifter(webb)
    for fält in FÄLT.values():
        if f'id="{slug(fält.namn)}-{EMPTY}"' in text:
            for kolumn in fält.kolumner:
                yield needles(kolumn)[0]


def unfiltered():
    """The kinds of change that the page of changes can't show alone: its style sheet has no line for them."""
    css = (ROOT / "docs/assets/andringar.css").read_text(encoding="utf-8")
    return [kind for kind in SLAG if f"#visa-{slug(kind)}:target" not in css]


if __name__ == "__main__":
    FOLDER = Path(sys.argv[1])
    OUTPUTS = {yta.value: outputs for yta, outputs in shown(FOLDER).items()}
    sys.stdout.reconfigure(encoding="utf-8")
    json.dump({"ytor": OUTPUTS, "schema": schema(), "utan filter": unfiltered()}, sys.stdout)
