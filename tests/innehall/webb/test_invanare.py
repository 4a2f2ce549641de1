"""The citizen pages: languages, the sheet of contacts, rights and ways in."""

import json

import pytest

SHEETS = ("fasta-kontakter/mina-kontakter/", "fasta-kontakter/mina-kontakter-stor-text/")
CONTACTS = ("fast-lakarkontakt", "fast-vardkontakt", "fast-omsorgskontakt")


def test_each_version_says_its_language(pages):
    for name, page in pages.items():
        assert page.get("lang") == ("en" if name.startswith("en/") else "sv"), name


def test_swedish_menus_on_an_english_page_say_that_they_are_swedish(pages):
    page = pages["en/fasta-kontakter/"]
    for part in page.xpath("//header | //footer | //nav[@class='sprak' or @class='sidor' or @class='stig']"):
        assert part.xpath("ancestor-or-self::*[@lang][1]/@lang") == ["sv"], part.attrib


@pytest.mark.parametrize("name", ["", *(f"{contact}/" for contact in CONTACTS)])
def test_the_switch_leads_to_the_same_page_in_the_other_languages(pages, name):
    links = pages[f"fasta-kontakter/{name}"].xpath("//nav[@aria-label='Språk']//a")
    assert "Lättläst" in [link.text for link in links]
    assert all(link.get("hreflang") for link in links)


def test_south_sami_is_a_named_gap_without_text(pages):
    gap = pages["fasta-kontakter/"].xpath("//nav[@aria-label='Språk']//li[@class='saknas']")
    assert [item.text_content() for item in gap] == ["Sydsamiska (saknas än)"]
    assert not [name for name in pages if name.startswith("sma/")]


def test_a_page_without_translation_has_no_switch(pages):
    assert not pages["plan/"].xpath("//nav[@aria-label='Språk']")


def test_each_kommun_tells_what_is_missing_and_invents_no_number(pages):
    kommuner = [
        name for name in pages if name.startswith("fasta-kontakter/kommuner/") and name.count("/") > 2
    ]
    assert len(kommuner) == 8
    for name in kommuner:
        numbers = pages[name].xpath("//main//a/@href[starts-with(., 'tel:')]")
        assert set(numbers) <= {"tel:1177", "tel:112"}, name
        assert "Det här saknas på sidan" in pages[name].text_content(), name


def test_rights_lead_to_the_paragraph_the_pages_and_the_activities(pages):
    table = pages["fasta-kontakter/rattigheter/"].xpath("//table[contains(@class, 'rattigheter')]")[0]
    assert "https://lagen.nu/2017:30#K7P3" in table.xpath(".//a/@href")
    assert table.xpath(".//a[contains(@href, 'handlingsplaner/')]")
    assert "behöver kontrolleras" in table.text_content()


@pytest.mark.parametrize("name", SHEETS)
def test_the_sheet_prints_on_one_page(browser, server, name, tmp_path):
    tab = browser.new_page()
    tab.goto(server + name)
    printed = tab.pdf(path=str(tmp_path / "blad.pdf"), prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") == 1
    tab.close()


def test_what_is_typed_stays_on_the_page_and_can_be_emptied(browser, server):
    context = browser.new_context()
    tab, asked = context.new_page(), []
    tab.goto(server + SHEETS[0])
    tab.wait_for_timeout(500)  # the icon is fetched after the page
    tab.on("request", lambda request: asked.append(request.url))
    tab.get_by_label("Mitt namn").fill("Ett namn")
    tab.get_by_label("Telefon").first.fill("1177")
    tab.keyboard.press("Enter")
    assert tab.get_by_label("Mitt namn").input_value() == "Ett namn"
    stored = "[localStorage.length, sessionStorage.length, document.cookie.length, location.search.length]"
    assert tab.evaluate(stored) == [0, 0, 0, 0]
    tab.get_by_role("button", name="Töm bladet").click()
    assert tab.get_by_label("Mitt namn").input_value() == ""
    assert asked == []
    context.close()


def test_closed_answers_of_the_guide_are_printed_open(browser, server):
    tab = browser.new_page()
    tab.goto(server + "fasta-kontakter/vilken-kontakt/")
    tab.emulate_media(media="print")
    hidden = """() => [...document.querySelectorAll('.text details > :not(summary)')]
        .filter(part => part.getBoundingClientRect().height === 0).length"""
    assert tab.evaluate(hidden) == 0
    tab.close()


def test_the_statement_has_its_six_points_and_is_linked_from_every_page(pages):
    text = pages["om/tillganglighet/"].text_content()
    points = ("Ansvarig offentlig aktör", "delvis förenlig", "Det här är inte tillgängligt")
    for point in (*points, "Senaste bedömning", "Anmäl en brist", "Anmäl bristen till"):
        assert point in text
    for name, page in pages.items():
        assert page.xpath("//footer//a[text()='Tillgänglighet']"), name


def test_open_data_is_linked_where_it_is_told_of(pages, site):
    links = pages["om/webbplatsen/"].xpath("//a/@href[contains(., 'data/aktiviteter')]")
    assert len(links) >= 2
    assert json.loads((site / "data/aktiviteter.json").read_text(encoding="utf-8"))["rader"]
