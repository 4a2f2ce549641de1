"""How each kind of report in ``tests/motor/felregister.yaml`` is tried: an input in, what comes of it out."""

import codecs
import io
import re
import subprocess
import zipfile
from csv import reader
from datetime import UTC, date, datetime

import pikepdf
from icalendar import Calendar
from lxml import html
from markdown import Markdown
from openpyxl import load_workbook

from planmotor.andra.write.canonical import canonical
from planmotor.andra.write.shape import Shape
from planmotor.grund.settings import settings
from planmotor.office.las.innehall import Intabell
from planmotor.office.las.paket import Paket
from planmotor.office.las.word import read_docx
from planmotor.oppna.export import export
from planmotor.oppna.export.kalender import calendars
from planmotor.plan.load import load, problems
from planmotor.plan.model.aktiviteter import Aktivitetsfil
from planmotor.prosa.granska import sidfel
from planmotor.prosa.signaturer import signaturer
from planmotor.tryck.offentligt import Uppgifter, av_html, till_pdf
from planmotor.uppfoljning.statusblankett import tolka
from planmotor.uppfoljning.statusblankett.las_fil import read_file
from tests.hjalp.planer import MINIMAL, ROOT, write

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
PAD = " " * 12
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
S = f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" {R}'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
FORMATS = "application/vnd.openxmlformats-officedocument"


def _plan(given, folder):
    """Write the smallest plan with more lines below its activity, or with ``{from: to}`` changed in it."""
    text = MINIMAL
    for old, new in given.get("byt", {}).items():
        assert old in text
        text = text.replace(old, new, 1)
    text += "".join(f"{PAD}{line}\n" for line in given.get("rader", "").split("\n") if line)
    return write(folder, text)


def yaml(given, folder):
    """Check a plan: the rules that it breaks; of a sound one, what is asked of its activity or its plan."""
    path = _plan(given, folder)
    found = problems(path)
    if found:
        return {"regler": [one.rule for one in found]}
    (row, *_) = load(path).rader
    raw = path.read_bytes()
    tidy = canonical(raw, "a", Shape(Aktivitetsfil))
    assert load(write(folder, tidy)).rader == load(write(folder, raw)).rader
    where = given.get("fråga", "namn")
    value = getattr(row.aktivitet, where, None)
    if where == "kod":
        value = load(path).kommuner[0].kod
    if where == "gäller_från":
        value = load(path).uppgifter.gäller_från
    return {"svar": list(value) if isinstance(value, tuple) else value}


def sida(given, folder):
    """Check a page, and turn it into HTML as the site does: the rules that it breaks, and its text."""
    docs = folder / "docs"
    docs.mkdir()
    page = f"---\ntitle: Sida\ndescription: En sida.\n---\n\n# Sida\n\n{given['text']}\n"
    (docs / "index.md").write_text(page, encoding="utf-8")
    plan = load(write(folder))
    rules = [one.rule for one in sidfel(docs, signaturer(), plan) if one.path.endswith(".md")]
    if rules:
        return {"regler": rules}
    names = [
        one if isinstance(one, str) else next(iter(one))
        for one in settings(ROOT / "mkdocs.yml")["markdown_extensions"]
    ]
    options = {
        name: chosen
        for one in settings(ROOT / "mkdocs.yml")["markdown_extensions"]
        if isinstance(one, dict)
        for name, chosen in one.items()
    }
    made = Markdown(extensions=names, extension_configs=options).convert(given["text"])
    tree = html.fragment_fromstring(made, create_parent=True)
    return {
        "celler": [one.text_content().strip() for one in tree.iter("td")],
        "text": " ".join(tree.text_content().split()),
    }


def tryck(given, folder):
    """Set a page on paper: its words, whether they lie within the paper, and whether the file is whole."""
    facts = Uppgifter("Planen", date(2026, 11, 22), framsida=False, innehåll=False)
    file = folder / "a.pdf"
    file.write_bytes(till_pdf([av_html(f"<article><h1>Sida</h1>{given['html']}</article>", "a")], facts))
    with pikepdf.open(file) as pdf:
        assert pdf.pages
    said, boxes = (
        subprocess.run(["pdftotext", way, file, "-"], capture_output=True, check=True).stdout.decode()
        for way in ("-raw", "-bbox")
    )
    right = max(float(end) for end in re.findall(r'xMax="([\d.]+)"', boxes))
    return {"text": "".join(said.split()), "inom": right < 595 - 20}


def kalender(given, folder):
    """Make calendars, and read one back: what the event says, and whether its lines are whole."""
    plan = load(_plan(given, folder))
    content = calendars(plan, given.get("adress", "https://exempel.se/"), NOW)["alla.ics"]
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    lines = content.split(b"\r\n")
    whole = all(len(line) <= 75 and b"\n" not in line and _is_utf8(line) for line in lines)
    said = {name: str(event[name]) for name in ("summary", "description", "uid")}
    return said | {"rader hela": whole, "kommatecken skyddat": rb"\," in content}


