"""Files that somebody has sent: one opener and one reader of workbooks, whatever program made them.

Each file of ``tests/exempel/remissvar`` and ``tests/exempel/statussvar`` is read as it is; openpyxl is the
other reader, which knows nothing of ours.
"""

import gc
import importlib
import io
import pkgutil
import zipfile

import pytest
from openpyxl import load_workbook

import planmotor
from planmotor.office.las import arbetsbok
from planmotor.office.las.arbetsbok import address, read_book
from planmotor.office.las.bladtext import as_content
from planmotor.office.las.fil import open_file
from planmotor.office.las.innehall import Intabell, tidy
from planmotor.office.las.paket import EXCEL, Avvisad, Paket
from planmotor.office.las.word import read_docx
from planmotor.remiss.lasning.fil import read_reply
from planmotor.remiss.lasning.ord import Underlag
from planmotor.uppfoljning.statusblankett.las_blad import read_form
from tests.hjalp.planer import ROOT

FOLDERS = [ROOT / "tests/exempel" / name / "svar" for name in ("remissvar", "statussvar")]
# openpyxl opens no file with a part that is spelled in another way, and shows the codes of characters.
UNKNOWN, CODED = ("annan-stavning.xlsx", "arkiv-"), "_x"


def workbooks():
    """Yield every example that is a workbook fit to be read."""
    for path in (path for folder in FOLDERS for path in sorted(folder.iterdir())):
        try:
            fil = open_file(path, {})
            if fil.slag == EXCEL:
                read_book(fil.paket)
                yield path
        except Avvisad:
            continue


BOOKS = list(workbooks())


@pytest.mark.parametrize(
    "path", [p for p in BOOKS if not any(name in p.name for name in UNKNOWN)], ids=lambda path: path.name
)
def test_every_text_that_another_reader_finds_is_read(path):
    book = read_book(open_file(path, {}).paket)
    said = as_content(book)
    tables = {block.plats: block for block in said.block if isinstance(block, Intabell)}
    beside = "\n".join(block.text for block in said.block if not isinstance(block, Intabell))
    texts = 0
    for sheet in load_workbook(io.BytesIO(path.read_bytes())).worksheets:
        blad = next(one for one in book.blad if one.namn == sheet.title)
        table = "\n".join(row.text for row in tables[f"blad {sheet.title}"].rader)
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if cell.data_type == "s" and CODED not in cell.value:
                texts += 1
                assert tidy(cell.value) in table
                assert blad.text(cell.row, cell.column) == cell.value
            elif cell.value is not None:
                assert blad.rader[cell.row][cell.column].skrivet
            if cell.comment:
                assert tidy(cell.comment.text) in beside
    assert texts


def test_both_kinds_of_examples_are_there():
    assert {path.parent.parent.name for path in BOOKS} == {"remissvar", "statussvar"}
    assert len(BOOKS) > 40


def test_replies_and_status_forms_go_through_the_same_reader(monkeypatch):
    def stop(_reader):
        raise Avvisad("Den enda läsaren.", "Inget.")

    monkeypatch.setattr(arbetsbok._Reader, "sheets", stop)
    with pytest.raises(Avvisad, match="Den enda läsaren"):
        read_reply(FOLDERS[0] / "excel-ifylld.xlsx", Underlag("", {}, {}, {}))
    assert read_form(FOLDERS[1] / "ifylld.xlsx").fel[0].text == "Den enda läsaren."


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATION = f"<Relationship Id='{{0}}' Type='{OFFICE}/{{0}}' Target='{{1}}'/>"
FORMATS = "<numFmts><numFmt numFmtId='164' formatCode='[$-41D]d mmmm yyyy;@'/></numFmts>"


def shown(cells, formats=("0",), settings="", shared="", merged=""):
    """Return the only sheet of a workbook with these cells, as XML, in its first row."""
    styles = "".join(f"<xf numFmtId='{number}'/>" for number in formats)
    kinds = {"worksheet": "b.xml", "styles": "s.xml", "sharedStrings": "t.xml"}
    parts = {
        "_rels/.rels": f"<R>{RELATION.format('officeDocument', 'xl/a.xml')}</R>",
        "xl/_rels/a.xml.rels": f"<R>{''.join(RELATION.format(*pair) for pair in kinds.items())}</R>",
        "xl/a.xml": f"<workbook><workbookPr {settings}/><sheets><sheet name='Blad1' id='worksheet'/></sheets>"
        "</workbook>",
        "xl/b.xml": f"<worksheet><sheetData><row>{cells}</row></sheetData>{merged}</worksheet>",
        "xl/s.xml": f"<styleSheet>{FORMATS}<cellXfs>{styles}</cellXfs></styleSheet>",
        "xl/t.xml": f"<sst>{shared}</sst>",
    }
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return read_book(Paket(raw.getvalue())).blad[0]


def first(cells, **parts):
    return shown(cells, **parts).rader[1][1]


@pytest.mark.parametrize("number", [14, 22, 27, 31, 36, 50, 58, 164])
def test_a_date_is_told_by_its_format_in_any_language(number):
    cell = first("<c s='1'><v>45838</v></c>", formats=("0", number))
    assert (cell.text, cell.dag) == ("2025-06-30", "2025-06-30")


