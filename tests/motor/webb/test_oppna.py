"""What the built site offers to others: linked data, files, calendars and the plan in one file."""

import json
import re

import pytest
from lxml import html

from planmotor.oppna.export import CATALOGUE, FILES
from planmotor.oppna.export.jsonld import ACTION_STATUS, pages
from planmotor.plan import arkivmapp
from planmotor.plan.load import load
from planmotor.sajt import offline
from planmotor.sajt.filer import pages_in_menu
from planmotor.sajt.ursprung import sbom
from tests.hjalp.axe import SCRIPT, STANDARDS
from tests.hjalp.planer import ROOT

WORDS = ("name", "description", "alternateName", "encodingFormat", "contentUrl", "license")


@pytest.fixture(scope="module")
def whole(site):
    return html.parse(str(site / offline.NAME)).getroot()


def things(value):
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from things(part)


def linked(page):
    return [json.loads(script.text) for script in page.xpath("//script[@type='application/ld+json']")]


def test_linked_data_stand_on_the_pages_that_show_them(pages, plan):
    with_data = {name for name, page in pages.items() if linked(page)}
    assert with_data == {
        *(f"handlingsplaner/{handlingsplan.id}/" for handlingsplan in plan.handlingsplaner),
        *(rad.sida for rad in plan.egna_rader),
        *("uppfoljning/organ-och-ansvar/", "om/oppna-data/"),
    }
    kinds = {thing["@type"] for page in pages.values() for thing in things(linked(page)) if "@type" in thing}
    assert kinds == {"Action", "Organization", "Dataset", "DataDownload"}


MEDIA = {"json": "JSON", "csv": "CSV", "sheet": "Excel"}


def test_linked_data_say_nothing_that_the_page_does_not(pages):
    for name, page in pages.items():
        said = " ".join(page.xpath("string(//main)").split())
        links = page.xpath("//main//a/@href")
        for thing in things(linked(page)):
            for key in WORDS:
                for text in [thing[key]] if isinstance(thing.get(key), str) else thing.get(key, []):
                    if key in ("contentUrl", "license"):
                        assert text in links, (name, text)
                    elif key == "encodingFormat":
                        assert MEDIA[re.split(r"[/.]", text)[-1]] in said
                    else:
                        assert " ".join(text.split()) in said, (name, text)
            if str(thing.get("@id", "")).startswith("#"):
                assert page.xpath("//*[@id=$id]", id=thing["@id"][1:]), (name, thing["@id"])


def test_the_status_of_an_action_is_that_of_its_row(pages, plan):
    status = {rad.aktivitet.id: rad.aktivitet.status for rad in plan.alla_rader}
    actions = [
        thing for page in pages.values() for thing in things(linked(page)) if thing.get("@type") == "Action"
    ]
    assert {action["@id"][1:] for action in actions} == set(status)
    for action in actions:
        word = ACTION_STATUS.get(status[action["@id"][1:]])
        assert action.get("actionStatus") == (f"https://schema.org/{word}" if word else None)


def test_text_from_data_never_ends_the_script():
    plan = load(ROOT / "tests/exempel/makron/plan/aktiviteter.yaml")
    made = pages(plan, FILES)
    assert all("<" not in text and ">" not in text for text in made.values())
    assert "Enheten <script>alert(1)</script>" in str(json.loads(made["uppfoljning/organ-och-ansvar/"]))


def test_every_file_and_calendar_that_a_page_tells_of_is_there(site, pages):
    files = {file for data in FILES for file in data.filer}
    origin = {sbom.NAME, arkivmapp.FOLDER}
    assert {path.name for path in (site / "data").iterdir()} - {CATALOGUE} == files | origin
    about_origin = " ".join(pages["om/licenser/"].xpath("//main//a/@href"))
    assert all(f"data/{name}" in about_origin for name in origin)
    told = " ".join(pages["om/oppna-data/"].xpath("//main//a/@href"))
    assert all(f"data/{name}" in told for name in files)
    calendars = {path.name for path in (site / "kalender").iterdir()}
    assert {
        link.rpartition("/")[2] for link in pages["uppfoljning/kalendrar/"].xpath("//main//table//a/@href")
    } == calendars


