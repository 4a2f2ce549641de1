"""The calendars, read back by a parser: what is there, when, and how a subscriber sees a change."""

import subprocess
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from planmotor.oppna.export.changed import last_changed
from planmotor.oppna.export.kalender import calendars, count, owned
from tests.hjalp.planer import MINIMAL, plan_of, write

DAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ROWS = """\
          - id: dag
            namn: "Möte; ett, två"
            status: klar
            ansvarig: [o]
            tid: {klart_senast: 2025-12-31, text: Mötet}
          - {id: manad, namn: Februari, status: utgår, tid: {från: 2023-09, klart_senast: 2024-02}}
          - {id: borjan, namn: Börjar, tid: {från: 2025-03-30}}
          - {id: ar, namn: Bara år, tid: {klart_senast: 2025}}
          - {id: hosten, namn: Hösten, tid: {text: Hösten 2022}}
          - id: delad
            namn: Delad
            ansvarig: [o, p]
            delaktiviteter:
              - {id: del, namn: Del, tid: {klart_senast: 2025-05-01}}
              - {id: egen, namn: Egen, ansvarig: [p], tid: {klart_senast: 2025-05-02}}
"""
ORGAN = "organ: [{id: o, namn: Örat}, {id: p, namn: Pannan}, {id: q, namn: Ingen}]\nhandlingsplaner:"


@pytest.fixture
def small(tmp_path):
    return plan_of(tmp_path, MINIMAL.replace("handlingsplaner:", ORGAN, 1) + ROWS)


def read(content):
    return {str(event["uid"]).split("@")[0]: event for event in Calendar.from_ical(content).walk("VEVENT")}


@pytest.fixture
def everything(small):
    return read(calendars(small, "https://exempel.se/plan/", DAY)["alla.ics"])


def test_only_rows_with_a_day_or_a_month_are_there(everything, small):
    assert list(everything) == ["dag", "manad", "borjan", "del", "egen"]
    assert count(small.rader) == (5, 1, 1, 2)
    assert sum(count(small.rader)) == len(small.rader)


@pytest.mark.parametrize(
    ("id", "first", "after"),
    [
        ("dag", date(2025, 12, 31), date(2026, 1, 1)),
        ("manad", date(2024, 2, 1), date(2024, 3, 1)),
        ("borjan", date(2025, 3, 30), date(2025, 3, 31)),
    ],
)
def test_a_day_is_a_day_and_a_month_is_the_whole_month(everything, id, first, after):
    event = everything[id]
    assert (event["dtstart"].dt, event["dtend"].dt) == (first, after)
    assert b"DTSTART;VALUE=DATE:" in event.to_ical()


def test_the_state_is_told_in_words(everything):
    told = {id: (str(event["summary"]), str(event["status"])) for id, event in everything.items()}
    assert told["dag"] == ("Klar: Möte; ett, två", "CONFIRMED")
    assert told["manad"] == ("Utgår: Februari", "CANCELLED")
    assert told["borjan"] == ("Börjar", "CONFIRMED")
    assert "Status: ej angiven." in everything["borjan"]["description"]
    assert "Del av: Delad." in everything["del"]["description"]
    assert (
        str(everything["dag"]["url"])
        == "https://exempel.se/plan/handlingsplaner/"
        + str(everything["dag"]["url"]).rpartition("handlingsplaner/")[2]
    )
    assert everything["dag"]["summary"].params["LANGUAGE"] == "sv"


def test_each_body_has_its_rows_and_those_of_its_activities(small):
    made = calendars(small, "/", DAY)
    assert sorted(made) == ["alla.ics", "o.ics", "p.ics"]
    assert list(read(made["o.ics"])) == ["dag", "del"]
    assert list(read(made["p.ics"])) == ["del", "egen"]
    assert str(Calendar.from_ical(made["o.ics"])["x-wr-calname"]).startswith("Örat – ")
    assert set(owned(small)) == {"o", "p"}


def test_an_id_is_the_rows_own_and_never_random(small):
    first, second = (calendars(small, "https://exempel.se/plan/", DAY) for _ in range(2))
    assert first == second
    ids = uids(first["alla.ics"])
    assert {id.split("@")[0] for id in ids} == {"dag", "manad", "borjan", "del", "egen"}
    assert {id.split("@")[1] for id in ids} == {"handlingsplan"}


def uids(content):
    return [str(event["uid"]) for event in Calendar.from_ical(content).walk("VEVENT")]


