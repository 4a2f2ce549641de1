"""``planmotor.remiss``: where a round stands, the plan's sections, and the forms to answer in."""

import io
import re
import zipfile
from datetime import date

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from planmotor.__main__ import main
from planmotor.plan.load import load
from planmotor.plan.remisslage import aktuella, avslutad, läge, tidigare, öppna
from planmotor.remiss.avsnitt import WHOLE, avsnitt, headings
from planmotor.remiss.blankett import filer
from planmotor.remiss.blankett.blankett import EGENSKAPER, KOLUMNER, Instans, blankett, instanser
from planmotor.remiss.blankett.docx import ROWS
from planmotor.remiss.blankett.docx import docx as to_docx
from planmotor.remiss.blankett.html import html as to_html
from planmotor.remiss.blankett.xlsx import SECTIONS
from planmotor.remiss.blankett.xlsx import xlsx as to_xlsx
from tests.hjalp.planer import MINIMAL, ROOT, plan_of, write

ROUND = """namn: Förslag
diarienummer: EX 1
öppnar: 2026-11-02
stänger: 2026-12-18
remissinstanser: [styrelsen, foreningen]
instanser: [{id: styrelsen, namn: Styrelsen}, {id: foreningen, namn: "Föreningen & <vi>"}]
frågor:
  - {id: begriplig, fråga: "Är planen \\"begriplig\\" & bra?", hjälp: Peka.}
  - {id: saknas, fråga: Saknas något?}
svara: {e_post: remiss@example.org}
"""
HEADINGS = [name for _key, name in KOLUMNER]


def rounds(folder, **texts):
    """Return the small plan with these rounds, by year."""
    (folder / "remisser").mkdir(exist_ok=True)
    for year, text in texts.items():
        (folder / f"remisser/{year.removeprefix('r')}.yaml").write_text(text, encoding="utf-8")
    return plan_of(folder)


@pytest.fixture
def form(tmp_path, docs):
    plan = rounds(tmp_path, r2026=ROUND)
    return blankett(plan, plan.remisser[0], instanser(plan, plan.remisser[0])[1], docs)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2026-11-01", "kommande"),
        ("2026-11-02", "öppen"),
        ("2026-12-18", "öppen"),
        ("2026-12-19", "stängd"),
        ("2027-02-28", "stängd"),
        ("2027-03-01", "avslutad"),
    ],
)
def test_the_state_follows_the_days(tmp_path, day, state):
    plan = rounds(tmp_path, r2026=f"{ROUND}avslutad: 2027-03-01\n")
    assert läge(plan, plan.remisser[0], date.fromisoformat(day)) == state


def test_a_round_without_days_is_planned(tmp_path):
    plan = rounds(tmp_path, r2026="namn: Förslag\n")
    assert läge(plan, plan.remisser[0], date(2026, 1, 1)) == "planerad"


def test_a_round_is_over_when_the_plan_that_came_of_it_holds(tmp_path):
    plan = rounds(tmp_path, r2024="namn: Förslag\nöppnar: 2024-02-01\nstänger: 2024-03-31\n")
    assert plan.uppgifter.gäller_från == "2025-01-01"
    assert avslutad(plan, plan.remisser[0]) == date(2025, 1, 1)
    later = rounds(tmp_path, r2024="namn: Förslag\nöppnar: 2025-02-01\nstänger: 2025-03-31\n")
    assert avslutad(later, later.remisser[0]) is None


def test_open_rounds_come_first_and_the_others_are_earlier(tmp_path):
    plan = rounds(
        tmp_path,
        r2022="namn: A\nöppnar: 2022-01-01\nstänger: 2022-02-01\n",
        r2023="namn: B\nöppnar: 2023-01-01\nstänger: 2023-02-01\n",
        r2026=ROUND,
    )

    def ids(found):
        return [remiss.id for remiss in found]

    day = date(2026, 11, 22)
    assert (ids(öppna(plan, day)), ids(aktuella(plan, day))) == (["2026"], ["2026"])
    assert ids(tidigare(plan, day)) == ["2023", "2022"]
    assert ids(aktuella(plan, date(2024, 12, 31))) == [
        "2026",
        "2022",
        "2023",
    ]  # to come, and two not compiled


def test_sections_are_unique_numbered_and_in_the_order_of_the_menu(plan, docs):
    found = avsnitt(plan, docs)
    assert found[0] == WHOLE
    assert len({section.id for section in found}) == len({section.titel for section in found}) == len(found)
    assert all(section.titel.startswith(f"{section.nummer} ") for section in found if section.nummer)
    order = [[int(n) for n in section.nummer.split(".")] for section in found if section.nummer]
    assert order == sorted(order)
    areas = {f"strategier/{område.id}" for område in plan.strategier}
    areas |= {f"handlingsplaner/{p.id}#{område.id}" for p in plan.handlingsplaner for område in p.områden}
    assert areas <= {section.id for section in found}


