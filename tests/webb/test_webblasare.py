"""Every page in a real browser: accessible, within the screen's width, and silent towards other hosts."""

import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (1280, 375, 320)


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield made
        made.close()


@pytest.fixture(scope="module")
def tab(browser):
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(tab, server, pages, width):
    tab.set_viewport_size({"width": width, "height": 800})
    faults = {}
    for name in pages:
        tab.goto(server + name)
        found = Axe().run(tab, options={"runOnly": {"type": "tag", "values": STANDARDS}})
        if found.violations_count:
            faults[name] = [(v["id"], v["nodes"][0]["html"][:120]) for v in found.response["violations"]]
    assert faults == {}


def test_no_page_scrolls_sideways_on_the_narrowest_screen(tab, server, pages):
    tab.set_viewport_size({"width": 320, "height": 800})
    wide = {}
    for name in pages:
        tab.goto(server + name)
        needed = tab.evaluate("document.documentElement.scrollWidth")
        if needed > 320:
            wide[name] = needed
    assert wide == {}


def test_no_page_asks_another_host_or_leaves_a_cookie(browser, server, pages):
    context = browser.new_context()
    tab, asked = context.new_page(), []
    tab.on("request", lambda request: asked.append(request.url))
    for name in pages:
        tab.goto(server + name)
        assert tab.evaluate("localStorage.length + sessionStorage.length") == 0, name
    assert [url for url in asked if not url.startswith(server)] == []
    assert context.cookies() == []
    context.close()


def test_the_first_tab_stop_skips_to_the_content(tab, server):
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.goto(server)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Till innehållet"
    tab.keyboard.press("Enter")
    assert tab.evaluate("location.hash") == "#innehall"


def test_the_menu_opens_by_keyboard_on_a_narrow_screen(tab, server):
    tab.set_viewport_size({"width": 375, "height": 800})
    tab.goto(server + "strategier/okad-kontinuitet/")
    summary = tab.locator("summary", has_text="Meny")
    summary.focus()
    tab.keyboard.press("Enter")
    assert tab.get_by_role("link", name="Lokala planer").first.is_visible()


def test_tables_keep_their_roles_as_cards(tab, server):
    tab.set_viewport_size({"width": 375, "height": 800})
    tab.goto(server + "handlingsplaner/fasta-kontakter/")
    assert tab.get_by_role("table").count() >= 2
    assert tab.get_by_role("rowheader").count() >= 16
    assert (
        tab.evaluate("getComputedStyle(document.querySelector('table.aktiviteter td')).display")
        != "table-cell"
    )


def test_search_finds_a_page_and_fetches_nothing_before(browser, server):
    tab, asked = browser.new_page(), []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(server + "sok/")
    assert not [url for url in asked if "pagefind" in url]
    tab.get_by_role("searchbox").fill("läkarkontakt")
    tab.keyboard.press("Enter")
    tab.locator(".traffar li").first.wait_for()
    links = tab.locator(".traffar li > a").evaluate_all("all => all.map(a => a.pathname)")
    assert "/fasta-kontakter/" in links[:3]
    tab.close()


def test_all_content_is_readable_without_javascript(browser, server):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(server + "strategier/okad-kontinuitet/")
    assert tab.get_by_text("Utveckla rutiner och arbetssätt för fasta kontakter").first.is_visible()
    context.close()
