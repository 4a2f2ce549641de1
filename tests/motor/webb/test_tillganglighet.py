"""axe-core: nothing found on any page, and the accessibility statement says what was tested.

- Every page, by every rule, in the two states that differ most: wide and light, with the side menu and the
  contents on the screen; and on a phone in the dark with every menu and box open, so that nothing is hidden.
- One page of each sort (``urval.py``: every element, class and attribute of the site) in the five states
  between: the other colours, the closed boxes and the narrowest screen.

What a state between could find on a page that is not chosen is a fault of that very page's words: a colour
or a control stands on a chosen page too. That no page is wider than its screen, catches the keyboard or has
too small targets is tested on every page in test_webblasare.py.

``SKRIV_FACIT=1 pytest tests/motor/webb/test_tillganglighet.py`` records the run in
data/tillganglighetstest.yaml.
"""

import os
import re
from datetime import date

import pytest
from axe_playwright_python.base import AXE_FILE_PATH

from planmotor.andra.write.canonical import canonical
from planmotor.andra.write.shape import shape_of
from planmotor.plan.load import load
from tests.hjalp.urval import one_of_each_sort
from tests.hjalp.webb import ROOT

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PLAIN = {"color_scheme": "light", "forced_colors": "none"}
OPEN = "document.querySelectorAll('details').forEach(part => { part.open = true })"
SCRIPT = AXE_FILE_PATH.read_text(encoding="utf-8")
VERSION = re.search(r"axe v([\d.]+)", SCRIPT).group(1)
RUN = "tags => axe.run({ runOnly: tags, resultTypes: ['violations'] })"
# The name of each state, as the statement tells it; the screen's width, the colours and what is open.
ALL_PAGES = {
    "bred skärm": (1280, {}, False),
    "telefon med menyer och rutor öppna, mörkt": (375, {"color_scheme": "dark"}, True),
}
CHOSEN_PAGES = {
    "bred skärm, mörkt": (1280, {"color_scheme": "dark"}, False),
    "bred skärm, systemets egna färger": (1280, {"forced_colors": "active"}, False),
    "telefon": (375, {}, False),
    "telefon med menyer och rutor öppna": (375, {}, True),
    "smalaste skärmen, 320 punkter": (320, {}, False),
}
STATES = ALL_PAGES | CHOSEN_PAGES
RECORD = ROOT / "data/tillganglighetstest.yaml"


# What each state found, in the run that is being recorded.
FOUND = {}


@pytest.fixture(scope="module")
def chosen(pages):
    return one_of_each_sort(pages)


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(browser, server, pages, chosen, state):
    width, media, opened = STATES[state]
    tab = browser.new_page(viewport={"width": width, "height": 800})
    tab.emulate_media(**{**PLAIN, **media})
    faults = {}
    for name in pages if state in ALL_PAGES else chosen:
        _visit(tab, server, name)
        if opened:
            tab.evaluate(OPEN)
        tab.evaluate(SCRIPT)
        found = tab.evaluate(RUN, STANDARDS)["violations"]
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


def test_the_statement_tells_of_this_test(pages, chosen, browser):
    if os.environ.get("SKRIV_FACIT"):
        _record(len(pages), len(chosen), f"Chromium {browser.version.split('.')[0]}")
    said = load(ROOT / "data/aktiviteter.yaml").tillgänglighetstest
    told = "Kör SKRIV_FACIT=1 pytest tests/motor/webb/test_tillganglighet.py och bygg om."
    assert said.sidor == len(pages), told
    assert said.axe == VERSION, told
    assert said.tillstånd == tuple(ALL_PAGES), told
    assert said.tillstånd_urval == tuple(CHOSEN_PAGES), told
    # An edited text may choose another page, and the statement is still true of its day.
    assert said.prövningar == said.sidor * len(ALL_PAGES) + said.urval * len(CHOSEN_PAGES), told
    assert said.överträdelser == 0, told  # the tests above fail when there is one


def test_every_sort_of_element_is_on_a_chosen_page(pages, chosen):
    """The choice is worth its time: fewer than half of the pages, and still every sort of part and folder."""
    assert len(chosen) < len(pages) / 2
    for wanted in (
        "//form",
        "//details",
        "//*[@data-status='avvaktar']",
        "//*[@role='img']",
        "//ins",
        "//table",
    ):
        everywhere = any(page.xpath(wanted) for page in pages.values())
        assert any(pages[name].xpath(wanted) for name in chosen) == everywhere, wanted
    folders = {name.partition("/")[0] for name in pages}
    assert {name.partition("/")[0] for name in chosen} == folders


def _record(pages, chosen, browser):
    assert set(FOUND) == set(STATES), "Kör alla tillstånd i samma process."
    tests = pages * len(ALL_PAGES) + chosen * len(CHOSEN_PAGES)
    faults = sum(len(faults) for found in FOUND.values() for faults in found.values())
    text = (
        "# Skrivs av testerna: SKRIV_FACIT=1 pytest tests/motor/webb/test_tillganglighet.py\n"
        f"datum: {date.today().isoformat()}\naxe: {VERSION}\nwebbläsare: {browser}\nsidor: {pages}\n"
        f"tillstånd:\n{_rows(ALL_PAGES)}\nurval: {chosen}\ntillstånd_urval:\n{_rows(CHOSEN_PAGES)}\n"
        f"prövningar: {tests}\növerträdelser: {faults}\n"
    )
    RECORD.write_text(canonical(text.encode(), RECORD.name, shape_of(RECORD)), encoding="utf-8")


def _rows(states):
    return "\n".join(f'  - "{state}"' for state in states)
