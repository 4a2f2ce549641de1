"""``planmotor.plan.model``: the typed plan."""

import re
from datetime import date

import pytest
from pydantic import ValidationError

from planmotor.plan.draft import files_beside
from planmotor.plan.model.types import Datum, Period, in_words
from planmotor.plan.source import parse
from tests.hjalp.liten import DATA, PLAN
from tests.hjalp.planer import MINIMAL, plan_of

LINES = PLAN.read_text(encoding="utf-8").splitlines()


def test_records_are_frozen(plan):
    for record, field in ((plan.organ[0], "namn"), (plan.rader[0].aktivitet, "status"), (plan, "beslut")):
        with pytest.raises((ValidationError, AttributeError)):
            setattr(record, field, "ny")


def test_lists_are_frozen_too(plan):
    assert isinstance(plan.organ, tuple)
    assert isinstance(plan.rader[0].aktivitet.mått, tuple)
    assert isinstance(plan.rader, tuple)


def test_index_holds_every_id_of_every_file(plan):
    for name, id in (
        ("aktiviteter", "styrgruppen"),
        ("aktiviteter", "hela-kedjan"),
        ("aktiviteter", "andra-lanken"),
        ("aktiviteter", "antal-planer"),
        ("beslut", "uppdrag"),
        ("kallor", "plandokument"),
        ("begrepp", "egenvard"),
        ("framtagande", "fas-ett"),
    ):
        assert plan.index[id].id == id
        assert f"id: {id}" in (DATA / f"{name}.yaml").read_text(encoding="utf-8")


def test_index_holds_as_many_records_as_the_files_have_ids(plan):
    def ids(value):
        if isinstance(value, dict):
            inner = (part for key, part in value.items() if key != "utgår")  # ids of another version
            return isinstance(value.get("id"), str) + sum(map(ids, inner))
        return sum(map(ids, value)) if isinstance(value, list) else 0

    written = [
        parse(path.read_text(encoding="utf-8"), path.name).data for path in files_beside(PLAN).values()
    ]
    assert len(plan.index) == sum(map(ids, written))


def test_lookups(plan):
    assert plan.namn("radet") == "Invånarrådet"
    assert plan.dokument("plandokument").kortnamn == "Planen"
    assert plan.dokument("radet") is None
    assert plan.dokument("finns-inte") is None
    assert plan.kommunens_plan("ekby").kommun == "ekby"
    assert plan.kommunens_plan("finns-inte") is None
    with pytest.raises(KeyError):
        plan.namn("finns-inte")


def begins(line, key, value):
    """Tell whether a record with this key first begins on the line, in either style."""
    return re.match(rf" *- \{{?{key}: {value}(,|$)", line)


def test_rows_come_in_the_order_of_the_file_each_activity_before_its_parts(plan):
    ids = [rad.aktivitet.id for rad in plan.rader]
    lines = [next(n for n, line in enumerate(LINES, 1) if begins(line, "id", id)) for id in ids]
    assert lines == sorted(lines)
    for rad in plan.rader:
        if rad.överordnad:
            assert rad.aktivitet in rad.överordnad.delaktiviteter
            assert rad.räknas
        else:
            assert rad.räknas != bool(rad.aktivitet.delaktiviteter)
        assert rad.område in rad.handlingsplan.områden


def test_line_of_each_record(plan):
    """``rad`` is where a record begins: the link that suggests a change leads there."""
    for rad in plan.rader:
        assert begins(LINES[rad.aktivitet.rad - 1], "id", rad.aktivitet.id)
    for kommun in plan.kommuner:
        assert begins(LINES[kommun.rad - 1], "id", kommun.id)
    for local in plan.aktiviteter.lokala_planer:
        assert begins(LINES[local.rad - 1], "kommun", local.kommun)
    for område in plan.områden:
        for record in (*område.effektmått, *område.lokala_rekommendationer):
            assert f"id: {record.id}" in LINES[record.rad - 1]
    tid = plan.index["matning"].tid
    assert LINES[tid.rad - 1].strip().startswith("tid: {från: 2025-01")


def test_line_of_records_in_the_other_files(plan):
    lines = (DATA / "beslut.yaml").read_text(encoding="utf-8").splitlines()
    for beslut in plan.beslut.beslut:
        assert begins(lines[beslut.rad - 1], "id", beslut.id)
        assert "dokument:" in lines[beslut.källor[0].rad - 1]


@pytest.mark.parametrize(
    ("start", "years", "expected"),
    [
        ("2023-12-01", 3, date(2026, 12, 1)),
        ("2024-02-29", 3, date(2027, 2, 28)),
        ("2024-02-29", 4, date(2028, 2, 29)),
        ("2024-12-31", 1, date(2025, 12, 31)),
    ],
)
def test_next_revision(tmp_path, start, years, expected):
    text = MINIMAL.replace("2025-01-01", start).replace("revideras_vart: 3", f"revideras_vart: {years}")
    assert plan_of(tmp_path, text).nästa_revidering() == expected


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31), "2025"),
        ("2025-11", date(2025, 11, 1), date(2025, 11, 30), "november 2025"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "februari 2024"),
        ("2025-02-21", date(2025, 2, 21), date(2025, 2, 21), "21 februari 2025"),
        ("2025-05-01", date(2025, 5, 1), date(2025, 5, 1), "1 maj 2025"),
    ],
)
def test_datum(text, first, last, words):
    datum = Datum.parse(text)
    assert (datum, datum.första, datum.sista, datum.i_ord) == (text, first, last, words)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "25",
        "2025-2-1",
        "2025-13",
        "2025-02-30",
        "2025-00",
        "20250101",
        " 2025",
        "2025-11-",
        None,
        ["2025"],
    ],
)
def test_no_datum(text):
    with pytest.raises(ValueError, match=r"not a date|no such day"):
        Datum.parse(text)


@pytest.mark.parametrize("parse", [Datum.parse, Period.parse])
def test_digits_of_other_scripts_are_no_years(parse):
    with pytest.raises(ValueError, match="not a"):
        parse("٢٠٢٥")


def test_day_in_words():
    assert in_words(date(2026, 12, 1)) == "1 december 2026"


@pytest.mark.parametrize(
    ("text", "kept", "first", "last"),
    [
        ("2024–2025", "2024–2025", 2024, 2025),
        ("2024-2025", "2024–2025", 2024, 2025),
        ("2024 – 2025", "2024–2025", 2024, 2025),
        ("2025", "2025", 2025, 2025),
        ("2025–2025", "2025", 2025, 2025),
    ],
)
def test_period(text, kept, first, last):
    period = Period.parse(text)
    assert (period, period.från, period.till) == (kept, first, last)


@pytest.mark.parametrize("text", ["2025–2024", "2024–25", "hög", "", None, "2024—2025", "2024–2025–2026"])
def test_no_period(text):
    with pytest.raises(ValueError, match=r"period|starts"):
        Period.parse(text)


def test_areas(plan):
    assert [område.id for område in plan.områden] == ["narhet", "trygga-overgangar", "kontakter"]
    assert list(plan.strategier) == list(plan.områden[:2])
    assert [post.id for post in plan.rekommendationer] == ["lyssna", "svara"]
