"""The plan's own data and pages hold no character that print would show as a number."""

from planmotor.tryck.otryckbart import otryckbart
from tests.hjalp.planer import REAL, ROOT


def test_the_real_texts_are_all_printable():
    assert otryckbart(REAL, ROOT / "docs") == []
