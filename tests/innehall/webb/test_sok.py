"""The search page in a real browser: what people write finds what they need, and nothing more is fetched."""

import gzip

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe

from planmotor.sajt.search import WORDS_FILE
from tests.hjalp.planer import ROOT

QUERIES = yaml.safe_load((ROOT / "tests/innehall/sok.yaml").read_text(encoding="utf-8"))
FIRST = 3
MOST_BYTES = 160_000
HEAVY = ("läkare", "samma doktor varje gång", "många olika kontakter", "kontinuitett")
ANSWERED = "() => !/^(Söker …)?$/.test(document.querySelector('.sokstatus').textContent)"
FETCHED = ("pagefind", WORDS_FILE, "assets/sok/")


@pytest.fixture
def tab(browser, server):
    page = browser.new_page()
    page.goto(server + "sok/")
    yield page
    page.close()


@pytest.fixture(scope="module")
def shared(browser, server):
    """A tab where each search comes after the last, as when somebody tries again."""
    page = browser.new_page()
    page.goto(server + "sok/")
    yield page
    page.close()


def search(tab, query):
    """Search as a person does and return the addresses of the hits, without the first slash."""
    tab.get_by_role("searchbox").fill(query)
    tab.keyboard.press("Enter")
    tab.wait_for_function(ANSWERED)
    return tab.locator(".traffar > li > a").evaluate_all(
        "all => all.map(a => (a.pathname + a.hash).slice(1))"
    )


def status(tab):
    return tab.get_by_role("status").inner_text()


def case(query):
    known = [pytest.mark.xfail(strict=True)] if query.get("når_inte") else []
    return pytest.param(str(query["fråga"]), query["sida"], id=str(query["fråga"]), marks=known)


def test_there_are_queries_enough():
    assert len({query["fråga"] for query in QUERIES}) == len(QUERIES) >= 45
    assert all(query["varför"] for query in QUERIES)


@pytest.mark.parametrize(("query", "page"), [case(query) for query in QUERIES])
def test_the_page_is_among_the_first_three(shared, query, page):
    found = search(shared, query)[:FIRST]
    assert page in [address if "#" in page else address.split("#")[0] for address in found]


def test_every_expected_page_exists(pages):
    assert {query["sida"].split("#")[0] for query in QUERIES} <= set(pages)


def test_nothing_is_fetched_before_a_search(browser, server):
    tab, asked = browser.new_page(), []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(server + "sok/", wait_until="networkidle")
    assert [url for url in asked if any(part in url for part in FETCHED)] == []
    search(tab, "läkare")
    assert [url for url in asked if not url.startswith(server)] == []
    assert len([url for url in asked if url.endswith(WORDS_FILE)]) == 1
    tab.close()


@pytest.mark.parametrize("query", HEAVY)
def test_the_first_search_is_light(browser, server, query):
    context = browser.new_context()
    tab, asked = context.new_page(), []
    tab.goto(server + "sok/", wait_until="networkidle")
    tab.on("requestfinished", lambda request: asked.append(request.response()))
    search(tab, query)
    bodies = [answer.body() for answer in asked]
    context.close()
    assert sum(min(len(body), len(gzip.compress(body, 9))) for body in bodies) <= MOST_BYTES


def test_the_message_tells_what_was_searched_for(shared):
    search(shared, "husläkare")
    assert "Visar också träffar på fast läkarkontakt" in status(shared)
    assert "träffar på ”husläkare”." in status(shared)
    search(shared, "kontinuitett")
    assert status(shared).startswith("Menade du kontinuitet? Visar träffar på det.")
    assert search(shared, "xqzwvy") == []
    assert status(shared) == "Inget hittades på ”xqzwvy”. Pröva ett annat ord."


def test_the_last_part_of_a_compound_finds_it(shared):
    search(shared, "kontakt")
    assert "läkarkontakt" in status(shared)


def test_hits_say_what_they_are_and_where(shared):
    search(shared, "fast läkarkontakt")
    first = shared.locator(".traffar > li").first
    assert "Sida under Fasta kontakter" in first.inner_text()
    section = first.locator(".stig a").first.get_attribute("href")
    assert section.startswith("/fasta-kontakter/fast-lakarkontakt/#")
    assert first.locator("mark").count() > 0


def test_a_heading_is_a_hit_of_its_own(shared):
    found = search(shared, "lägg till en översättning")
    assert "redigera/#lagg-till-en-oversattning" in found[:FIRST]
    hit = shared.locator(".traffar > li", has=shared.locator("a[href$='#lagg-till-en-oversattning']")).first
    assert "Avsnitt på sidan Redigera" in hit.inner_text()


def test_an_activity_leads_to_its_row(shared, server):
    assert search(shared, "jourtid")[0] == "handlingsplaner/gemensam-plan/#tillganglighet-jourtid"
    hit = shared.locator(".traffar > li").first
    assert "Aktivitet i " in hit.inner_text()
    hit.locator("a").first.click()
    row = shared.locator("tr:target")
    row.wait_for()
    assert "jourtid" in row.inner_text()
    shared.goto(server + "sok/")


def test_all_of_it_works_by_keyboard(tab):
    search(tab, "vård")
    assert tab.evaluate("document.activeElement.id") == "q"
    more = tab.get_by_role("button", name="Visa fler träffar")
    shown = tab.locator(".traffar > li").count()
    more.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_function("shown => document.querySelectorAll('.traffar > li').length > shown", arg=shown)
    tab.wait_for_function("document.activeElement.tagName === 'A'")
    reached = tab.locator(".traffar > li").nth(shown).locator("a").first
    assert reached.evaluate("link => link === document.activeElement")
    assert status(tab).startswith(f"Visar {shown * 2} av ")


def test_the_address_keeps_the_query(tab, server):
    found = search(tab, "sip & plan")
    assert tab.url == server + "sok/?q=sip%20%26%20plan"
    tab.goto(tab.url)
    tab.wait_for_function(ANSWERED)
    assert tab.get_by_role("searchbox").input_value() == "sip & plan"
    assert tab.locator(".traffar > li > a").first.get_attribute("href") == "/" + found[0]
    tab.get_by_role("searchbox").fill("")
    tab.keyboard.press("Enter")
    tab.wait_for_url(server + "sok/")
    assert status(tab) == ""


def test_what_is_searched_for_is_never_markup(tab):
    search(tab, "<img src=x onerror=document.title=1> läkare")
    assert tab.locator(".traffar img, .sokstatus img").count() == 0


@pytest.mark.parametrize("width", [1280, 320])
def test_hits_are_accessible_and_fit(tab, width):
    tab.set_viewport_size({"width": width, "height": 800})
    search(tab, "läkarkontakt")
    assert Axe().run(tab).violations_count == 0
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    lowest = tab.locator(".traffar .stig a").evaluate_all(
        "all => Math.min(...all.map(a => a.getClientRects()[0].height))"
    )
    assert lowest >= 24


def test_a_failing_search_says_so(browser, server):
    tab = browser.new_page()
    tab.route("**/ord.json", lambda route: route.abort())
    tab.goto(server + "sok/")
    tab.get_by_role("searchbox").fill("läkare")
    tab.keyboard.press("Enter")
    tab.get_by_text("Sökningen går inte att nå just nu.").wait_for()
    tab.unroute("**/ord.json")
    assert search(tab, "läkare")
    tab.close()