@pytest.mark.parametrize(
    ("settings", "value", "text", "day"),
    [
        ("", "45838.5", "2025-06-30 12:00:00", "2025-06-30"),
        ("date1904='1'", "44376", "2025-06-30", "2025-06-30"),
        ("date1904='0'", "45838", "2025-06-30", "2025-06-30"),
        ("", "0.25", "06:00:00", ""),
        ("", "1e300", "1e300", ""),
        ("", "inget tal", "inget tal", ""),
    ],
)
def test_dates_and_times(settings, value, text, day):
    cell = first(f"<c s='1'><v>{value}</v></c>", formats=("0", "14"), settings=settings)
    assert (cell.text, cell.dag) == (text, day)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0.55000000000000004", "0.55"),
        ("1.1000000000000001", "1.1"),
        ("14", "14"),
        ("14.0", "14"),
        ("1E-5", "1E-05"),
        ("123456789012345678", "123456789012345678"),
        ("-0.1", "-0.1"),
        ("NaN", "NaN"),
    ],
)
def test_numbers_have_the_digits_that_excel_shows(value, text):
    assert first(f"<c><v>{value}</v></c>").text == text


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("<t>rad_x000D_</t>", "rad\r"),
        ("<t>_x005F_x000D_</t>", "_x000D_"),
        ("<t>_xD83D__xDE00_ _xZZZZ_</t>", "\U0001f600 _xZZZZ_"),
        ("<r><t>två </t></r><r><t>delar</t></r><rPh sb='0' eb='1'><t>uttal</t></rPh>", "två delar"),
    ],
)
def test_texts_in_runs_and_codes(written, text):
    assert first("<c t='s'><v>0</v></c>", shared=f"<si>{written}</si>").text == text
    assert first(f"<c t='inlineStr'><is>{written}</is></c>").text == text


@pytest.mark.parametrize(
    ("cell", "text", "written", "wrong"),
    [
        ("<c t='e'><f>vi vill</f><v>#NAME?</v></c>", "#NAME?", "=vi vill", True),
        ("<c t='e'><v>#REF!</v></c>", "#REF!", "#REF!", True),
        ("<c><f>A2</f></c>", "", "=A2", True),
        ("<c t='str'><f>A2</f><v>klar</v></c>", "klar", "klar", False),
        ("<c t='str'><f>A2</f><v></v></c>", "", "=A2", False),
        ("<c t='b'><v>1</v></c>", "ja", "ja", False),
        ("<c t='d'><v>2025-06-30T00:00:00</v></c>", "2025-06-30", "2025-06-30", False),
    ],
)
def test_formulas_and_other_kinds_of_values(cell, text, written, wrong):
    found = first(cell)
    assert (found.text, found.skrivet, bool(found.fel)) == (text, written, wrong)


def test_a_cell_without_an_address_follows_on_the_one_before():
    cells = "<c t='str'><v>a</v></c><c r='D1' t='str'><v>d</v></c><c t='str'><v>e</v></c>"
    assert {at: cell.text for at, cell in shown(cells).rader[1].items()} == {1: "a", 4: "d", 5: "e"}


@pytest.mark.parametrize(
    "cells",
    [
        "<c r='XFE1'><v>1</v></c>",
        "<c r='A1048577'><v>1</v></c>",
        "<c r='1A'><v>1</v></c>",
        "<c t='s'><v>9</v></c>",
    ],
)
def test_a_cell_that_is_none_is_damage(cells):
    with pytest.raises(Avvisad, match="skadad"):
        shown(cells)


def test_merged_areas_are_read():
    area = "<mergeCells><mergeCell ref='$A$1:C2'/><mergeCell ref='E1'/></mergeCells>"
    assert shown("<c><v>1</v></c>", merged=area).sammanslagna == [(1, 1, 2, 3), (1, 5, 1, 5)]


def test_names_that_differ_in_capitals_alone_are_the_same_part():
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as made:
        made.writestr("xl/workbook.xml", "<a/>")
        made.writestr("xl/Workbook.xml", "<a/>")
    with pytest.raises(Avvisad, match="dubbla delar"):
        Paket(raw.getvalue())


def test_no_exception_is_made_once_and_raised_many_times():
    """Such a one keeps what it was raised for: a batch of damaged files would fill the memory."""
    found = []
    for module in pkgutil.walk_packages(planmotor.__path__, "planmotor."):
        if module.name.endswith("__main__"):
            continue
        made = vars(importlib.import_module(module.name)).items()
        found += [f"{module.name}.{name}" for name, value in made if isinstance(value, BaseException)]
    assert found == []


def test_a_damaged_file_is_forgotten_when_it_has_been_told_of(tmp_path):
    file = tmp_path / "trasig.docx"
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("[Content_Types].xml", "<Types")
        made.writestr("word/document.xml", "<w:document")
    for _ in range(5):
        with pytest.raises(Avvisad):
            read_docx(open_file(file, {}).paket)
    gc.collect()
    assert sum(isinstance(one, Paket) for one in gc.get_objects()) <= 1  # pytest may keep the last one


def test_a_cell_beyond_the_last_column_has_an_address_too():
    assert [address(7, column) for column in (6, 16_384, 50_011)] == ["F7", "XFD7", "50011 på rad 7"]
