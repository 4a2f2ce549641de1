"""``planmotor.oppna.export``: open data."""

import csv
import io
import json
import os

import jsonschema
import pytest
from openpyxl import load_workbook

from planmotor.__main__ import main
from planmotor.oppna.export import FILES, documents, export
from planmotor.oppna.export.aktiviteter import AKTIVITETER, COLUMNS
from planmotor.oppna.export.excel import as_xlsx
from planmotor.oppna.export.progress import Progress
from planmotor.plan.load import load
from tests.hjalp.liten import PLAN
from tests.hjalp.planer import MINIMAL, ROOT, plan_of, write

FULL = ROOT / "tests/exempel/giltiga/alla-filer/aktiviteter.yaml"


def as_json(plan, base="/"):
    return documents.as_json(AKTIVITETER, plan, base)


def as_csv(plan, base="/"):
    return documents.as_csv(AKTIVITETER, plan, base)


@pytest.fixture(scope="session")
def document(plan):
    return json.loads(as_json(plan))


def table(raw):
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))


def test_json_has_the_plan_and_one_row_for_each_activity(document):
    assert list(document) == ["plan", "rader"]
    assert len(document["rader"]) == 11
    assert sum(row["kommun"] is not None for row in document["rader"]) == 1


def test_every_row_has_every_key_in_order(document):
    keys = [
        *("handlingsplan", "område", "id", "överordnad", "namn", "status", "prioritet", "ansvarig"),
        *("klart_senast", "mått", "målvärde", "url"),
        *("slag", "räknas", "från", "tid_text", "kommentar", "punkter", "beslutande_organ"),
        *("handlingsplanens_namn", "områdets_namn", "områdets_slag", "kommun"),
    ]
    assert all(list(row) == keys for row in document["rader"])


def test_rows_come_in_the_order_of_the_plan(document, plan):
    assert [row["id"] for row in document["rader"]] == [rad.aktivitet.id for rad in plan.alla_rader]


def test_ids_lead_to_names(document):
    head = document["plan"]
    for row in document["rader"]:
        if not row["kommun"]:
            assert row["handlingsplan"] in head["handlingsplaner"]
            assert row["område"] in head["områden"]
        assert set(row["ansvarig"]) <= set(head["organ"])
    parents = {row["id"] for row in document["rader"] if row["överordnad"] is None}
    assert {row["överordnad"] for row in document["rader"]} - {None} <= parents


def test_facts_of_the_plan(document):
    head = document["plan"]
    assert head["namn"] == "Eklandets plan för nära vård"
    assert (head["läge"], head["gäller_från"], head["nästa_revidering"]) == (
        "beslutad",  # worked out of the decision on the action plan that the plan is decided with
        "2025-02-01",
        "2027-02-01",
    )


def test_a_part_of_an_activity_as_json(document):
    assert next(row for row in document["rader"] if row["id"] == "andra-lanken") == {
        "handlingsplan": "gemensam",
        "område": "narhet",
        "id": "andra-lanken",
        "överordnad": "hela-kedjan",
        "namn": "Beskriva andra länken",
        "status": "ej påbörjad",
        "prioritet": None,
        "ansvarig": ["samordnarna"],
        "klart_senast": None,
        "mått": ["Är den beskriven?", "Används den?"],
        "målvärde": ["ja/nej", "Goda exempel"],
        "url": "/handlingsplaner/gemensam/#andra-lanken",
        "slag": "delaktivitet",
        "räknas": True,
        "från": None,
        "tid_text": None,
        "kommentar": None,
        "punkter": [],
        "beslutande_organ": [],
        "handlingsplanens_namn": "Handlingsplan för nära vård",
        "områdets_namn": "Större närhet",
        "områdets_slag": "strategi",
        "kommun": None,
    }


def test_a_municipalitys_own_activity_is_a_row_like_the_others(document, plan):
    (own,) = [row for row in document["rader"] if row["kommun"]]
    (rad,) = plan.egna_rader
    assert (own["handlingsplan"], own["område"], own["kommun"]) == (None, None, rad.kommun.id)
    assert own["url"] == f"/lokala-planer/{rad.kommun.id}/#{rad.aktivitet.id}"
    assert own["kommentar"] == rad.aktivitet.kommentar
    assert own["klart_senast"] == (rad.aktivitet.tid.klart_senast if rad.aktivitet.tid else None)
    assert rad.kommun.namn in own["handlingsplanens_namn"]


