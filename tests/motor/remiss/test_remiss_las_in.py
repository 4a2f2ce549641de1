"""``planmotor remiss läs-in``: what is refused, what is kept, and what reading twice changes."""

import io
import json
import re
import shutil
import struct
import zipfile

import pytest

from planmotor.__main__ import main
from planmotor.andra.write.untidy import untidy
from planmotor.plan.load import load, problems
from planmotor.plan.source import parse
from planmotor.remiss.avsnitt import avsnitt
from planmotor.remiss.lasning.ord import Underlag
from planmotor.remiss.lasning.placera import place
from planmotor.remiss.lasning.synpunktsfil import added
from planmotor.remiss.lasning.underlag import underlag
from tests.hjalp.planer import ROOT

HERE = ROOT / "tests/exempel/remissvar"
WORD, EXCEL = HERE / "svar/word-ifylld.docx", HERE / "svar/excel-ifylld.xlsx"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture
def home(tmp_path):
    """The example's plan, to write in."""
    shutil.copytree(HERE / "plan", tmp_path / "plan")
    return tmp_path / "plan"


def read_in(home, *files, options=()):
    where = ("--data", str(home / "data"), "--docs", str(home / "docs"))
    return main(["remiss", "läs-in", *map(str, files), *where, *options])


def result(home):
    return home / "data/remisser/2026/synpunkter.yaml"


