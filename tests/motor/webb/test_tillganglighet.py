"""axe-core finds nothing on the pages that the templates make of any plan.

One page of each sort is tried with everything open, so that nothing is hidden from it. The other states and
pages are tried where the content lies.
"""

from tests.hjalp import axe

OPEN = axe.ALL_PAGES["telefon med menyer och rutor öppna, mörkt"]


def test_axe_finds_nothing(browser, server, visited):
    assert axe.faults(browser, server, visited, OPEN) == {}


def test_axe_can_find_a_fault(browser, tmp_path):
    (tmp_path / "fel.html").write_text("<!doctype html><title>Fel</title><img src='a.png'>", encoding="utf-8")
    found = axe.faults(browser, f"{tmp_path.as_uri()}/", ["fel.html"], OPEN)
    assert {"html-has-lang", "image-alt"} <= {fault for fault, _ in found["fel.html"]}