def test_a_date_has_the_precision_of_the_source(document):
    dates = {row["id"]: row["klart_senast"] for row in document["rader"]}
    assert dates["matning"] == "2025-06"
    assert dates["framtid"] == "2027"
    assert dates["beratta"] == "2025-02-21"
    assert dates["lopande"] is None


def test_addresses_begin_with_the_sites(plan):
    rows = json.loads(as_json(plan, "https://exempel.se/plan/"))["rader"]
    assert rows[0]["url"].startswith("https://exempel.se/plan/handlingsplaner/gemensam/#")
    assert table(as_csv(plan, "https://exempel.se/"))[0]["url"].startswith(
        "https://exempel.se/handlingsplaner/"
    )


def test_json_is_readable_utf8(plan):
    raw = as_json(plan)
    assert "Större närhet" in raw.decode("utf-8")
    assert raw.endswith(b"}\n")


def test_csv_opens_in_swedish_excel(plan):
    raw = as_csv(plan)
    assert raw.startswith(b"\xef\xbb\xbfhandlingsplan;")
    assert raw.decode("utf-8-sig").splitlines()[0] == ";".join(COLUMNS)


def test_csv_says_what_json_says(plan, document):
    for row, cells in zip(document["rader"], table(as_csv(plan)), strict=True):
        names = [plan.namn(id) for id in row["ansvarig"]]
        assert cells["ansvarig"] == " | ".join(names)
        for key in ("id", "namn", "status", "prioritet", "klart_senast", "överordnad", "url"):
            assert cells[key] == (row[key] or "")
        assert cells["mått"] == " | ".join(row["mått"])


FORMULAS = ["=1+1", "+46", "-2", "@SUM(A1)", '=HYPERLINK("http://x.se";"y")', "＝1", "\u2003=1+1"]


@pytest.mark.parametrize("name", FORMULAS)
def test_formulas_are_defused(tmp_path, name):
    quoted = "'" + name + "'"
    plan = plan_of(tmp_path, MINIMAL.replace("Ta fram rutiner", quoted) + f"            mått: [{quoted}]\n")
    (cells,) = table(as_csv(plan))
    assert (cells["namn"], cells["mått"]) == (f"'{name}", f"'{name}")
    assert json.loads(as_json(plan))["rader"][0]["namn"] == name


@pytest.mark.parametrize("text", ["\t=1", "\r=1", "\n=1", "  @x", "\xa0-1", "\tx"])
def test_breaks_and_spaces_hide_no_formula(text):
    assert documents.defused(text) == f"'{text}"
    assert documents.defused("a=1 | =2") == "a=1 | =2"


def test_a_formula_in_the_name_of_a_body_is_defused(tmp_path):
    text = MINIMAL.replace("handlingsplaner:", "organ: [{id: o, namn: '=cmd|x'}]\nhandlingsplaner:", 1)
    (cells,) = table(as_csv(plan_of(tmp_path, text + "            ansvarig: [o]\n")))
    assert cells["ansvarig"] == "'=cmd|x"


def test_excel_says_what_csv_says_in_text_cells_only(plan):
    book = load_workbook(io.BytesIO(as_xlsx(AKTIVITETER, plan)))
    sheet = book.worksheets[0]
    rows = [[cell.value or "" for cell in row] for row in sheet]
    csv_rows = list(csv.reader(io.StringIO(as_csv(plan).decode("utf-8-sig")), delimiter=";"))
    assert [[text.replace("\n", "") for text in row] for row in rows] == csv_rows
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", f"A1:W{len(csv_rows)}")
    assert book.properties.language == "sv-SE"
    assert plan.uppgifter.namn in book.properties.title
    assert {row[0].value for row in book.worksheets[1]} == {"Fält", *COLUMNS}


@pytest.mark.parametrize("name", FORMULAS)
def test_excel_never_holds_a_formula(tmp_path, name):
    plan = plan_of(tmp_path, MINIMAL.replace("Ta fram rutiner", "'" + name + "'"))
    sheet = load_workbook(io.BytesIO(as_xlsx(AKTIVITETER, plan))).worksheets[0]
    cell = sheet.cell(2, COLUMNS.index("namn") + 1)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (name, "s", True)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.namn)
