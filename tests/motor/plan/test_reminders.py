"""Reminders: told when a law check grows old, and never a reason to stop."""

from datetime import date

from planmotor.plan.load import examine
from tests.hjalp.planer import write


def reminded(folder, day):
    problems, reminders = examine(write(folder, kallor=LAWS), day)
    assert problems == []
    return [(reminder.rule, reminder.line) for reminder in reminders]


LAWS = """\
lagar:
  - {id: okontrollerad, namn: En lag, nummer: "2000:1"}
  - id: kontrollerad
    namn: En annan lag
    nummer: "2000:2"
    kontrollerad: 2026-11-22
"""


def test_a_check_of_today_needs_no_reminder(tmp_path):
    assert reminded(tmp_path, date(2026, 11, 22)) == []


def test_a_year_to_the_day_is_not_yet_old(tmp_path):
    assert reminded(tmp_path, date(2027, 11, 22)) == []


def test_a_check_older_than_a_year_is_told_on_its_line(tmp_path):
    assert reminded(tmp_path, date(2027, 11, 23)) == [("lag-att-kontrollera", 6)]