def _is_utf8(line):
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def export_(given, folder):
    """Export open data, and read a file back: the texts of a column."""
    path = _plan(given, folder)
    out = folder / "ut"
    export(load(path), out, changed=NOW)
    file = next(out.rglob(f"aktiviteter.{given['form']}"))
    if given["form"] == "xlsx":
        (sheet, *_) = load_workbook(file).worksheets
        cells = [cell for row in sheet.iter_rows() for cell in row]
        return {
            "formler": [cell.value for cell in cells if cell.data_type == "f"],
            "text": " ".join(str(c.value) for c in cells),
        }
    raw = file.read_bytes()
    rows = list(reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    whole = {len(row) for row in rows} == {len(rows[0])}
    return {
        "text": raw.decode("utf-8-sig"),
        "märkt som UTF-8": raw.startswith(codecs.BOM_UTF8),
        "rader": len(rows) if whole else "ojämna",
    }


def word(given, folder):
    """Read a Word document with this body: its paragraphs, and the rows of its tables."""
    main = f"<w:document {W} {R}><w:body>{given['kropp']}</w:body></w:document>"
    parts = {"word/document.xml": (main, f"{FORMATS}.wordprocessingml.document.main+xml")}
    to = 'Target="https://exempel.se/" TargetMode="External"'
    link = f'<Relationship Id="r1" Type="{OFFICE}/hyperlink" {to}/>'
    links = {"word/_rels/document.xml.rels": link}
    file = _package(folder / "a.docx", "word/document.xml", parts, links, given)
    content = read_docx(Paket(file.read_bytes()))
    said = []
    for block in content.block:
        said += [row.text for row in block.rader] if isinstance(block, Intabell) else [block.text]
    return {"text": said}


def bok(given, folder):
    """Read a workbook with this sheet: the text of every cell that has one."""
    kind = f"{FORMATS}.spreadsheetml"
    one = '<sheets><sheet name="B" sheetId="1" r:id="r1"/></sheets>'
    sheet = f"<sheetData>{given['rader']}</sheetData>"
    book = f"{given.get('inställning', '')}{one}{given.get('efter', '')}"
    looks = f'<xf numFmtId="0"/><xf numFmtId="{given.get("format", 14)}"/>'
    own = f'<numFmts count="1">{given["egna"]}</numFmts>' if "egna" in given else ""
    styles = f'{own}<cellXfs count="2">{looks}</cellXfs>'
    parts = {
        "xl/workbook.xml": (f"<workbook {S}>{book}</workbook>", f"{kind}.sheet.main+xml"),
        "xl/worksheets/sheet1.xml": (f"<worksheet {S}>{sheet}</worksheet>", f"{kind}.worksheet+xml"),
        "xl/styles.xml": (f"<styleSheet {S}>{styles}</styleSheet>", f"{kind}.styles+xml"),
        "xl/sharedStrings.xml": (f"<sst {S}>{given.get('texter', '')}</sst>", f"{kind}.sharedStrings+xml"),
    }
    names = {
        "worksheet": "worksheets/sheet1.xml",
        "styles": "styles.xml",
        "sharedStrings": "sharedStrings.xml",
    }
    links = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{name}" Target="{to}"/>'
        for number, (name, to) in enumerate(names.items(), 1)
    )
    file = _package(folder / "a.xlsx", "xl/workbook.xml", parts, {"xl/_rels/workbook.xml.rels": links}, given)
    (blad, *_) = read_file(file)
    return {"text": [[cell.text for cell in cells.values()] for cells in blad.rader.values()]}


def _package(path, main, parts, links, given):
    """Write an archive; ``given`` may part folders with another sign, or spell the shared texts otherwise."""

    def named(name):
        spelled = name.replace("sharedStrings", given.get("stavat", "sharedStrings"))
        return spelled.replace("/", given.get("skilje", "/"))

    kinds = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, (_, kind) in parts.items()
    )
    default = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    first = f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="{main}"/>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", f'<Types xmlns="{TYPES}">{default}{kinds}</Types>')
        for name, inner in {"_rels/.rels": first, **links}.items():
            made.writestr(named(name), f'<Relationships xmlns="{RELATIONS}">{inner}</Relationships>')
        for name, (content, _) in parts.items():
            made.writestr(named(name), content)
    return path


def csv(given, folder):
    """Read a status form that came back as a text file: its cells, row by row."""
    file = folder / "a.csv"
    file.write_bytes(given["text"].encode(given.get("kodning", "utf-8")))
    (blad,) = read_file(file)
    return {"text": [[cell.text for cell in cells.values()] for cells in blad.rader.values()]}


def cell(given, _folder):
    """Read what somebody wrote in a cell of a status form: the value, or that it can't be taken for one."""
    from planmotor.office.las.cellvarde import Bladcell  # noqa: PLC0415 (its name in this module is cell)

    read = {"status": tolka.status, "datum": tolka.deadline}[given["fält"]]
    try:
        return {"svar": read(Bladcell(given["text"]))}
    except tolka.Oläsligt as unreadable:
        return {"oläsligt": unreadable.text}


RUNNERS = {
    "yaml": yaml,
    "sida": sida,
    "tryck": tryck,
    "kalender": kalender,
    "export": export_,
    "word": word,
    "bok": bok,
    "csv": csv,
    "cell": cell,
}