def test_pages_without_a_menu_are_in_the_order_of_the_data_and_have_no_numbers():
    folder = ROOT / "tests/exempel/remissvar/plan"
    found = avsnitt(load(folder / "data/aktiviteter.yaml"), folder / "docs")
    assert [section.titel for section in found if not section.ankare] == [
        "Hela planen",
        "Om planen",
        "Ökad delaktighet",
        "Ökad kontinuitet",
        "Gemensam handlingsplan",
    ]


def test_what_isnt_printed_is_no_section():
    assert [words for _level, words, _anchor in headings("# A\n## B {.ej-tryck}\n## C {: #c .x }\n")] == [
        "A",
        "C",
    ]


def test_headings_are_read_as_markdown_reads_them():
    text = (
        "---\n# not\n---\n# Ett *två* [tre](x.md)\n```\n## kod\n```\n## Å {: #egen }\n## Ö\n## Ö\n### djupt\n"
    )
    assert list(headings(text)) == [
        (1, "Ett två tre", "ett-tva-tre"),
        (2, "Å", "egen"),
        (2, "Ö", "o"),
        (2, "Ö", "o_1"),
    ]


def parts_of(raw):
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {info.filename: (archive.read(info), info.date_time) for info in archive.infolist()}


def test_word_form_is_read_back_with_all_that_makes_it_accessible(form):
    raw = to_docx(form)
    made = docx.Document(io.BytesIO(raw))
    core = made.core_properties
    assert (core.title, core.language) == ("Remissvar: Förslag – Föreningen & <vi>", "sv-SE")
    tree = made.styles.element
    assert {mark.get(qn("w:val")) for mark in tree.iter(qn("w:lang"))} == {"sv-SE"}
    levels = [(p.style.name, p.text) for p in made.paragraphs if p.style.name.startswith("Heading")]
    assert levels == [
        ("Heading 1", "Remissvar: Förslag"),
        ("Heading 2", "Så fyller du i"),
        ("Heading 2", "Skicka in svaret"),
        ("Heading 2", "Frågor"),
        ("Heading 3", 'Är planen "begriplig" & bra?'),
        ("Heading 3", "Saknas något?"),
        ("Heading 2", "Synpunkter"),
    ]
    (table,) = made.tables
    assert [cell.text for cell in table.rows[0].cells] == HEADINGS
    assert len(table.rows) == ROWS + 1
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table._tbl.tblPr.find(qn("w:tblDescription")) is not None
    whole = "\n".join(node.text or "" for part in made.sections[0].footer._element.iter() for node in [part])
    assert form.märke in whole


def test_word_form_has_a_list_of_sections_in_each_row_and_a_field_for_each_question(form):
    body = docx.Document(io.BytesIO(to_docx(form))).element.body
    tags = [tag.get(qn("w:val")) for tag in body.iter(qn("w:tag"))]
    assert tags == ["svar:begriplig", "svar:saknas", *(f"avsnitt:{n}" for n in range(1, ROWS + 1))]
    ids = [mark.get(qn("w:val")) for mark in body.iter(qn("w:id"))]
    assert len(set(ids)) == len(tags)
    first = next(body.iter(qn("w:dropDownList")))
    choices = [(item.get(qn("w:value")), item.get(qn("w:displayText"))) for item in first]
    assert choices == [("", "Välj avsnitt"), *((section.id, section.titel) for section in form.avsnitt)]


def test_excel_form_is_read_back_with_its_lists_and_its_locks(form):
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(form)))
    assert book.sheetnames == ["Så fyller du i", "Frågor", "Synpunkter", "Avsnitt"]
    assert (book.properties.title, book.properties.language) == (form.dokumenttitel, "sv-SE")
    assert book["Avsnitt"].sheet_state == "hidden"
    remarks = book["Synpunkter"]
    assert [cell.value for cell in remarks[1]] == HEADINGS
    assert (remarks.freeze_panes, remarks.print_title_rows) == ("A2", "$1:$1")
    (choice,) = remarks.data_validations.dataValidation
    assert choice.formula1 == f"={SECTIONS}!$A$2:$A${len(form.avsnitt) + 1}"
    listed = [(row[1].value, row[0].value) for row in book["Avsnitt"].iter_rows(min_row=2)]
    assert listed == [(section.id, section.titel) for section in form.avsnitt]
    assert [(remarks[place].protection.locked) for place in ("A1", "A2", "F2")] == [True, False, False]
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in book)
    questions = [[cell.value for cell in row] for row in book["Frågor"].iter_rows(min_row=2)]
    assert questions[0] == ['Är planen "begriplig" & bra?\nPeka.', None, "begriplig"]
    assert form.märke in [row[0].value for row in book["Så fyller du i"].iter_rows()]


