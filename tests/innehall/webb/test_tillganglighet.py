"""axe-core: nothing found on any page, and the accessibility statement says what was tested.

- Every page, by every rule, in the two states that differ most: wide and light, with the side menu and the
  contents on the screen; and on a phone in the dark with every menu and box open, so that nothing is hidden.
- One page of each sort (``urval.py``: every element, class and attribute of the site) in the four states
  between: the other colours, the closed boxes and the narrowest screen.

What a state between could find on a page that is not chosen is a fault of that very page's words: a colour
or a control stands on a chosen page too. That no page is wider than its screen, catches the keyboard or has
too small targets is tested on every page in test_webblasare.py.

``SKRIV_FACIT=1 pytest tests/innehall/webb/test_tillganglighet.py`` records the run in
data/tillganglighetstest.yaml.
"""

from datetime import date

import pytest
from ruamel.yaml import YAML

from planmotor.andra.write.canonical import canonical
from planmotor.andra.write.shape import shape_of
from planmotor.plan.load import load
from tests.hjalp import axe
from tests.hjalp.axe import ALL_PAGES, VERSION
from tests.hjalp.facit import RECORD as NAME
from tests.hjalp.facit import being_written
from tests.hjalp.planer import ROOT
from tests.hjalp.urval import one_of_each_sort

CHOSEN_PAGES = {
    "bred skärm, mörkt": (1280, {"color_scheme": "dark"}, False),
    "bred skärm, systemets egna färger": (1280, {"forced_colors": "active"}, False),
    "telefon med menyer och rutor öppna": (375, {}, True),
    "smalaste skärmen, 320 punkter": (320, {}, False),
}
STATES = ALL_PAGES | CHOSEN_PAGES
RECORD = ROOT / NAME


# What each state found, in the run that is being recorded.
FOUND = {}


@pytest.fixture(scope="module")
def chosen(pages):
    return one_of_each_sort(pages)


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(browser, server, pages, chosen, state):
    faults = axe.faults(browser, server, pages if state in ALL_PAGES else chosen, STATES[state])
    FOUND[state] = faults
    assert faults == {}


def test_the_statement_tells_of_this_test(pages, chosen, browser):
    if being_written():
        _record(len(pages), len(chosen), f"Chromium {browser.version.split('.')[0]}")
    said = load(ROOT / "data/aktiviteter.yaml").tillgänglighetstest
    told = "Kör SKRIV_FACIT=1 pytest tests/innehall/webb/test_tillganglighet.py och bygg om."
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
        "# Skrivs av testerna: SKRIV_FACIT=1 pytest tests/innehall/webb/test_tillganglighet.py\n"
        f"datum: {date.today().isoformat()}\naxe: {VERSION}\nwebbläsare: {browser}\nsidor: {pages}\n"
        f"tillstånd:\n{_rows(ALL_PAGES)}\nurval: {chosen}\ntillstånd_urval:\n{_rows(CHOSEN_PAGES)}\n"
        f"prövningar: {tests}\növerträdelser: {faults}\n"
    )
    RECORD.write_text(canonical(text.encode(), RECORD.name, shape_of(RECORD)), encoding="utf-8")


def _rows(states):
    return "\n".join(f'  - "{state}"' for state in states)


def test_the_record_adds_up_to_a_parser_that_isnt_ours():
    """This file is written by the test above it: ruamel.yaml reads it, and the sums are counted anew."""
    said = YAML(typ="safe", pure=True).load(RECORD)
    every, few = len(said["tillstånd"]), len(said["tillstånd_urval"])
    assert said["prövningar"] == said["sidor"] * every + said["urval"] * few
    assert said["urval"] < said["sidor"]
    assert said["axe"] == VERSION
