"""axe-core on every page in every state: nothing found, and the accessibility statement says what was tested.

``SKRIV_FACIT=1 pytest tests/webb/test_tillganglighet.py`` records the run in data/tillganglighetstest.yaml.
"""

import os
from datetime import date

import pytest
from axe_playwright_python.base import AXE_FILE_PATH

from planmotor.load import load
from tests.webb.conftest import ROOT

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PLAIN = {"color_scheme": "light", "forced_colors": "none"}
OPEN = "document.querySelectorAll('details').forEach(part => { part.open = true })"
CLOSE = "document.querySelectorAll('details').forEach(part => { part.open = false })"
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


@pytest.fixture(scope="module")
def tested(browser, server, pages):
    """What axe found: faults by (state, page), and the version of axe.

    Each page is loaded once and then put in one state after the other, so that the whole site in all states
    takes a minute or two.
    """
    faults, version = {}, ""
    tab, script = browser.new_page(), AXE_FILE_PATH.read_text(encoding="utf-8")
    for name in pages:
        _visit(tab, server, name)
        tab.evaluate(script)
        for state, (width, media, opened) in STATES.items():
            tab.set_viewport_size({"width": width, "height": 800})
            tab.emulate_media(**{**PLAIN, **media})
            tab.evaluate(OPEN if opened else CLOSE)
            found = tab.evaluate("tags => axe.run({ runOnly: tags })", STANDARDS)
            version = found["testEngine"]["version"]
            if found["violations"]:
                faults[state, name] = [(v["id"], v["nodes"][0]["html"][:120]) for v in found["violations"]]
    tab.close()
    return faults, version


def _visit(tab, server, name):
    """Go to a page; to the search page with a search done, so that its hits are on the screen."""
    if name == "sok/":
        tab.goto(server + "sok/?q=kontakt")
        tab.locator(".traffar li").first.wait_for()
    else:
        tab.goto(server + name)


def test_axe_finds_nothing_in_any_state(tested):
    faults, _version = tested
    assert faults == {}


def test_the_statement_tells_of_this_test(tested, pages, browser):
    faults, version = tested
    if os.environ.get("SKRIV_FACIT"):
        _record(faults, version, pages, f"Chromium {browser.version.split('.')[0]}")
    said = load(ROOT / "data/aktiviteter.yaml").tillgänglighetstest
    told = "Kör SKRIV_FACIT=1 pytest tests/webb/test_tillganglighet.py och bygg om."
    assert said.sidor == len(pages), told
    assert said.axe == version, told
    assert said.tillstånd == tuple(STATES), told
    assert said.överträdelser == len(faults), told
    assert said.prövningar == len(pages) * len(STATES), told


def _record(faults, version, pages, browser):
    states = "\n".join(f'  - "{state}"' for state in STATES)
    RECORD.write_text(
        "# Skrivs av testerna: SKRIV_FACIT=1 pytest tests/webb/test_tillganglighet.py\n"
        f"datum: {date.today().isoformat()}\naxe: {version}\nwebbläsare: {browser}\nsidor: {len(pages)}\n"
        f"tillstånd:\n{states}\nprövningar: {len(pages) * len(STATES)}\növerträdelser: {len(faults)}\n",
        encoding="utf-8",
    )
