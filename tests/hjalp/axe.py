"""axe-core on the pages of a site, in a state of the screen."""

import re

from axe_playwright_python.base import AXE_FILE_PATH

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


def faults(browser, server, pages, state):
    """Return what axe finds on each of these pages in a state, by the page's address."""
    width, media, opened = state
    tab = browser.new_page(viewport={"width": width, "height": 800})
    tab.emulate_media(**{**PLAIN, **media})
    made = {}
    for name in pages:
        _visit(tab, server, name)
        if opened:
            tab.evaluate(OPEN)
        tab.evaluate(SCRIPT)
        found = tab.evaluate(RUN, STANDARDS)["violations"]
        if found:
            made[name] = [(fault["id"], fault["nodes"][0]["html"][:120]) for fault in found]
    tab.close()
    return made


def _visit(tab, server, name):
    """Go to a page; to the search page with a search done, so that its hits are on the screen."""
    if name == "sok/":
        tab.goto(server + "sok/?q=kontakt")
        tab.locator(".traffar li").first.wait_for()
    else:
        tab.goto(server + name)
