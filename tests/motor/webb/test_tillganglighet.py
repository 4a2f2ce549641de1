"""axe-core finds nothing on the pages that the templates make of any plan.

Each state that every page of a real site is tried in is tried here on one page of each sort.
"""

import pytest

from tests.hjalp import axe


@pytest.mark.parametrize("state", axe.ALL_PAGES)
def test_axe_finds_nothing(browser, server, visited, state):
    assert axe.faults(browser, server, visited, axe.ALL_PAGES[state]) == {}


def test_axe_can_find_a_fault(browser, tmp_path):
    (tmp_path / "fel.html").write_text("<!doctype html><title>Fel</title><img src='a.png'>", encoding="utf-8")
    found = axe.faults(browser, f"{tmp_path.as_uri()}/", ["fel.html"], axe.ALL_PAGES["bred skärm"])
    assert {"html-has-lang", "image-alt"} <= {fault for fault, _ in found["fel.html"]}
