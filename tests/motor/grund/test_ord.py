"""How values, lists and the nearest known word are told."""

import pytest

from planmotor.grund.nearest import listed, nearest, quoted, shown
from planmotor.plan.source import parse


def test_how_values_are_shown():
    assert [shown(value) for value in ("x", [], {}, ["x"])] == [
        '"x"',
        "en lista",
        "en post med nycklar",
        "en lista",
    ]


@pytest.mark.parametrize("text", ["a", "a: b", 'a "b"', "a 'b' \"c\"", "C:\\x", "'", '"', "a # b"])
def test_quoted_text_reads_as_itself(text):
    assert parse(f"a: {quoted(text)}", "fil.yaml").data == {"a": text}


def test_nearest():
    known = ["ansvarig", "aktiviteter", "status", "ÅRTAL"]
    assert nearest("anvarig", known) == "ansvarig"
    assert nearest("Status", known) == "status"
    assert nearest("årtal", known) == "ÅRTAL"
    assert nearest("akt", known) == "aktiviteter"
    assert nearest("a", known) is None
    assert nearest("xyz", known) is None
    assert nearest("", known) is None
    assert nearest("x", []) is None
    assert nearest("anvarig", known, 0.99) is None


def test_listed():
    assert listed(["a", "b"]) == "a, b"
    assert listed(["a", "b", "c"], most=2) == "a, b, …"
    assert listed([]) == ""
