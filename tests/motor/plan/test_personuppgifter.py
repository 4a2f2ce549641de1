"""What isn't fit to publish is found in data, pages, file names and documents, and told with file and line.

``tests/exempel/personuppgifter/<namn>.md`` is a page, and ``<namn>.txt`` what is said of it. To write them
anew after a change of words: ``SKRIV_FACIT=1 pytest tests/motor/plan/test_personuppgifter.py``.
"""

import io
import re
import shutil

import docx
import openpyxl
import pikepdf
import pytest

from planmotor.__main__ import main
from planmotor.grund.problem import Invalid
from planmotor.grund.report import as_text
from planmotor.jamfora.publicerat import publicerat
from planmotor.office.las.cellvarde import Bladcell
from planmotor.plan.far_publiceras import in_name, in_text, key
from planmotor.plan.personuppgifter import found_in
from planmotor.sajt.build import build
from planmotor.uppfoljning.statusblankett import tolka
from tests.hjalp.facit import same
from tests.hjalp.liten import DATA as LITEN
from tests.hjalp.planer import MINIMAL, ROOT

EXAMPLES = ROOT / "tests/exempel/personuppgifter"
REPLIES = ROOT / "tests/exempel/remissvar"
BROKEN = ROOT / "tests/exempel/felaktiga/personuppgifter-i-data"
SWITCHBOARD = frozenset({key("08-465 004 00")})
ROUND_ADDRESS = "remiss@example.org"  # in the field of the small region's round that is there for it
NUMBER, ADDRESS, IDENTITY = "070-174 06 05", "fornamn@exempel.se", "19121212-1212"


@pytest.fixture
def plan_folder(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "docs/redigera").mkdir(parents=True)
    (tmp_path / "data/aktiviteter.yaml").write_text(MINIMAL, encoding="utf-8")
    (tmp_path / "docs/index.md").write_text("# Start\n", encoding="utf-8")
    return tmp_path


def told(folder):
    found = Invalid(publicerat(folder / "data/aktiviteter.yaml", folder / "docs")).problems
    return [(p.path.rpartition("/")[2], p.line, p.text) for p in found]


@pytest.mark.parametrize("page", sorted(EXAMPLES.glob("*.md")), ids=lambda path: path.stem)
def test_the_whole_output_for_a_page(page):
    found = in_text(page.name, page.read_text(encoding="utf-8"), SWITCHBOARD)
    said = as_text(Invalid(found).problems)
    same(page.with_suffix(".txt"), f"{said}\n")


@pytest.mark.parametrize("command", [["kontrollera"], ["bygg", "--utan-tryck"]])
def test_check_and_build_say_the_same_of_a_page(plan_folder, capsys, monkeypatch, command):
    monkeypatch.chdir(plan_folder)
    (plan_folder / "docs/index.md").write_text(f"# Start\n\nRing {NUMBER}.\n", encoding="utf-8")
    assert main(command) == 1
    printed = "".join(capsys.readouterr())
    assert "docs/index.md:3: Raden innehåller något som ser ut som ett telefonnummer.\n" in printed
    assert "får_publiceras i webbplats.yaml" in printed
    assert not (plan_folder / "site").exists()


def test_the_build_stops_before_any_page_is_made(plan_folder):
    (plan_folder / "docs/a.md").write_text(IDENTITY, encoding="utf-8")
    with pytest.raises(Invalid) as stopped:
        build(
            plan_folder / "data/aktiviteter.yaml",
            plan_folder / "site",
            plan_folder / "mkdocs.yml",
            "no",
            print,
        )
    assert [p.rule for p in stopped.value.problems] == ["personuppgift"]


def test_an_exception_holds_for_pages_too_but_never_for_an_identity_number(plan_folder):
    listed = f'  - {{uppgift: {NUMBER}, skäl: Växeln}}\n  - {{uppgift: "{IDENTITY}", skäl: Nej}}\n'
    text = f"tillsyn: {{namn: T}}\nbedömd: 2026-01-01\nfår_publiceras:\n{listed}"
    (plan_folder / "data/webbplats.yaml").write_text(text, encoding="utf-8")
    (plan_folder / "docs/index.md").write_text(f"+46 70 174 06 05\n{IDENTITY}\n", encoding="utf-8")
    assert told(plan_folder) == [
        ("index.md", 2, "Raden innehåller något som ser ut som ett personnummer."),
    ]


def test_other_texts_that_are_published_or_open(plan_folder):
    (plan_folder / "mkdocs.yml").write_text(f"copyright: {ADDRESS}\n", encoding="utf-8")
    (plan_folder / "data/ordlista.txt").write_text(f"ord\n{NUMBER}\n", encoding="utf-8")
    (plan_folder / "docs/data.csv").write_text(f"a;{NUMBER}\n", encoding="utf-8")
    (plan_folder / f"docs/brev_{IDENTITY}.odt").write_bytes(b"PK")
    (plan_folder / "docs/skadad.md").write_bytes(b"\xff " + ADDRESS.encode())
    assert [(name, line) for name, line, _text in told(plan_folder)] == [
        ("ordlista.txt", 2),
        (f"brev_{IDENTITY}.odt", 1),
        ("data.csv", 1),
        ("skadad.md", 1),
        ("mkdocs.yml", 1),
    ]