# What may change around a plan, and never makes anybody's entries new.
CHANGES = {
    "the site's address": ({}, "https://helt-annan.exempel.org/"),
    "no address": ({}, "/"),
    "the plan's name": ({"namn: Plan för Norra länet": "namn: Något annat"}, "https://exempel.se/"),
    "the region's name": ({"Region Norra": "Norra regionen"}, "https://exempel.se/"),
    "an action plan's name": ({"Gemensam handlingsplan": "Handlingsplan 2"}, "https://exempel.se/"),
    "an activity's name": ({"namn: Februari": "namn: Mars"}, "https://exempel.se/"),
    "a body's name": ({"Örat": "Ögat"}, "https://exempel.se/"),
    "the order": ({"organ: [{id: o, namn: Örat}, ": "organ: [", "id: q": "id: o, namn: Örat}, {id: q"}, "/"),
}


@pytest.mark.parametrize("own", [False, True], ids=["without an id", "with an id"])
@pytest.mark.parametrize("change", CHANGES)
def test_nothing_that_may_change_makes_an_entry_new(change, own, tmp_path):
    text = MINIMAL.replace("handlingsplaner:", ORGAN, 1) + ROWS
    if own:
        text = text.replace("plan:\n", "plan:\n  id: norra\n", 1)
    before = calendars(plan_of(tmp_path, text), "https://exempel.se/plan/", DAY)
    words, base = CHANGES[change]
    for old, new in words.items():
        assert old in text
        text = text.replace(old, new, 1)
    after = calendars(plan_of(tmp_path, text), base, DAY)
    assert {name: uids(content) for name, content in after.items()} == {
        name: uids(content) for name, content in before.items()
    }
    assert {id.split("@")[1] for id in uids(before["alla.ics"])} == {"norra" if own else "handlingsplan"}


def test_lines_end_and_fold_as_rfc_5545_says(plan):
    for content in calendars(plan, "https://exempel.se/", DAY).values():
        lines = content.split(b"\r\n")
        assert lines[-1] == b""
        assert not [line for line in lines if len(line) > 75 or b"\n" in line or b"\r" in line]


def test_a_calendar_without_events_can_be_read(tmp_path):
    plan = plan_of(tmp_path)
    calendar = Calendar.from_ical(calendars(plan, "/", DAY)["alla.ics"])
    assert not calendar.walk("VEVENT")
    assert calendar.subcomponents  # RFC 5545 wants at least one


def git(folder, *words, at="2026-01-01T12:00:00Z"):
    name = ["-c", "user.name=Test", "-c", "user.email=test@exempel.se"]
    dates = {"GIT_COMMITTER_DATE": at, "GIT_AUTHOR_DATE": at, "PATH": "/usr/bin:/bin", "HOME": str(folder)}
    subprocess.run(["git", *name, *words], cwd=folder, env=dates, check=True, capture_output=True)


def test_the_sequence_rises_when_a_date_changes_across_two_commits(tmp_path):
    text = MINIMAL + "            tid: {klart_senast: 2025-06-30}\n"
    git(tmp_path, "init", "-q")
    seen = []
    for moment, written in (
        ("2026-01-01T12:00:00Z", text),
        ("2026-01-01T12:00:01Z", text.replace("2025-06-30", "2025-09-30")),
    ):
        file = write(tmp_path, written)
        git(tmp_path, "add", ".", at=moment)
        git(tmp_path, "commit", "-qm", "x", at=moment)
        (event,) = read(calendars(plan_of(tmp_path, written), "/", last_changed(file))["alla.ics"]).values()
        seen.append((event["sequence"], event["dtstamp"].dt, str(event["uid"])))
    assert seen[1][0] > seen[0][0] >= 0
    assert seen[1][1] > seen[0][1] == datetime(2026, 1, 1, 12, 0, tzinfo=UTC)
    assert seen[1][2] == seen[0][2]
    (tmp_path / "annan.txt").write_text("x", encoding="utf-8")
    git(tmp_path, "add", ".", at="2026-02-01T12:00:00Z")
    git(tmp_path, "commit", "-qm", "y", at="2026-02-01T12:00:00Z")
    assert last_changed(tmp_path / "aktiviteter.yaml") == datetime(2026, 1, 1, 12, 0, 1, tzinfo=UTC)


def test_without_git_the_build_day_counts(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert last_changed(tmp_path / "aktiviteter.yaml") == datetime(2026, 11, 22, tzinfo=UTC)