@pytest.mark.parametrize("source", [PLAN, FULL], ids=["liten", "alla-filer"])
def test_every_json_follows_its_schema(file, source):
    document = json.loads(documents.as_json(file, load(source)))
    made = json.loads(documents.schema(file, "https://exempel.se/"))
    assert made["$id"] == f"https://exempel.se/data/{file.namn}.schema.json"
    jsonschema.Draft202012Validator.check_schema(made)
    assert list(jsonschema.Draft202012Validator(made).iter_errors(document)) == []
    assert document[file.nyckel] or source == FULL


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.namn)
def test_a_schema_refuses_what_no_export_writes(file, plan):
    document = json.loads(documents.as_json(file, plan))
    document[file.nyckel][0]["id"] = None
    document[file.nyckel][1]["nytt"] = "x"
    validator = jsonschema.Draft202012Validator(json.loads(documents.schema(file)))
    assert len(list(validator.iter_errors(document))) == 2


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.namn)
def test_every_field_is_explained_once(file, plan):
    assert all(tuple(row) == file.kolumner for row in file.rader(plan, "/"))
    assert all(fält.hjälp.endswith(".") and fält.slag.words for fält in file.fält)
    assert len(set(file.kolumner)) == len(file.kolumner)


def test_the_other_files_hold_what_the_plan_does(plan):
    decisions, measures, places = (file.rader(plan, "/") for file in FILES[1:])
    assert [row["id"] for row in decisions] == [
        b.id for b in sorted(plan.beslut.beslut, key=lambda b: b.datum)
    ]
    assert all(row["organets_namn"] for row in decisions if row["organ"])
    assert len(measures) == sum(len(område.effektmått) for område in plan.områden)
    assert [row["kod"] for row in places] == [kommun.kod for kommun in plan.kommuner]


def test_progress_is_told_after_two_seconds_only():
    told, now = [], iter([0.0, 1.9, 2.4])
    progress = Progress(told.append, lambda: next(now))
    progress.tell("Gör a")
    progress.tell("Gör b")
    assert told == ["Gör b (2 s)"]


def test_the_command_writes_everything_and_says_what_the_catalogue_lacks(tmp_path, capsys):
    data = write(tmp_path)
    assert main(["exportera", "--data", str(data), "--till", str(tmp_path / "ut")]) == 0
    said = capsys.readouterr().err
    assert {path.name for path in (tmp_path / "ut").iterdir()} == {
        *(name for file in FILES for name in file.filer),
        "kalender",
    }
    assert "katalog.rdf) skrivs inte" in said
    assert "site_url i mkdocs.yml" in said
    assert "ansvarig i data/webbplats.yaml" in said


def test_separators_and_line_breaks_stay_inside_their_cell(tmp_path):
    text = MINIMAL.replace("Ta fram rutiner", "'Ett; två \"tre\" | fyra'") + (
        "            mått:\n              - |\n                rad ett\n                rad två\n"
    )
    (cells,) = table(as_csv(plan_of(tmp_path, text)))
    assert cells["namn"] == 'Ett; två "tre" | fyra'
    assert cells["mått"] == "rad ett\nrad två\n"


def test_files_are_written_and_nothing_else(plan, tmp_path):
    written = export(plan, tmp_path / "ny" / "mapp")
    assert sorted(path.name for path in written) == sorted(p.name for p in (tmp_path / "ny/mapp").iterdir())
    assert {"aktiviteter.json", "aktiviteter.csv"} <= {path.name for path in written}


def test_writing_again_gives_the_same_bytes(plan, tmp_path):
    def written():
        return {path.name: path.read_bytes() for path in export(plan, tmp_path, calendars=tmp_path / "k")}

    first = written()
    assert {"aktiviteter.xlsx", "alla.ics"} <= set(first)
    assert written() == first


def test_nothing_is_written_when_one_format_fails(plan, tmp_path, monkeypatch):
    monkeypatch.setattr(documents, "as_csv", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        export(plan, tmp_path / "mapp")
    assert not (tmp_path / "mapp").exists()


def test_the_last_good_file_stays_when_writing_fails(plan, tmp_path, monkeypatch):
    export(plan, tmp_path)
    before = (tmp_path / "aktiviteter.json").read_bytes()
    real = os.write

    def half(handle, content):
        real(handle, content[: len(content) // 2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", half)
    with pytest.raises(OSError, match="No space"):
        export(plan, tmp_path, "https://exempel.se/")
    assert (tmp_path / "aktiviteter.json").read_bytes() == before
