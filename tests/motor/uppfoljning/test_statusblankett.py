"""The status form: what it holds, and what comes back from it, sloppy and harmful files too.

Each file in ``tests/exempel/statussvar/svar`` has its expected outcome in ``facit``: the exit status, what is
said and which lines of the plan change. ``SKRIV_FACIT=1`` writes them anew; read the difference.
"""

import difflib
import io
import shutil
import sys
import zipfile
from datetime import date

import pytest
from openpyxl import load_workbook

from planmotor.__main__ import main
from planmotor.grund.problem import Stopped
from planmotor.office.las.cellvarde import Bladcell
from planmotor.plan.load import load
from planmotor.uppfoljning.lage.organ import duties
from planmotor.uppfoljning.statusblankett import tolka
from planmotor.uppfoljning.statusblankett.blanketter import ALL, NOBODYS, selected, selections
from planmotor.uppfoljning.statusblankett.falt import STATUSES, rows
from planmotor.uppfoljning.statusblankett.gor import workbook
from planmotor.uppfoljning.statusblankett.jamka import changes
from planmotor.uppfoljning.statusblankett.kvitto import receipts
from planmotor.uppfoljning.statusblankett.las_blad import read_form
from tests.hjalp.facit import same
from tests.hjalp.gor_statussvar import BOOKS, HERE, OUT, PLAN, by_other_programs, harmful, in_texts
from tests.hjalp.liten import PLAN as LITEN

DAY = date(2026, 1, 1)
TOGETHER = {"oense": ("oense-a.xlsx", "oense-b.xlsx"), "flera": ("ifylld.xlsx", "enheten.xlsx")}
ALONE = sorted(path.name for path in OUT.iterdir())
# Files that nothing may be written from. The rest change what they say.
REFUSED = {
    *("andrad-rubrik.xlsx", "annan-arbetsbok.xlsx", "fel-id.xlsx", "fel-ord.xlsx", "formler-utan-varde.xlsx"),
    *("kolumn-sorterad-for-sig.xlsx", "konflikt.xlsx", "nyare-blankett.xlsx", "okant-organ.xlsx", "oense"),
    *("sammanslagna-celler.xlsx", "trasig-formel.xlsx", "utan-id.xlsx", "kopierat-blad.xlsx"),
    *(set(harmful())),
    *("csv-tva-kodningar.csv", "csv-redan-forstord.csv", "csv-fragetecken.csv", "csv-stordator.csv"),
    *("csv-ersattningstecken.csv", "csv-utf-32.csv", "csv-utf-16-avhuggen.csv"),
    *("csv-citattecken-utan-slut.csv", "csv-text-efter-citat.csv"),
}


@pytest.fixture
def data(tmp_path):
    """A copy of the small plan."""
    return shutil.copy(PLAN, tmp_path / "aktiviteter.yaml")


def read_in(data, capsys, *files, flags=("--ja",)):
    """Return the exit status and all that the command says, with this folder's paths taken out."""
    status = main(["läs-in-status", *map(str, files), "--data", str(data), *flags])
    said = capsys.readouterr()
    return status, (said.err + said.out).replace(f"{data.parent}/", "")


def lines_changed(before, after):
    found = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in found if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize("name", [*ALONE, *TOGETHER])
def test_a_file_as_people_send_it(name, data, capsys):
    before = data.read_text(encoding="utf-8")
    status, said = read_in(data, capsys, *(OUT / file for file in TOGETHER.get(name, (name,))))
    changed = lines_changed(before, data.read_text(encoding="utf-8"))
    assert bool(status) == (name in REFUSED)
    assert not (status and changed)
    assert [path.name for path in data.parent.iterdir()] == ["aktiviteter.yaml"]
    found = "\n".join([f"Utgång: {status}", "", said.rstrip(), "", "Ändrade rader:", *changed]) + "\n"
    same(HERE / f"facit/{name}.txt", found)


def test_the_examples_are_those_of_the_script():
    made = {f"{name}.xlsx" for name in BOOKS} | set(by_other_programs()) | set(harmful()) | set(in_texts())
    assert {name for name in ALONE if not name.startswith("libreoffice-")} == made
    assert {name: (OUT / name).read_bytes() for name in in_texts()} == in_texts()
    assert {path.name.removesuffix(".txt") for path in (HERE / "facit").iterdir()} == {*ALONE, *TOGETHER}


def test_each_body_has_a_form_and_no_row_is_without_one(plan):
    found = selections(plan)
    named = {id for id, duty in duties(plan).items() if duty.rader}
    assert named <= set(found)
    every = set(rows(plan))
    assert {rad.aktivitet.id for rad in found[ALL].rader} == every
    reached = {rad.aktivitet.id for id, one in found.items() if id != ALL for rad in one.rader}
    assert reached == every
    assert all(not rad.aktivitet.ansvarig for rad in found[NOBODYS].rader)