def document(author, text, deleted=""):
    made = docx.Document()
    made.core_properties.author, made.core_properties.comments = author, ""
    made.core_properties.last_modified_by = ""
    paragraph = made.add_paragraph(text[:4])
    paragraph.add_run(text[4:])
    if deleted:
        paragraph._p.append(
            docx.oxml.parse_xml(
                f'<w:del xmlns:w="{paragraph._p.nsmap["w"]}" w:id="1" w:author="A">'
                f"<w:r><w:delText>{deleted}</w:delText></w:r></w:del>"
            )
        )
    raw = io.BytesIO()
    made.save(raw)
    return raw.getvalue()


def test_documents_among_the_pages_say_nothing_of_people(plan_folder):
    (plan_folder / "docs/ren.docx").write_bytes(document("Region Norra", "Ring 1177."))
    (plan_folder / "docs/text.docx").write_bytes(document("", f"Ring {NUMBER}", ADDRESS))
    (plan_folder / "docs/vem.docx").write_bytes(document("En Person", "Rent."))
    (plan_folder / "docs/trasig.docx").write_bytes(b"PK\x03\x04")
    book = openpyxl.Workbook()
    book.active["A1"], book.properties.creator = IDENTITY, "Region Norra"
    book.save(plan_folder / "docs/bok.xlsx")
    assert [(name, text.partition(" ")[2][:46]) for name, _line, text in told(plan_folder)] == [
        ("bok.xlsx", "innehåller något som ser ut som ett personnumm"),
        ("text.docx", "innehåller något som ser ut som en e-postadres"),
        ("text.docx", "innehåller något som ser ut som ett telefonnum"),
        ("trasig.docx", "är skadad och går inte att läsa. Det går inte "),
        ("vem.docx", 'egenskap "Författare" säger vem som har skrivi'),
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("lista.tsv", f"a\t{ADDRESS}\n"),
        ("karta.geojson", f'{{"x": "{NUMBER}"}}'),
        ("LASMIG", IDENTITY),
        ("kort.vcf", f"BEGIN:VCARD\r\nTEL:{NUMBER}\r\n"),
        ("fil.yaml", f"# {ADDRESS}\n"),
    ],
)
def test_every_file_among_the_pages_that_holds_text(plan_folder, name, content):
    file = plan_folder / "docs" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(content, encoding="utf-8")
    (plan_folder / "docs/bild.png").write_bytes(b"\x89PNG\r\n\x1a\n\0" + ADDRESS.encode())
    assert [found[0] for found in told(plan_folder)] == [file.name]


@pytest.mark.parametrize("content", ["123456 7890 12345\n" * 9_000, "070 " * 60_000, f"{ADDRESS}\n" * 9_000])
def test_a_file_with_far_too_many_numbers_is_told_of_and_read_no_more(plan_folder, content):
    (plan_folder / "docs/tal.csv").write_text(content, encoding="utf-8")
    assert "Filen har för många tal" in told(plan_folder)[-1][2]


def pdf(folder, name, author="", title="", creator=None):
    made = pikepdf.new()
    made.add_blank_page()
    made.docinfo["/Author"], made.docinfo["/Title"] = author, title
    if creator:
        with made.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata["dc:creator"] = [creator]
    made.save(folder / "docs" / name)


def test_pdf_files_among_the_pages_say_nothing_of_people(plan_folder):
    pdf(plan_folder, "ren.pdf", title="Beslut 2025-02-21")
    pdf(plan_folder, "titel.pdf", title=f"Ring {NUMBER}")
    pdf(plan_folder, "vem.pdf", author="En Person")
    pdf(plan_folder, "nytt-slag.pdf", creator="En Person")
    (plan_folder / "docs/trasig.pdf").write_bytes(b"%PDF-1.7\n")
    assert [(name, text.partition(" ")[2][:34]) for name, _line, text in told(plan_folder)] == [
        ("nytt-slag.pdf", 'egenskap "Författare" säger vem so'),
        ("titel.pdf", "egenskaper innehåller något som se"),
        ("trasig.pdf", "är skadad eller låst. Det går inte"),
        ("vem.pdf", 'egenskap "Författare" säger vem so'),
    ]


