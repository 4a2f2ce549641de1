"""axe-core on every page in every state: nothing found, and the accessibility statement says what was tested.

``SKRIV_FACIT=1 pytest tests/webb/test_tillganglighet.py`` records the run in data/tillganglighetstest.yaml.
"""

import os
import re
from datetime import date

import pytest
from axe_playwright_python.base import AXE_FILE_PATH

from planmotor.load import load
from planmotor.write.canonical import canonical
from planmotor.write.shape import shape_of
from tests.webb.conftest import ROOT

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PLAIN = {"color_scheme": "light", "forced_colors": "none"}
OPEN = "document.querySelectorAll('details').forEach(part => { part.open = true })"
SCRIPT = AXE_FILE_PATH.read_text(encoding="utf-8")
VERSION = re.search(r"axe v([\d.]+)", SCRIPT).group(1)
# The name of each state, as the statement tells it; the screen's width, the colours and what is open.
STATES = {
    "bred skärm": (1280, {}, False),
    "bred skärm, mörkt": (1280, {"color_scheme": "dark"}, False),
    "bred skärm, systemets egna färger": (1280, {"forced_colors": "active"}, False),
    "telefon": (375, {}, False),
    "telefon med menyer och rutor öppna": (375, {}, True),
    "telefon med menyer och rutor öppna, mörkt": (375, {"color_scheme": "dark"}, True),
    "smalaste skärmen, 320 punkter": (320, {}, False),
}
RECORD = ROOT / "data/tillganglighetstest.yaml"


# What each state found, in the run that is being recorded.
FOUND = {}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(browser, server, pages, state):
    width, media, opened = STATES[state]
    tab = browser.new_page(viewport={"width": width, "height": 800})
    tab.emulate_media(**{**PLAIN, **media})
    faults = {}
    for name in pages:
        _visit(tab, server, name)
        if opened:
            tab.evaluate(OPEN)
        tab.evaluate(SCRIPT)
        found = tab.evaluate("tags => axe.run({ runOnly: tags })", STANDARDS)["violations"]
        if found:
            faults[name] = [(fault["id"], fault["nodes"][0]["html"][:120]) for fault in found]
    tab.close()
    FOUND[state] = faults
    assert faults == {}


def _visit(tab, server, name):
    """Go to a page; to the search page with a search done, so that its hits are on the screen."""
    if name == "sok/":
        tab.goto(server + "sok/?q=kontakt")
        tab.locator(".traffar li").first.wait_for()
    else:
        tab.goto(server + name)


def test_the_statement_tells_of_this_test(pages, browser):
    if os.environ.get("SKRIV_FACIT"):
        _record(pages, f"Chromium {browser.version.split('.')[0]}")
    said = load(ROOT / "data/aktiviteter.yaml").tillgänglighetstest
    told = "Kör SKRIV_FACIT=1 pytest tests/webb/test_tillganglighet.py och bygg om."
    assert said.sidor == len(pages), told
    assert said.axe == VERSION, told
    assert said.tillstånd == tuple(STATES), told
    assert said.prövningar == len(pages) * len(STATES), told
    assert said.överträdelser == 0, told  # the tests above fail when there is one


def _record(pages, browser):
    assert set(FOUND) == set(STATES), "Kör alla tillstånd i samma process."
    states = "\n".join(f'  - "{state}"' for state in STATES)
    text = (
        "# Skrivs av testerna: SKRIV_FACIT=1 pytest tests/webb/test_tillganglighet.py\n"
        f"datum: {date.today().isoformat()}\naxe: {VERSION}\nwebbläsare: {browser}\nsidor: {len(pages)}\n"
        f"tillstånd:\n{states}\nprövningar: {len(pages) * len(STATES)}\n"
        f"överträdelser: {sum(len(faults) for pages in FOUND.values() for faults in pages.values())}\n"
    )
    RECORD.write_text(canonical(text.encode(), RECORD.name, shape_of(RECORD)), encoding="utf-8")