def test_a_body_answers_for_the_steps_of_its_activity():
    ids = [rad.aktivitet.id for rad in selections(load(PLAN))["styrgruppen"].rader]
    assert ids == ["rutiner", "material", "kurser", "matning", "webbsida"]


def test_the_form_can_be_read_by_everybody():
    plan = load(PLAN)
    raw = workbook(plan, selected(plan, "styrgruppen")[0], DAY)
    assert raw == workbook(plan, selected(plan, "styrgruppen")[0], DAY)
    book = load_workbook(io.BytesIO(raw))
    assert book.sheetnames == ["Så gör du", "Aktiviteter", "Om blanketten"]
    assert (book.properties.title, book.properties.language) == ("Status för Styrgruppen: Planen", "sv-SE")
    assert {p.name for p in book.custom_doc_props.props} >= {"Statusblankettens version", "Organ"}
    sheet = book["Aktiviteter"]
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("B2", "$1:$1")
    assert sheet.tables["Aktiviteter"].ref == "A1:K6"
    assert not any(sheet.merged_cells for sheet in book)
    assert all(one.protection.sheet and not one.protection.password for one in book)
    assert sheet.protection.sort  # forbidden: only the open cells would be sorted, away from their ids
    assert not sheet.protection.autoFilter
    assert {cell.column_letter for row in sheet for cell in row if not cell.protection.locked} == set("FGH")
    assert not any(cell.protection.locked for row in sheet["F2:H6"] for cell in row)
    assert [letter for letter in "ABCDEFGHIJK" if sheet.column_dimensions[letter].hidden] == list("IJK")
    [choice] = [v for v in sheet.data_validations.dataValidation if v.type == "list"]
    assert choice.formula1 == f'"{",".join(STATUSES)}"'
    assert len(choice.formula1) <= 255
    assert sheet["D6"].data_type == "s"  # a name that begins like a formula
    assert book["Om blanketten"].sheet_state == "hidden"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025", "2025"),
        ("2025-06", "2025-06"),
        ("2025-06-30 00:00:00", "2025-06-30"),
        ("30.6.2025", "2025-06-30"),
        ("den 1:e maj 2025", "2025-05-01"),
        ("30 SEPT. 2025", "2025-09-30"),
        ("20250630", "2025-06-30"),
        (" – ", ""),
    ],
)
def test_dates_as_people_write_them(written, meant):
    assert tolka.deadline(Bladcell(written)) == meant


@pytest.mark.parametrize(
    "written", ["juno 2025", "2025-13", "31/6 2025", "0025", "Q3", "6/2025", "1899", "maj"]
)
def test_no_date_is_guessed(written):
    with pytest.raises(tolka.Oläsligt):
        tolka.deadline(Bladcell(written))


@pytest.mark.parametrize(
    "written", ["Barnet är 19121212-1212", "Ring 070-174 06 05", "a.b@exempel.se svarar"]
)
def test_a_comment_is_published_and_names_nobody(written):
    with pytest.raises(tolka.Oläsligt):
        tolka.comment(Bladcell(written))
    assert (
        tolka.comment(Bladcell("Klart 2025-06-30, dnr RS/1234/2025")) == "Klart 2025-06-30, dnr RS/1234/2025"
    )


def test_nobody_to_ask(data, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    before = data.read_bytes()
    status, said = read_in(data, capsys, OUT / "ifylld.xlsx", flags=())
    assert status == 2
    assert "--ja" in said
    assert data.read_bytes() == before


@pytest.mark.parametrize(("answer", "written"), [("j", True), ("Ja ", True), ("n", False), ("", False)])
def test_the_question(answer, written, data, capsys, monkeypatch):
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _question: answer)
    before = data.read_bytes()
    assert read_in(data, capsys, OUT / "ifylld.xlsx", flags=())[0] == 0
    assert (data.read_bytes() != before) == written


def test_a_rehearsal_writes_nothing(data, capsys):
    before = data.read_bytes()
    summary = data.parent / "sammanfattning.md"
    flags = ("--torrkörning", "--ja", "--sammanfattning", str(summary))
    status, said = read_in(data, capsys, OUT / "ifylld.xlsx", flags=flags)
    assert (status, data.read_bytes(), summary.exists()) == (0, before, False)
    assert "Status borttagen: var avvaktar" in said


