"""The page of a consultation in each state of its life, and the form in a browser."""

import json
from datetime import date

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from lxml import html

from macros.remiss import remisser, remissvar
from macros.webb import Webb
from planmotor.plan.load import load
from planmotor.remiss.avsnitt import avsnitt
from planmotor.remiss.blankett.blankett import Instans, blankett
from planmotor.remiss.blankett.html import html as to_html
from tests.hjalp.liten import DOCS
from tests.hjalp.planer import ROOT

PLAN = ROOT / "tests/exempel/giltiga/alla-filer/aktiviteter.yaml"
CALLS = ("Så svarar du", "Svara i Word", "remiss/blanketter", "remiss/svara/", "dagar kvar", "Skicka filen")


def seen(day, makro=remisser, plan=PLAN):
    made = Webb(load(plan), date.fromisoformat(day), "", lambda: "remiss/", DOCS)
    return makro(made)


def test_an_open_round_calls_for_answers_and_tells_how_long_there_is_left():
    text = seen("2026-11-22")
    assert all(call in text for call in CALLS)
    assert "Det är 26 dagar kvar." in text
    assert "I dag är sista dagen." in seen("2026-12-18")
    assert "Det är 1 dag kvar." in seen("2026-12-17")
    assert text.count("<!--tryck:remiss-2026-->") == 1  # its PDF is linked when it has been made
    assert "tryck/" not in text.replace("<!--tryck:", "")


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2026-11-01", "Remissen öppnar"),
        ("2026-12-19", "Nu sammanställs svaren"),
        ("2027-02-01", "Planen fick en ordlista."),
        ("2030-01-01", "Ingen remiss är öppen och ingen är planerad."),
    ],
)
def test_a_round_that_isnt_open_shows_no_call_to_answer(day, says):
    text = seen(day)
    assert says in text
    assert not [call for call in CALLS if call in text]
    form = seen(day, remissvar)
    assert "Ingen remiss är öppen just nu" in form
    assert "<form" not in form and "<script" not in form


def test_the_form_is_there_while_the_round_is_open():
    text = seen("2026-11-22", remissvar)
    tree = html.fromstring(text)
    assert tree.xpath("//form/@hidden") and tree.xpath("//noscript")
    assert tree.xpath("//script/@src") == ["../assets/remissvar.js"]
    labelled = set(tree.xpath("//label/@for"))
    fields = {field.get("id") for field in tree.xpath("//input[@type!='hidden'] | //select | //textarea")}
    assert fields == labelled


def test_every_section_has_its_place_on_the_site(pages, plan, docs):
    for section in avsnitt(plan, docs)[1:]:
        page = pages[f"{section.sida}/"]
        assert not section.ankare or page.xpath("//*[@id=$id]", id=section.ankare), section


@pytest.fixture(scope="module")
def page(tmp_path_factory, docs):
    """The form as a page of its own, for nobody in particular, at its address."""
    plan = load(PLAN)
    form = blankett(plan, plan.remiss("2026"), Instans("elforeningen", "Föreningen"), docs)
    file = tmp_path_factory.mktemp("formular") / "svar.html"
    file.write_bytes(to_html(form, docs))
    return file.as_uri()


def test_an_empty_form_is_refused_beside_its_fields_and_by_name(browser, page):
    tab = browser.new_page(viewport={"width": 320, "height": 800})
    tab.goto(page)
    tab.click(".spara")
    assert "Svaret är tomt" in tab.inner_text(".felruta")
    assert tab.evaluate("document.activeElement.className") == "felruta"
    tab.fill("#motivering-1", "Därför")
    tab.click(".spara")
    for name in ("#avsnitt-1", "#synpunkt-1"):
        assert tab.get_attribute(name, "aria-invalid") == "true"
        assert tab.get_attribute(name, "aria-describedby") == f"{name[1:]}-fel"
    assert tab.evaluate("document.documentElement.scrollWidth") == 320
    tab.evaluate(AXE_FILE_PATH.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = tab.evaluate("tags => axe.run({ runOnly: tags })", tags)["violations"]
    tab.close()
    assert [(fault["id"], fault["nodes"][0]["html"][:100]) for fault in found] == []


def test_a_reply_is_saved_as_a_file_and_opened_again_and_nothing_is_kept(browser, page, tmp_path):
    tab = browser.new_page()
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(page)
    tab.fill("#fraga-begriplig", 'Ja, "för det mesta"')
    tab.select_option("#avsnitt-1", "hela-planen")
    tab.fill("#sida-1", "4")
    tab.fill("#synpunkt-1", "Bra\nrad två")
    tab.focus(".lagg-till")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.textContent") == "Synpunkt 2"
    with tab.expect_download() as waited:
        tab.click(".spara")
    saved = tmp_path / waited.value.suggested_filename
    waited.value.save_as(saved)
    reply = json.loads(saved.read_text(encoding="utf-8"))
    empty = {"rad": "", "föreslagen_lydelse": "", "motivering": ""}
    assert reply == {
        "blankett": 1,
        "remiss": "2026",
        "remissinstans": "elforeningen",
        "svar": [{"fråga": "begriplig", "text": 'Ja, "för det mesta"'}],
        "synpunkter": [{"avsnitt": "hela-planen", "sida": "4", "synpunkt": "Bra\nrad två", **empty}],
    }
    assert saved.name == "remissvar-2026-elforeningen.json"
    assert "Den är inte skickad" in tab.inner_text(".sparat")
    tab.reload()
    assert tab.input_value("#fraga-begriplig") == ""
    tab.set_input_files("#oppna-svar", saved)
    tab.wait_for_function("document.querySelector('.sparat').textContent")
    assert tab.input_value("#synpunkt-1") == "Bra\nrad två"
    assert tab.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    assert {url.partition(":")[0] for url in asked} <= {"file", "blob"}
    tab.close()
