"""axe-core on every page in every state: nothing found, and the accessibility statement says what was tested.

``SKRIV_FACIT=1 pytest tests/webb/test_tillganglighet.py`` records the run in data/tillganglighetstest.yaml.
"""

import os
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe

from planmotor.load import load
from tests.webb.conftest import ROOT

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPEN_ALL = "document.querySelectorAll('details').forEach(part => { part.open = true })"
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
    """What axe found: faults by (state, page), and the version of axe."""
    faults, version = {}, ""
    for state, (width, media, opened) in STATES.items():
        context = browser.new_context(viewport={"width": width, "height": 800}, **media)
        tab = context.new_page()
        for name in pages:
            tab.goto(server + name)
            if opened:
                tab.evaluate(OPEN_ALL)
            found = Axe().run(tab, options={"runOnly": {"type": "tag", "values": STANDARDS}}).response
            version = found["testEngine"]["version"]
            if found["violations"]:
                faults[state, name] = [(v["id"], v["nodes"][0]["html"][:120]) for v in found["violations"]]
        context.close()
    return faults, version


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
