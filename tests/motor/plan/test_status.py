"""``planmotor.plan.status``: what a passed date means, and how statuses are counted."""

from datetime import date

import pytest

from planmotor.plan.model.aktiviteter import Aktivitet
from planmotor.plan.status import ORDER, count, remark

NOT_SAID = "datumet har passerat, utfall ej angivet"


def activity(status=None, **tid):
    made = {"id": "a", "namn": "A", "status": status, "tid": tid or None}
    return Aktivitet.model_validate({key: value for key, value in made.items() if value is not None})


@pytest.mark.parametrize(
    ("deadline", "day", "expected"),
    [
        ("2025-02-21", date(2025, 2, 20), None),
        ("2025-02-21", date(2025, 2, 21), None),
        ("2025-02-21", date(2025, 2, 22), NOT_SAID),
        ("2025-11", date(2025, 11, 30), None),
        ("2025-11", date(2025, 12, 1), NOT_SAID),
        ("2024-02", date(2024, 2, 29), None),
        ("2025", date(2025, 12, 31), None),
        ("2025", date(2026, 1, 1), NOT_SAID),
    ],
)
def test_a_date_has_passed_when_its_last_day_has(deadline, day, expected):
    assert remark(activity(klart_senast=deadline), day) == expected


@pytest.mark.parametrize("status", ["klar", "utgår"])
def test_nothing_is_said_of_what_has_ended(status):
    assert remark(activity(status, klart_senast="2020"), date(2026, 1, 1)) is None


@pytest.mark.parametrize("status", [status for status in ORDER[:-1] if status not in {"klar", "utgår"}])
def test_a_passed_date_beside_a_status_is_never_called_done_or_late(status):
    assert remark(activity(status, klart_senast="2020"), date(2026, 1, 1)) == "datumet har passerat"


def test_nothing_is_said_without_a_date():
    assert remark(activity(), date(2026, 1, 1)) is None
    assert remark(activity(text="Hösten 2022"), date(2026, 1, 1)) is None


def test_count_comes_in_one_order(plan):
    found = list(count(plan.rader))
    assert found == sorted(found, key=ORDER.index)