def test_the_summary_goes_to_a_file_and_folders_are_read(data, capsys, tmp_path):
    folder = tmp_path / "inkorg"
    folder.mkdir()
    shutil.copy(OUT / "ifylld.xlsx", folder / "Svar *från* @styrgruppen.xlsx")
    shutil.copy(OUT / "tom.xlsx", folder / "~$Svar.xlsx")
    summary = tmp_path / "sammanfattning.md"
    assert read_in(data, capsys, folder, flags=("--ja", "--sammanfattning", str(summary)))[0] == 0
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("## Status från blanketter\n\n- Svar \\*från\\* @<!-- -->styrgruppen.xlsx")
    assert "ändrade rader: 4 av 5" in text


def test_every_obstacle_is_told_at_once(data, capsys, tmp_path):
    files = [OUT / "fel-ord.xlsx", OUT / "losenord.xlsx", tmp_path / "saknas.xlsx", OUT / "ifylld.xlsx"]
    before = data.read_bytes()
    status, said = read_in(data, capsys, *files)
    assert (status, data.read_bytes()) == (1, before)
    for part in ("cell F2", "cell G6", "losenord.xlsx: ", "saknas.xlsx: Filen finns inte"):
        assert part in said


def test_a_locked_file_and_an_empty_folder(data, capsys, tmp_path):
    locked = shutil.copy(OUT / "ifylld.xlsx", tmp_path / "svar.xlsx")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(locked), "open", _denied)
        assert "Filen är låst" in read_form(locked).fel[0].text
    (tmp_path / "tom").mkdir()
    status, said = read_in(data, capsys, tmp_path / "tom")
    assert (status, "inga blanketter" in said) == (2, True)


def _denied(path, *_arguments, **_named):
    raise PermissionError(13, "nej", str(path))


def test_which_form(tmp_path, plan):
    with pytest.raises(Stopped, match="Menar du styrgruppen"):
        selected(plan, "styrgrupen")
    idle = next(id for id, duty in duties(plan).items() if not duty.rader)
    with pytest.raises(Stopped, match="inte som ansvarig"):
        selected(plan, idle)
    till = ["--till", str(tmp_path), "--data", str(LITEN)]
    assert main(["statusblankett", "--organ", NOBODYS, *till]) == 0
    assert [path.name for path in tmp_path.iterdir()] == [f"{NOBODYS}.xlsx"]
    with zipfile.ZipFile(tmp_path / f"{NOBODYS}.xlsx", "a") as filled:
        filled.writestr("ifylld", "")
    assert main(["statusblankett", "--organ", NOBODYS, *till]) == 2  # it may have been filled in


def test_the_sender_gets_a_receipt_of_what_was_read(data, capsys, tmp_path):
    folder = tmp_path / "kvitton"
    flags = ("--ja", "--kvitto", str(folder))
    assert read_in(data, capsys, OUT / "slarvig-text.xlsx", OUT / "orord.xlsx", flags=flags)[0] == 0
    made = {path.name.rpartition("-")[0]: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert set(made) == {"kvitto-slarvig-text", "kvitto-orord"}
    whole = made["kvitto-slarvig-text"]
    for said in ("Styrgruppen", "Ta fram rutiner", "(stod: pågår)", "Kommentar vid F2", "Rad ett rad två"):
        assert said in whole
    assert "Ni har inte ändrat någon rad." in made["kvitto-orord"]
    assert (
        read_in(data, capsys, OUT / "orord.xlsx", flags=("--ja", "--kvitto", str(tmp_path / "fler")))[0] == 0
    )
    assert len(list((tmp_path / "fler").iterdir())) == 1


def everywhere(book):
    """Places where somebody may write: at the top, in the middle, at the end and beyond it of each sheet.

    What the form itself keeps in its hidden sheet is its memory of how the rows were.
    """
    for sheet in book:
        last, width = sheet.max_row, sheet.max_column
        hidden = sheet.sheet_state == "hidden"
        for row in (1, 2, last, last + 1, last + 3):
            first = width + 1 if hidden and row > 5 else 3 if hidden else 1
            yield from ((sheet.title, row, column) for column in range(first, width + 2))
    yield "Eget blad", 2, 2


def test_no_word_is_lost_wherever_it_is_written(tmp_path):
    plan = load(PLAN)
    raw = workbook(plan, selected(plan, "styrgruppen")[0], DAY)
    lost = []
    for sheet, row, column in everywhere(load_workbook(io.BytesIO(raw))):
        book = load_workbook(io.BytesIO(raw))
        (book[sheet] if sheet in book.sheetnames else book.create_sheet(sheet)).cell(row, column, "Sjöbod")
        book.save(tmp_path / "a.xlsx")
        form = read_form(tmp_path / "a.xlsx")
        changes(plan, [form])
        said = b"" if form.fel else receipts(plan, [form], [tmp_path / "a.xlsx"]).popitem()[1]
        if not form.fel and "Sjöbod" not in said.decode():
            lost.append((sheet, row, column))
    assert lost == []