def changed(source, edits):
    """Return an archive with parts changed or added: name → text, bytes or a function of the old bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *edits]):
            content = old.read(name) if name in old.namelist() else b""
            edit = edits.get(name, content)
            new.writestr(name, edit(content) if callable(edit) else edit)
    return made.getvalue()


def related(kind, target, mode="External"):
    link = f'<Relationship Id="rX" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    link += "</Relationships>"
    return lambda xml: xml.replace(b"</Relationships>", link.encode())


def doctype(text):
    return lambda xml: text + re.sub(rb"^<\?xml[^>]*\?>\s*", b"", xml)


RELS, BODY = "word/_rels/document.xml.rels", "word/document.xml"
BOMB = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def field(xml):
    return xml.replace(
        b"<w:body>", b"<w:body><w:p><w:r><w:instrText>DDEAUTO c:\\cmd</w:instrText></w:r></w:p>", 1
    )


def utf16(xml):
    text = xml.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    return re.sub(r"(<\?xml[^>]*\?>)", r"\1<!DOCTYPE x>", text).encode("utf-16")


def encrypted():
    raw = bytearray(WORD.read_bytes())
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(magic), bytes(raw)):
            raw[found.start() + offset] |= 1
    return bytes(raw)


def lying():
    """Return an archive whose headers say that a bomb is small."""
    raw = bytearray(changed(WORD, {BODY: b"<w:document>" + b" " * 40_000_000}))
    real, said = struct.pack("<I", 40_000_012), struct.pack("<I", 900_000)
    return bytes(raw.replace(real, said))


REFUSED = {
    "makron.docm": (lambda: changed(WORD, {"word/vbaProject.bin": b"x"}), "makron"),
    "makron-typ.docx": (
        lambda: changed(
            WORD,
            {
                "[Content_Types].xml": lambda x: x.replace(
                    b"openxmlformats-officedocument.wordprocessingml.document.main",
                    b"ms-word.document.macroEnabled.main",
                )
            },
        ),
        "makron",
    ),
    "mall.docx": (
        lambda: changed(WORD, {RELS: related("attachedTemplate", "file:///x.dotm")}),
        "en mall utanför",
    ),
    "bild-utifran.docx": (
        lambda: changed(WORD, {RELS: related("image", "https://example.org/x.png")}),
        "utanför",
    ),
    "objekt.docx": (lambda: changed(WORD, {"word/embeddings/oleObject1.bin": OLE}), "inbäddat dokument"),
    "activex.docx": (lambda: changed(WORD, {"word/activeX/activeX1.xml": "<x/>"}), "aktiva kontroller"),
    "dde.docx": (lambda: changed(WORD, {BODY: field}), "fält som hämtar"),
    "lankad-bok.xlsx": (lambda: changed(EXCEL, {"xl/externalLinks/externalLink1.xml": "<x/>"}), "kopplingar"),
    "xxe.docx": (
        lambda: changed(WORD, {BODY: doctype(b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')}),
        "DTD",
    ),
    "miljarder-skratt.xlsx": (lambda: changed(EXCEL, {"xl/worksheets/sheet3.xml": doctype(BOMB)}), "DTD"),
    "dtd-utf16.docx": (lambda: changed(WORD, {BODY: utf16}), "DTD"),
    "zipbomb.docx": (lambda: changed(WORD, {"word/media/x.png": bytes(30_000_000)}), "hårdare packad"),
    "zipbomb-som-ljuger.docx": (lying, "skadad|orimligt"),
    "sokvag.docx": (lambda: changed(WORD, {"../../ut.xml": "<x/>"}), "sökväg"),
    "sokvag-snedstreck.docx": (lambda: changed(WORD, {"..\\..\\ut.xml": "<x/>"}), "sökväg"),
    "sokvag-inuti.docx": (lambda: changed(WORD, {"word\\../../ut.xml": "<x/>"}), "sökväg"),
    "sokvag-disk.docx": (lambda: changed(WORD, {"C:\\ut.xml": "<x/>"}), "sökväg"),
    "sokvag-dator.docx": (lambda: changed(WORD, {"\\\\dator\\ut.xml": "<x/>"}), "sökväg"),
    "dubbel-snedstreck.docx": (lambda: changed(WORD, {"word\\document.xml": "<x/>"}), "dubbla delar"),
    "dubbel-fran-roten.docx": (lambda: changed(WORD, {"/word/document.xml": "<x/>"}), "dubbla delar"),
    "dubbel-stor.xlsx": (lambda: changed(EXCEL, {"XL/Workbook.xml": "<x/>"}), "dubbla delar"),
    "dubbel-punkt.xlsx": (lambda: changed(EXCEL, {"./xl//workbook.xml": "<x/>"}), "dubbla delar"),
    "makron-snedstreck.docx": (lambda: changed(WORD, {"word\\vbaProject.bin": b"x"}), "makron"),
    "saknad-del.docx": (
        lambda: changed(WORD, {RELS: lambda x: x.replace(b"styles.xml", b"stilar.xml")}),
        "En del av filen saknas: word/stilar.xml",
    ),
    "manga-delar.docx": (lambda: changed(WORD, {f"x/{n}": "" for n in range(2_001)}), "orimligt många"),
    "losenord.docx": (encrypted, "lösenord"),
    "losenord-2.docx": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "lösenord"),
    "gammal.docx": (lambda: OLE, "gamla format"),
    "svar.pdf": (lambda: b"%PDF-1.7", "PDF"),
    "svar.rtf": (lambda: b"{\\rtf1 hej}", "RTF"),
    "svar.html": (lambda: b"<!doctype html><title>x</title>", "webbsida"),
    "text.txt": ("Vi tycker så här".encode, "varken Word"),
    "tom.docx": (lambda: b"", "tom"),
    "avhuggen.docx": (lambda: WORD.read_bytes()[:9_000], "skadad"),
    "trasig-xml.docx": (lambda: changed(WORD, {BODY: b"<w:document"}), "skadad"),
    "bara-ett-arkiv.zip": (
        lambda: changed(io.BytesIO(b"PK\x05\x06" + bytes(18)), {"a.txt": "a"}),
        "varken ett Word",
    ),
    "odt.docx": (
        lambda: changed(
            io.BytesIO(b"PK\x05\x06" + bytes(18)), {"mimetype": "application/vnd.oasis.opendocument.text"}
        ),
        "OpenDocument",
    ),
    "trasig.json": (lambda: b'{"synpunkter": [', "JSON"),
    "djup.json": (lambda: b'{"x":' + b"[" * 50_000 + b"]" * 50_000 + b"}", "JSON"),
    "annan-remiss.json": (lambda: b'{"remiss": "2019", "synpunkter": []}', "svarar på remissen 2019"),
    "~$las.docx": (lambda: b"x", "låsfil"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_unfit_is_refused_and_nothing_is_written(name, home, tmp_path, capsys):
    make, why = REFUSED[name]
    (tmp_path / name).write_bytes(make())
    assert read_in(home, WORD, tmp_path / name) == 2
    said = capsys.readouterr().err
    assert re.search(rf"{re.escape(name)}: .*(?:{why})", said)
    assert "Traceback" not in said
    assert not result(home).exists()


def test_every_refused_file_is_told_of_at_once(home, tmp_path, capsys):
    for name in ("svar.pdf", "svar.rtf"):
        (tmp_path / name).write_bytes(REFUSED[name][0]())
    assert read_in(home, tmp_path / "svar.pdf", tmp_path / "svar.rtf", tmp_path / "borta.docx") == 2
    said = capsys.readouterr().err
    assert "borta.docx: Filen finns inte." in said
    assert "3 filer avvisades, så inget är inläst." in said


def test_a_link_that_somebody_wrote_is_no_reason_to_refuse(home, tmp_path):
    (tmp_path / "a.docx").write_bytes(changed(WORD, {RELS: related("hyperlink", "https://example.org/")}))
    assert read_in(home, tmp_path / "a.docx") == 0


def test_reading_twice_changes_nothing_and_neither_does_another_name(home, tmp_path, capsys):
    assert read_in(home, WORD, EXCEL) == 0
    first = result(home).read_bytes()
    shutil.copy(WORD, tmp_path / "kopia.docx")
    assert read_in(home, EXCEL, tmp_path / "kopia.docx", WORD) == 0
    assert result(home).read_bytes() == first
    assert "Redan inlästa filer: 3" in capsys.readouterr().out


def test_a_dry_run_writes_nothing(home):
    assert read_in(home, WORD, options=["--torrkorning"]) == 0
    assert not result(home).exists()


def test_what_editors_write_survives_a_reading(home):
    assert read_in(home, WORD) == 0
    text = result(home).read_text(encoding="utf-8")
    answered = text.replace(
        "    synpunkt: Bra och läsbar plan.\n",
        "    synpunkt: Bra och läsbar plan.   # läst av gruppen\n"
        "    ställningstagande: noteras\n    motivering: Tack.\n",
    ).replace("Målet bör gälla alla vuxna.", "(uppgift borttagen)")
    assert answered != text
    result(home).write_text(answered, encoding="utf-8")
    assert read_in(home, HERE / "svar/libreoffice-word-ifylld.docx", EXCEL) == 1  # a word has been changed
    [broken] = problems(home / "data/aktiviteter.yaml")
    assert broken.rule == "bruten-forsegling"
    seal = ["remiss", "forsegla", "--data", str(home / "data/aktiviteter.yaml")]
    assert main(seal) == 0  # not named, so it stays broken
    assert problems(home / "data/aktiviteter.yaml") == [broken]
    assert main([*seal, "--andrade", re.search(r'"(s-\w+)"', broken.text)[1]]) == 0
    answered = result(home).read_text(encoding="utf-8")
    assert "   # läst av gruppen\n" in answered
    assert read_in(home, HERE / "svar/libreoffice-word-ifylld.docx", EXCEL) == 0
    after = result(home).read_text(encoding="utf-8").splitlines()
    assert [line for line in answered.splitlines() if line not in after] == []
    fil = load(home / "data/aktiviteter.yaml").remissens_synpunkter("2026")
    assert [post.ställningstagande for post in fil.synpunkter if post.motivering] == ["noteras"]
    assert len([post for post in fil.synpunkter if post.synpunkt == "(uppgift borttagen)"]) == 1


def test_older_remarks_are_sealed_and_a_removed_one_is_missed(home):
    data = home / "data/aktiviteter.yaml"
    assert read_in(home, WORD) == 0
    sealed = result(home).read_text(encoding="utf-8")
    result(home).write_text(re.sub(r"^ +sigill: .*\n", "", sealed, flags=re.M), encoding="utf-8")
    assert problems(data) == []
    assert main(["remiss", "forsegla", "--data", str(data)]) == 0
    assert result(home).read_text(encoding="utf-8") == sealed
    first, second = re.findall(r"^  - id: s-.*\n(?:    .*\n)+", sealed, flags=re.M)[:2]
    result(home).write_text(sealed.replace(second, ""), encoding="utf-8")
    assert [one.rule for one in problems(data)] == ["bruten-forsegling"]
    placed = first.replace("    sigill", "    ställningstagande: noteras\n    motivering: Tack.\n    sigill")
    result(home).write_text(sealed.replace(first, placed), encoding="utf-8")
    assert problems(data) == []


def test_records_are_added_where_the_list_is_however_it_is_written():
    text = (
        "# Mitt\nsvar:\n- id: a\n\n# Om synpunkter\nsynpunkter:\n- id: b\n  text: |-\n    x\n    y\n# sist\n"
    )
    made = added(
        text,
        {"svar": [{"id": "c"}], "synpunkter": [{"id": "d", "synpunkt": "null"}, {"id": "e", "s": 'a"\nb'}]},
    )
    assert parse(made, "x").data == {
        "svar": [{"id": "a"}, {"id": "c"}],
        "synpunkter": [
            {"id": "b", "text": "x\ny"},
            {"id": "d", "synpunkt": "null"},
            {"id": "e", "s": 'a"\nb'},
        ],
    }
    assert [line for line in text.splitlines() if line not in made.splitlines()] == []


def test_a_list_in_brackets_is_left_alone(home, capsys):
    result(home).parent.mkdir()
    text = 'synpunkter: [{id: a, fil: a, plats: a, avsnitt: plan, synpunkt: "a"}]\n'
    result(home).write_text(text, encoding="utf-8")
    assert read_in(home, WORD) == 2
    assert "ett streck på varje rad" in capsys.readouterr().err
    assert result(home).read_text(encoding="utf-8") == text


def test_who_answers_can_be_said(home, capsys):
    letter = HERE / "svar/word-bara-ett-brev.docx"
    assert read_in(home, letter, options=["--instans", "elforening"]) == 2
    assert "Menar du elforeningen?" in capsys.readouterr().err
    assert read_in(home, letter, options=["--instans", "elforeningen"]) == 0
    assert "från: elforeningen" in result(home).read_text(encoding="utf-8")


def test_a_section_is_placed_when_sure_and_proposed_when_near():
    plan = load(HERE / "plan/data/aktiviteter.yaml")
    against = underlag(plan, plan.remiss("2026"), HERE / "plan/docs")
    kont = "strategier/okad-kontinuitet"
    assert place("Ökad kontinuitet", against) == {"avsnitt": kont}
    assert place("9.9 Ökad kontinuitet", against)["avsnitt"] == kont  # the number of another edition
    assert place("ökad kontinuitett", against) == {
        "avsnitt": kont,
        "avsnitt_som_skrivet": "ökad kontinuitett",
    }
    near = place("kontinuitet", against)
    assert near == {
        "avsnitt": "ej placerad",
        "avsnitt_som_skrivet": "kontinuitet",
        "föreslaget_avsnitt": kont,
    }
    assert place("Bilaga 3", against) == {"avsnitt": "ej placerad", "avsnitt_som_skrivet": "Bilaga 3"}


@pytest.mark.parametrize(
    ("written", "placed"),
    [
        ("2.2", "strategier/trygga-overgangar"),
        ("kap. 2", "strategier"),
        ("2", None),
        ("2.9", None),
        ("99.1", None),
    ],
)
def test_the_number_alone_is_enough_when_it_cant_be_anything_else(plan, docs, written, placed):
    sections = {s.id: s.titel for s in avsnitt(plan, docs)}
    assert place(written, Underlag("2024", sections, {}, {}))["avsnitt"] == (placed or "ej placerad")


def test_what_is_written_is_in_canonical_form(home):
    assert read_in(home, HERE / "svar") == 0
    assert [found for found in untidy(home / "data/aktiviteter.yaml") if "synpunkter" in found.path] == []


def test_the_form_of_an_earlier_day_knows_its_own_sections(home):
    """A page got another name while the round was open: the list in the reply still tells which one it is."""
    page = home / "docs/strategier/okad-kontinuitet.md"
    page.write_text(page.read_text(encoding="utf-8").replace("# Ökad kontinuitet", "# Samma vård"), "utf-8")
    for name in ("word-ifylld.docx", "excel-ifylld.xlsx"):
        assert read_in(home, HERE / "svar" / name) == 0
    fil = load(home / "data/aktiviteter.yaml").remissens_synpunkter("2026")
    placed = {p.avsnitt for p in fil.synpunkter if p.avsnitt_som_skrivet == "9.2 Ökad kontinuitet"}
    assert placed == {"strategier/okad-kontinuitet"}
    assert not [post for post in fil.synpunkter if post.avsnitt == "ej placerad"]


def test_what_the_web_form_saves_is_read(home):
    assert read_in(home, HERE / "svar/formular-ifyllt.json") == 0
    fil = load(home / "data/aktiviteter.yaml").remissens_synpunkter("2026")
    assert (
        json.loads((HERE / "svar/formular-ifyllt.json").read_text())["synpunkter"][0]["synpunkt"]
        == fil.synpunkter[0].synpunkt
    )


def test_the_sender_gets_a_receipt_of_what_was_read(home, tmp_path, capsys):
    folder, files = (
        tmp_path / "kvitton",
        [HERE / "svar" / n for n in ("word-ifylld.docx", "word-dold-text.docx")],
    )
    assert read_in(home, *files, options=("--kvitto", str(folder))) == 0
    assert "Skrev 2 kvitton" in capsys.readouterr().err
    made = {path.name.rpartition("-")[0]: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert set(made) == {"kvitto-word-ifylld", "kvitto-word-dold-text"}
    whole = made["kvitto-word-ifylld"]
    for said in (
        "Ekby kommun",
        "Målet bör gälla alla vuxna.",
        "tabell 1, rad 2",
        "Allt som ni skrev är läst.",
    ):
        assert said in whole
    assert "GÖMT-HÄR" in made["kvitto-word-dold-text"]
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert read_in(home, *files, options=("--kvitto", str(folder))) == 0  # the same once more
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_a_rehearsal_and_a_refused_file_give_no_receipts(home, tmp_path):
    folder = tmp_path / "kvitton"
    asked = ("--kvitto", str(folder))
    assert read_in(home, WORD, options=(*asked, "--torrkörning")) == 0
    (tmp_path / "svar.pdf").write_bytes(b"%PDF-1.7")
    assert read_in(home, WORD, tmp_path / "svar.pdf", options=asked) == 2
    assert not folder.exists()