@pytest.mark.parametrize("make", [to_docx, to_xlsx])
def test_the_same_form_is_the_same_bytes_and_says_which_form_it_is(form, make):
    raw = make(form)
    assert raw == make(form)
    parts = parts_of(raw)
    assert {time for _content, time in parts.values()} == {(1980, 1, 1, 0, 0, 0)}
    custom = parts["docProps/custom.xml"][0].decode()
    assert [name in custom for name in EGENSKAPER] == [True] * 3
    assert re.findall(r"lpwstr[^>]*>([^<]+)<", custom) == ["1", "2026", "foreningen"]


def test_no_form_asks_for_personal_data(form, tmp_path, docs):
    text = to_html(form, docs).decode()
    asked = re.findall(r"<label[^>]*>([^<]+)", text)
    assert "Synpunkt" in asked
    assert not [label for label in asked if re.search(r"namn|telefon|e-post|adress", label, re.IGNORECASE)]


def test_the_form_as_a_page_of_its_own_needs_nothing_else(form, docs):
    text = to_html(form, docs).decode()
    assert not re.findall(r"""(?:src|href)=["'](?!#)""", text)
    assert 'document.querySelector("form.remissvar")' in text
    assert "Föreningen &amp; &lt;vi&gt;" in text


def test_the_command_writes_one_form_of_each_kind_for_each_body(tmp_path, capsys, monkeypatch, docs):
    rounds(tmp_path, r2026=ROUND)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    out = tmp_path / "ut"
    assert main(["remiss", "blankett", "--data", str(tmp_path), "--docs", str(docs), "--till", str(out)]) == 0
    names = [
        f"remissvar-2026-{who}.{kind}"
        for who in ("foreningen", "styrelsen")
        for kind in ("docx", "html", "xlsx")
    ]
    assert sorted(path.name for path in out.iterdir()) == names
    assert capsys.readouterr().err.count("remissvar-2026") == len(names)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--remiss", "2031"], "Remissen 2031 finns inte. Välj en som finns: 2026."),
        ([], "Ingen remiss är öppen. Välj en med --remiss. Finns: 2026."),
        (
            ["--remiss", "2026", "--instans", "föreningen"],
            "Menar du foreningen? Välj bland: styrelsen, foreningen.",
        ),
        (["--remiss", "2026", "--format", "odt"], "går inte att välja"),
    ],
)
def test_the_command_says_what_hinders_it(tmp_path, capsys, monkeypatch, arguments, said, docs):
    rounds(tmp_path, r2026=ROUND)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    given = ["--data", str(tmp_path), "--docs", str(docs), "--till", str(tmp_path / "ut"), *arguments]
    assert main(["remiss", "blankett", *given]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "ut").exists()


def test_a_round_that_names_nobody_gets_one_form(tmp_path, docs):
    plan = rounds(tmp_path, r2026="namn: Förslag\nöppnar: 2026-11-02\nstänger: 2026-12-18\n")
    assert list(filer.make(plan, plan.remisser[0], docs, ["xlsx"])) == ["remissvar-2026.xlsx"]
    form = blankett(plan, plan.remisser[0], Instans("", ""), docs)
    assert "remissinstans ej angiven" in form.märke


def test_forms_are_on_the_site_only_while_the_round_is_open(tmp_path, docs):
    plan = rounds(tmp_path, r2026=ROUND)
    site = tmp_path / "site"
    assert filer.on_the_site(plan, docs, date(2026, 12, 19), site) == []
    assert not site.exists()
    made = filer.on_the_site(plan, docs, date(2026, 12, 18), site)
    assert [path.relative_to(site).as_posix() for path in made] == [
        f"remiss/blanketter/remissvar-2026-{who}.{kind}"
        for who in ("styrelsen", "foreningen")
        for kind in ("docx", "xlsx")
    ]


def test_nothing_is_half_written(tmp_path):
    (tmp_path / "b.docx").mkdir()
    with pytest.raises(OSError):
        filer.write({"a.docx": b"a", "b.docx": b"b"}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["b.docx"]


def test_a_round_is_part_of_the_plan_by_the_name_of_its_file(tmp_path):
    main_file = write(tmp_path, MINIMAL)
    assert load(main_file).remisser == ()
    assert rounds(tmp_path, r2026=ROUND).remiss("2026").plats == "remisser/2026"
    assert load(main_file).remiss("2099") is None