def test_a_comment_beside_what_others_have_said_is_held_to_the_same(tmp_path):
    shutil.copytree(LITEN, tmp_path / "data")
    file = tmp_path / "data/remisser/2024/synpunkter.yaml"
    before = file.read_text(encoding="utf-8")
    file.write_text(f"# Fråga {ADDRESS}\n{before}", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    assert told(tmp_path) == [
        ("synpunkter.yaml", 1, "Raden innehåller något som ser ut som en e-postadress.")
    ]
    lists = before.replace("synpunkt: Bra.", f"synpunkt: Bra., får_publiceras: [{ADDRESS}]")
    assert lists != before
    file.write_text(f"# Fråga {ADDRESS}\n{lists}", encoding="utf-8")
    assert told(tmp_path) == []


def test_the_built_site_has_documents_of_every_kind_to_look_at(site):
    assert list(site.rglob("*.docx"))


def test_every_document_on_the_built_site_passes_the_same_rule(site, tmp_path):
    """Forms, the account and exports: each says that the plan or the region made it, and names no person."""
    kinds = (".docx", ".xlsx", ".csv", ".json")
    made = [path for path in site.rglob("*") if path.suffix in kinds]
    for path in made:
        copy = tmp_path / "docs" / path.relative_to(site)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    assert {path.suffix for path in made} >= set(kinds) - {".docx"}  # a form in Word, while a round is open
    data = shutil.copytree(LITEN, tmp_path / "data")
    listed = f"får_publiceras:\n  - {{uppgift: {ROUND_ADDRESS}, skäl: Remissens brevlåda}}\n"
    text = (data / "webbplats.yaml").read_text(encoding="utf-8")  # the forms say where to send them
    assert text.count("får_publiceras:\n") == 1
    (data / "webbplats.yaml").write_text(text.replace("får_publiceras:\n", listed), encoding="utf-8")
    assert list(publicerat(data / "aktiviteter.yaml", tmp_path / "docs")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("060-12 34 56", "+46 60 12 34 56"),
        ("060-12 34 56", "0046(0)60123456"),
        ("A.B@exempel.se", "a.b (at) exempel.se"),
    ],
)
def test_one_number_written_in_two_ways(one, other):
    assert key(one) == key(other)


def test_what_only_looks_alike_is_left():
    for text in ("2025-06-30 – 2026-01-31", "SFS 2017:612", "1177", "112", "212000-0142", "a@b", "kl. 10:30"):
        assert found_in(text) == []


def test_a_name_with_a_number_in_it():
    assert [p.fix[:4] for p in in_name(f"svar_{NUMBER.replace(' ', '_')}.docx", frozenset())] == ["Byt "]
    assert list(in_name("remissvar-2026-03-01.docx", frozenset())) == []


def test_an_archived_version_is_checked_like_the_plan(capsys, tmp_path):
    shutil.copytree(BROKEN, tmp_path / "data")
    assert main(["kontrollera", "--data", str(tmp_path / "data")]) == 1
    assert "arkiv/handlingsplan/2021-09-24.yaml:" in capsys.readouterr().out


def test_a_reply_whose_name_tells_of_a_person_is_stored_under_another(tmp_path, capsys):
    shutil.copytree(REPLIES / "plan", tmp_path / "plan")
    named = tmp_path / f"En Person {IDENTITY}.docx"
    shutil.copy(REPLIES / "svar/word-ifylld.docx", named)
    plan = ("--data", str(tmp_path / "plan/data"), "--docs", str(tmp_path / "plan/docs"))
    assert main(["remiss", "läs-in", str(named), *plan]) == 0
    printed = capsys.readouterr().out
    stored = (tmp_path / "plan/data/remisser/2026/synpunkter.yaml").read_text(encoding="utf-8")
    assert "En Person" not in stored + printed and IDENTITY not in stored + printed
    assert re.search(r"fil: (svar-[0-9a-f]{12}\.docx)\n", stored)[1] in printed
    assert "för dess namn ser ut att innehålla en personuppgift" in printed


def test_a_reply_that_tells_of_a_person_is_told_of_when_it_is_read(tmp_path, capsys):
    shutil.copytree(REPLIES / "plan", tmp_path / "plan")
    made = docx.Document()
    made.add_paragraph(f"Vi som bor här har väntat länge. Ring mig på {NUMBER}.")
    made.save(tmp_path / "brev.docx")
    plan = ("--data", str(tmp_path / "plan/data"), "--docs", str(tmp_path / "plan/docs"))
    assert main(["remiss", "läs-in", str(tmp_path / "brev.docx"), *plan]) == 0
    printed = capsys.readouterr().out
    assert "brev.docx, stycke 1: ser ut att innehålla ett telefonnummer. Ta bort det i" in printed
    assert main(["kontrollera", *plan]) == 1
    assert "[personuppgift]" in capsys.readouterr().out


def test_a_comment_in_a_form_may_hold_what_the_plan_lets_be_published():
    said = f"Frågor: {NUMBER}"
    assert tolka.comment(Bladcell(said), frozenset({key(NUMBER)})) == said
    with pytest.raises(tolka.Oläsligt):
        tolka.comment(Bladcell(said))
    with pytest.raises(tolka.Oläsligt):
        tolka.comment(Bladcell(IDENTITY), frozenset({key(IDENTITY)}))