def test_no_field_is_without_an_explanation(pages):
    for file in FILES:
        rows = pages["om/oppna-data/"].xpath(f"//table[caption='Fälten i {file.namn}']/tbody/tr")
        shown = [[cell.text_content() for cell in row] for row in rows]
        assert [row[0] for row in shown] == list(file.kolumner)
        assert all(all(row) for row in shown)


def test_the_whole_plan_fetches_nothing_and_runs_nothing(whole):
    assert not whole.xpath("//script | //link | //img | //iframe | //form | //*[@onclick or @onload]")
    assert not re.search(r"url\((?!['\"]?(data:|#))|@import", whole.findtext(".//style"))


def test_the_whole_plan_holds_every_page_of_the_menu_for_readers(whole, pages, source, plan):
    order = [page for page in pages_in_menu(source / "mkdocs.yml") if not page.startswith(offline.LEFT_OUT)]
    sections = whole.xpath("//section[contains(@class, 'planen-sida')]")
    assert len(sections) == len(order) > 20
    for section, address in zip(sections, order, strict=True):
        heading = " ".join(pages[address].xpath("string(//h1)").split())
        assert " ".join(section.xpath("string(.//h2[1])").split()) == heading
    rows = {
        row.get("id").rpartition(".")[2]
        for row in whole.xpath("//table[contains(@class, 'aktiviteter')]//tr[@id]")
    }
    assert rows == {rad.aktivitet.id for rad in plan.rader}


def test_ids_are_unique_and_links_lead_somewhere_in_the_whole_plan(whole):
    ids = whole.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = [
        link for link in whole.xpath("//a/@href | //*[local-name()='use']/@href") if link.startswith("#")
    ]
    assert len(inside) > 100
    assert {link[1:] for link in inside} <= set(ids)
    others = {
        link for link in whole.xpath("//a/@href") if not link.startswith(("#", "http", "tel:", "mailto:"))
    }
    assert others == set()


def test_links_out_of_the_file_are_full_when_the_site_has_an_address(site, tmp_path):
    page = tmp_path / "om/index.html"
    page.parent.mkdir()
    page.write_text(
        "<html lang=sv><title>T</title><main><article><h1 id=a>Om</h1><a href='../data/x.csv'>x</a>"
        "<a href='#a'>a</a><a href='../finns/#b'>b</a></article></main></html>",
        encoding="utf-8",
    )
    for base, expected in (
        (
            "https://exempel.se/p/",
            ["https://exempel.se/p/data/x.csv", "#om.a", "https://exempel.se/p/finns/#b"],
        ),
        ("/", ["#om.a"]),
    ):
        tree = html.parse(str(offline.write(tmp_path, ["om/"], base)))
        assert tree.xpath("//section//a/@href") == expected


def test_axe_finds_nothing_in_the_whole_plan(browser, site):
    tab = browser.new_page(viewport={"width": 375, "height": 800})
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto((site / offline.NAME).as_uri())
    tab.evaluate(SCRIPT)
    # The colours are those of the pages, where they are tested; here they would take twenty seconds.
    how = "tags => axe.run({ runOnly: tags, rules: { 'color-contrast': { enabled: false } } })"
    found = tab.evaluate(how, STANDARDS)["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"][:120]) for fault in found] == []
    assert tab.evaluate("document.documentElement.scrollWidth") == 375
    assert asked == [(site / offline.NAME).as_uri()]
    tab.emulate_media(media="print")
    heights = "all => all.map(part => part.getBoundingClientRect().height)"
    assert min(tab.eval_on_selector_all(".planen-sida", heights)) > 20, "sidor som inte skrivs ut"
    tab.close()
