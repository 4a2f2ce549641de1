"""``planmotor.export``: open data."""

import csv
import io
import json
from pathlib import Path

import pytest

from planmotor import export as room
from planmotor.export import export
from planmotor.export.aktiviteter import COLUMNS, as_csv, as_json
from tests.planer import MINIMAL, plan_of


@pytest.fixture(scope="session")
def document(plan):
    return json.loads(as_json(plan))


def table(raw):
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))


def test_json_has_the_plan_and_one_row_for_each_activity(document):
    assert list(document) == ["plan", "rader"]
    assert len(document["rader"]) == 67


def test_every_row_has_every_key_in_order(document):
    keys = [
        *("handlingsplan", "område", "id", "överordnad", "namn", "status", "prioritet", "ansvarig"),
        *("klart_senast", "mått", "målvärde", "url"),
    ]
    assert all(list(row) == keys for row in document["rader"])


def test_rows_come_in_the_order_of_the_plan(document, plan):
    assert [row["id"] for row in document["rader"]] == [rad.aktivitet.id for rad in plan.rader]


def test_ids_lead_to_names(document):
    head = document["plan"]
    for row in document["rader"]:
        assert row["handlingsplan"] in head["handlingsplaner"]
        assert row["område"] in head["områden"]
        assert set(row["ansvarig"]) <= set(head["organ"])
    parents = {row["id"] for row in document["rader"] if row["överordnad"] is None}
    assert {row["överordnad"] for row in document["rader"]} - {None} <= parents


def test_facts_of_the_plan(document):
    head = document["plan"]
    assert head["namn"] == "Gemensam plan för primärvårdsnivå i Jämtland Härjedalen"
    assert (head["läge"], head["gäller_från"], head["nästa_revidering"]) == (
        "utkast",
        "2023-12-01",
        "2026-12-01",
    )


def test_a_part_of_an_activity_as_json(document):
    assert next(row for row in document["rader"] if row["id"] == "kartlaggning-jourtid") == {
        "handlingsplan": "gemensam-plan",
        "område": "okad-tillganglighet",
        "id": "kartlaggning-jourtid",
        "överordnad": "tillganglighet-jourtid",
        "namn": "Genomföra kartläggning",
        "status": "ej påbörjad",
        "prioritet": None,
        "ansvarig": [],
        "klart_senast": None,
        "mått": [],
        "målvärde": [],
        "url": "/handlingsplaner/gemensam-plan/#kartlaggning-jourtid",
    }


def test_a_date_has_the_precision_of_the_source(document):
    dates = {row["id"]: row["klart_senast"] for row in document["rader"]}
    assert dates["uppfoljning-fasta-kontakter"] == "2025-11"
    assert dates["overenskommelse-om-fasta-kontakter"] == "2025"
    assert dates["gemensamma-sokord"] == "2025-02-21"
    assert dates["information-till-individer-om-fasta-kontakter"] is None


def test_addresses_begin_with_the_sites(plan):
    rows = json.loads(as_json(plan, "https://exempel.se/plan/"))["rader"]
    assert rows[0]["url"].startswith("https://exempel.se/plan/handlingsplaner/gemensam-plan/#")
    assert table(as_csv(plan, "https://exempel.se/"))[0]["url"].startswith(
        "https://exempel.se/handlingsplaner/"
    )


def test_json_is_readable_utf8(plan):
    raw = as_json(plan)
    assert "Ökad delaktighet" in raw.decode("utf-8")
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


@pytest.mark.parametrize("name", ["=1+1", "+46", "-2", "@SUM(A1)", '=HYPERLINK("http://x.se";"y")'])
def test_formulas_are_defused(tmp_path, name):
    quoted = "'" + name + "'"
    plan = plan_of(tmp_path, MINIMAL.replace("Ta fram rutiner", quoted) + f"            mått: [{quoted}]\n")
    (cells,) = table(as_csv(plan))
    assert (cells["namn"], cells["mått"]) == (f"'{name}", f"'{name}")
    assert json.loads(as_json(plan))["rader"][0]["namn"] == name


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
    first = {path.name: path.read_bytes() for path in export(plan, tmp_path)}
    assert {path.name: path.read_bytes() for path in export(plan, tmp_path)} == first


def test_nothing_is_written_when_one_format_fails(plan, tmp_path, monkeypatch):
    monkeypatch.setattr(room.aktiviteter, "as_csv", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        export(plan, tmp_path / "mapp")
    assert not (tmp_path / "mapp").exists()


def test_the_last_good_file_stays_when_writing_fails(plan, tmp_path, monkeypatch):
    export(plan, tmp_path)
    before = (tmp_path / "aktiviteter.json").read_bytes()
    real = Path.write_bytes

    def half(path, content):
        real(path, content[: len(content) // 2])
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(OSError, match="No space"):
        export(plan, tmp_path)
    assert (tmp_path / "aktiviteter.json").read_bytes() == before
