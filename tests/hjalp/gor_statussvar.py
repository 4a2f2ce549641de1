"""Makes the files in tests/exempel/statussvar/svar: forms as people fill them in, and files that do harm.

``python -m tests.hjalp.gor_statussvar`` writes them anew. Those that LibreOffice saves differ between its
versions, and are made when ``LIBREOFFICE`` is set.
"""

import csv
import io
import os
import re
import shutil
import subprocess
import tempfile
import unicodedata
import zipfile
from copy import copy
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from planmotor.office.skriv.excel import as_bytes
from planmotor.plan.load import load
from planmotor.uppfoljning.statusblankett.blanketter import selected
from planmotor.uppfoljning.statusblankett.gor import workbook
from tests.hjalp.planer import ROOT

HERE = ROOT / "tests/exempel/statussvar"
PLAN = HERE / "plan/aktiviteter.yaml"
OUT = HERE / "svar"
DAY = date(2026, 1, 1)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Row and column by what stands there, as the form of the first body has them.
ROW = {"rutiner": 2, "material": 3, "kurser": 4, "matning": 5, "webbsida": 6}
STATUS, DEADLINE, COMMENT = 6, 7, 8


def form(organ="styrgruppen", plan=PLAN):
    loaded = load(plan)
    return workbook(loaded, selected(loaded, organ)[0], DAY)


def opened(organ="styrgruppen"):
    book = load_workbook(io.BytesIO(form(organ)))
    return book, book["Aktiviteter"]


def fill(sheet, id, **values):
    columns = {"status": STATUS, "klart": DEADLINE, "kommentar": COMMENT}
    for name, value in values.items():
        sheet.cell(ROW[id], columns[name]).value = value  # as an argument, None would leave it as it is


def save(name, book):
    (OUT / name).write_bytes(as_bytes(book))


def filled_in():
    book, sheet = opened()
    fill(sheet, "rutiner", status="klar", klart="2025-09-30", kommentar="Beslutade i september")
    fill(sheet, "material", status="pågår")
    fill(sheet, "matning", status=None, klart=None)
    fill(sheet, "webbsida", status="utgår", klart="2026", kommentar="=inget # till: 'alla'")
    sheet.cell(6, COMMENT).data_type = "s"
    return book


def untouched():
    return opened()[0]


def sorted_and_filtered():
    book, sheet = opened()
    fill(sheet, "material", status="delvis klar")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows), 2):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value
            if isinstance(value, str):
                sheet.cell(number, column).data_type = "s"
    sheet.auto_filter.add_filter_column(5, ["delvis klar"])
    for number in (2, 3, 4, 6):
        sheet.row_dimensions[number].hidden = True
    for letter in "ABG":
        sheet.column_dimensions[letter].hidden = True
    return book


def moved_columns():
    """A table of somebody's own, without protection and what was hidden."""
    book, sheet = opened()
    fill(sheet, "kurser", status="pågår", kommentar="Två kurser är hållna")
    del sheet.tables["Aktiviteter"]
    order = [5, 8, 4, 7, 6, 1]  # without plan and område, and without what the form hides
    rows = [[sheet.cell(row, column).value for column in order] for row in range(1, 7)]
    rows[0] = ["Tid  nu", "KOMMENTAR:", "Aktivitet", "Klart\nsenast", "Staus", " id "]
    book.remove(sheet)
    new = book.create_sheet("Blad1", 0)
    new.append(["Statusuppföljning"])
    new.append([])
    for row in rows:
        new.append([*row, "Vem" if row is rows[0] else "Vi tar upp det på måndag"])
    for row in new.iter_rows(min_row=4):
        row[2].data_type = "s"
    new.append([])
    new.append(["Summa: 5 rader"])
    book.create_sheet("Mina anteckningar")["A1"] = "Id"
    return book


def dates():
    book, sheet = opened()
    fill(sheet, "rutiner", klart="30 juni 2026")
    fill(sheet, "material", klart="30/6 2026")
    fill(sheet, "kurser", klart=datetime(2026, 6, 30))
    sheet.cell(ROW["kurser"], DEADLINE).number_format = "[$-409]mmmm d, yyyy;@"
    fill(sheet, "matning", klart=46203)
    sheet.cell(ROW["matning"], DEADLINE).number_format = "General"
    fill(sheet, "webbsida", klart=2027)
    return book


def dates_of_a_mac():
    book, sheet = opened()
    book.epoch = CALENDAR_MAC_1904
    fill(sheet, "rutiner", klart=datetime(2026, 6, 30))
    sheet.cell(ROW["rutiner"], DEADLINE).number_format = "d/m/yy"
    fill(sheet, "material", klart="jun 2026")
    fill(sheet, "matning", klart=46203 - 1462)
    sheet.cell(ROW["matning"], DEADLINE).number_format = "General"
    return book


def sloppy_text():
    book, sheet = opened()
    fill(sheet, "rutiner", status="  KLAR. ", kommentar="Skrivs\u00a0nu ")  # the comment is the same
    fill(sheet, "material", status="Ingår\u00a0i annat  arbete", kommentar="Rad ett\nrad\ttvå\u200b ")
    fill(sheet, "kurser", status="Ej angiven", klart="–")
    cell = sheet.cell(ROW["rutiner"], STATUS)
    cell.font, cell.fill = (
        Font(name="Comic Sans MS", size=30, bold=True),
        PatternFill("solid", fgColor="FFFF00"),
    )
    cell.comment = Comment("Kolla detta!", "Någon")
    return book


def own_words():
    """Words everywhere but in the form's own cells, a row that is gone, and times that aren't dates."""
    book, sheet = opened()
    fill(sheet, "rutiner", klart="30/6-27")
    fill(sheet, "matning", klart="Våren 2027")
    sheet.cell(ROW["rutiner"], STATUS).comment = Comment("Stäm av med samordnarna.", "Någon")
    last = sheet.max_row
    sheet.cell(last + 2, 4).value = "Utbilda nya medarbetare"
    sheet.cell(last + 2, STATUS).value = "pågår"
    sheet.cell(last + 2, COMMENT).value = "Vi har börjat"
    sheet.cell(1, 13).value = "Kontakt"
    sheet.cell(ROW["material"], 13).value = "Fråga växeln"
    book.create_sheet("Egna frågor")["B2"] = "När är nästa möte?"
    sheet.delete_rows(ROW["kurser"])
    return book


def without_hidden_sheet():
    book, sheet = opened()
    fill(sheet, "material", status="klar")
    del book["Om blanketten"]
    return book


def copied_sheet():
    book, sheet = opened()
    book.copy_worksheet(sheet).title = "Säkerhetskopia"
    fill(sheet, "material", status="klar")
    return book


def without_comment_column():
    book, sheet = opened()
    fill(sheet, "material", status="klar")
    sheet.delete_cols(COMMENT)
    return book


def wrong_words():
    book, sheet = opened()
    fill(sheet, "rutiner", status="påbörjad", klart="hösten 2026")
    fill(sheet, "material", status="klarr", klart="2026-02-30")
    fill(sheet, "kurser", status="Fredag", klart="2926-01-01")
    fill(sheet, "matning", kommentar="a" * 2001, klart="30 juno 2026")
    fill(sheet, "webbsida", klart="June 30, 2026")
    return book


def without_ids():
    book, sheet = opened()
    fill(sheet, "material", status="klar")
    sheet.delete_cols(1)
    return book


def wrong_ids():
    book, sheet = opened()
    fill(sheet, "rutiner", status="klar")
    sheet["A3"] = "rutiner"  # twice, with another answer
    sheet["D3"] = "Ta fram rutiner"
    sheet["A4"] = "kursr"
    sheet["A5"] = None
    fill(sheet, "matning", status="klar")
    return book


def sorted_apart():
    book, sheet = opened()
    names = sorted(str(sheet.cell(row, 4).value) for row in range(2, 7))
    for row, name in enumerate(names, 2):
        sheet.cell(row, 4, name).data_type = "s"
    sheet["D2"] = "Ta fram bra rutiner"
    fill(sheet, "material", status="klar")
    return book


def merged():
    book, sheet = opened()
    fill(sheet, "rutiner", status="klar")
    del sheet.tables["Aktiviteter"]
    sheet.merge_cells("F2:F4")
    return book


def formulas():
    book, sheet = opened()
    fill(sheet, "rutiner", status='="kl"&"ar"', kommentar="=H3")
    return book


def broken_formula():
    book, sheet = opened()
    fill(sheet, "rutiner", kommentar="#REF!")
    sheet.cell(2, COMMENT).data_type = "e"
    return book


def renamed_heading():
    book, sheet = opened()
    sheet.cell(1, STATUS, "Hur går det?")
    fill(sheet, "material", status="klar")
    return book


def unknown_body():
    book, sheet = opened()
    fill(sheet, "material", status="klar")
    book["Om blanketten"]["B2"] = "styrgrupen"
    return book


def newer_form():
    book = opened()[0]
    book["Om blanketten"]["B1"] = "9"
    return book


def another_book():
    book = Workbook()
    book.active.append(["Namn", "Telefon"])
    return book


def earlier_plan():
    """A form of the plan as it was before three of its rows were changed."""
    text = PLAN.read_text(encoding="utf-8").replace("status: pågår", "status: ej påbörjad")
    text = text.replace("namn: Hålla kurser", "namn: Hålla en kurs").replace("2026-12-31", "2026-11-30")
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder) / "aktiviteter.yaml"
        old.write_text(text, encoding="utf-8")
        book = load_workbook(io.BytesIO(form(plan=old)))
    sheet = book["Aktiviteter"]
    fill(sheet, "rutiner", status="klar", kommentar="Klart nu")
    fill(sheet, "material", status="klar")
    fill(sheet, "kurser", status="pågår")
    fill(sheet, "matning", klart="2026-12-31")  # what the plan has come to say by itself
    return book


def disagreeing(status):
    book, sheet = opened()
    fill(sheet, "kurser", status=status)
    return book


def without_answers_elsewhere():
    book, sheet = opened("enheten")
    sheet.cell(2, STATUS, "klar")
    return book


BOOKS = {
    "ifylld": filled_in,
    "orord": untouched,
    "sorterad-och-filtrerad": sorted_and_filtered,
    "egen-tabell": moved_columns,
    "datum-pa-manga-satt": dates,
    "datum-fran-mac": dates_of_a_mac,
    "slarvig-text": sloppy_text,
    "egna-ord": own_words,
    "utan-dolt-blad": without_hidden_sheet,
    "kopierat-blad": copied_sheet,
    "borttagen-kolumn": without_comment_column,
    "fel-ord": wrong_words,
    "utan-id": without_ids,
    "fel-id": wrong_ids,
    "kolumn-sorterad-for-sig": sorted_apart,
    "sammanslagna-celler": merged,
    "formler-utan-varde": formulas,
    "trasig-formel": broken_formula,
    "andrad-rubrik": renamed_heading,
    "okant-organ": unknown_body,
    "nyare-blankett": newer_form,
    "annan-arbetsbok": another_book,
    "konflikt": earlier_plan,
    "oense-a": lambda: disagreeing("klar"),
    "oense-b": lambda: disagreeing("utgår"),
    "enheten": without_answers_elsewhere,
}


def changed(edits=None, more=None, raw=None):
    """Return the form, or another file, with parts edited and added on the level of its archive."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw or form())) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            new.writestr(copy(info), (edits or {}).get(info.filename, lambda x: x)(old.read(info.filename)))
        for name, content in (more or {}).items():
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


SHEET = "xl/worksheets/sheet2.xml"  # the rows


def by_other_programs():
    """Return files as programs write them that follow the standard in other ways than Excel, by name."""
    bare = re.compile(rb'<(row|c) r="[A-Z]*\d+"')
    book, sheet = opened()
    fill(sheet, "rutiner", kommentar="Rad ett_x000D_\nrad två, koden _x005F_x000D_ och pil_x2192_")
    fill(sheet, "kurser", kommentar=0.55)
    breaks, lines = opened()
    signs = "Rad ett\u2028rad två_x000B_rad tre_x000C_rad fyra\u2029rad fem_x0085_rad sex e\u0301n"
    fill(lines, "rutiner", status="pågår", kommentar=signs)
    long = (b"<v>0.55</v>", b"<v>0.55000000000000004</v>")
    filled, shared = as_bytes(filled_in()), (OUT / "libreoffice-ifylld.xlsx").read_bytes()
    return {
        "utan-celladresser.xlsx": changed({SHEET: lambda xml: bare.sub(rb"<\1", xml)}, raw=filled),
        "annan-stavning.xlsx": shared.replace(b"xl/sharedStrings.xml", b"xl/SharedStrings.xml"),
        "radbrytningar.xlsx": as_bytes(breaks),
        "tecken-som-koder.xlsx": changed({SHEET: lambda xml: xml.replace(*long)}, raw=as_bytes(book)),
    }


def harmful():
    """Return the files that mustn't be read, by name."""
    entity = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    return {
        "tom.xlsx": b"",
        "avhuggen.xlsx": form()[:3000],
        "skrap.xlsx": b"PK\x03\x04" + b"skr\xc3\xa4p" * 50,
        "losenord.xlsx": OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le") + bytes(512),
        "gammal.xls": OLE + bytes(512) + "Workbook".encode("utf-16-le") + bytes(512),
        "webbsida.xls": b"<html><table><tr><td>Id</td></tr></table></html>",
        "utskrift.pdf": b"%PDF-1.7\n",
        "makron.xlsm": changed(more={"xl/vbaProject.bin": b"Sub AutoOpen()"}),
        "lankad.xlsx": changed(more={"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}),
        "bomb.xlsx": changed(more={"xl/media/bild.xml": bytes(4_000_000)}),
        "entitet.xlsx": changed({SHEET: lambda xml: entity + xml[xml.index(b"<worksheet") :]}),
        "sokvag.xlsx": changed(more={"../../utanfor.txt": b"x"}),
        "ej-ett-tal.xlsx": changed(
            {SHEET: lambda xml: xml.replace(b'r="A2"', b'r="XYZ"', 1).replace(b"<v>", b"<v>x", 1)}
        ),
    }


def texts(delimiter=";", said="Klart; på riktigt"):
    """Return the rows as Excel saves them as text, without a hidden sheet and a code for the letters."""
    _book, sheet = opened()
    fill(sheet, "rutiner", status="klar", klart="2026-06-30", kommentar="SAGT")
    made = io.StringIO()
    csv.writer(made, delimiter=delimiter, lineterminator="\r\n").writerows(
        [said if cell.value == "SAGT" else cell.value for cell in row] for row in sheet.iter_rows()
    )
    return made.getvalue()


BREAKS = "Rad ett\u2028rad två\x0brad tre\x0crad fyra\x85rad fem\u2029rad sex\rrad sju\nrad åtta"


def in_texts():
    """Return what other programs and computers save as text, by name: read, or refused in words."""
    plain = texts()
    head, _, rows = plain.partition("\r\n")
    return {
        "sparad-som.csv": plain.encode("cp1252", "replace"),
        "csv-utf-8.csv": plain.encode("utf-8"),
        "csv-utf-8-med-marke.csv": plain.encode("utf-8-sig"),
        "csv-fran-mac.csv": plain.replace("\r\n", "\r").encode("mac-roman"),
        "csv-fran-dos.csv": plain.encode("cp850", "replace"),
        "csv-unicodetext.txt": texts("\t").encode("utf-16"),
        "csv-utf-16-utan-marke.csv": texts(",").encode("utf-16-be"),
        "csv-delade-bokstaver.csv": unicodedata.normalize("NFD", plain).encode(),
        "csv-radbrytningar.csv": texts(said=BREAKS).encode("utf-8-sig"),
        "csv-sep-rad.csv": b"sep=|\r\n" + texts("|").encode("cp1252", "replace"),
        "csv-komman-och-citat.csv": texts(",", 'Sagt: "klart", 3; 4\toch 5').encode("utf-8"),
        "csv-komma-i-rubrik.csv": f"Status; i, dag, nu, här, hos, oss\r\n{plain}".encode("cp1252", "replace"),
        # Nobody can tell what these say.
        "csv-tva-kodningar.csv": head.encode("cp850") + b"\r\n" + rows.encode("utf-8"),
        "csv-redan-forstord.csv": plain.encode("utf-8").decode("cp1252").encode("utf-8"),
        "csv-fragetecken.csv": plain.encode("ascii", "replace"),
        "csv-ersattningstecken.csv": plain.encode("cp1252", "replace").decode("utf-8", "replace").encode(),
        "csv-stordator.csv": plain.encode("cp500", "replace"),
        "csv-utf-32.csv": plain.encode("utf-32"),
        "csv-utf-16-avhuggen.csv": plain.encode("utf-16")[:1201],
        "csv-citattecken-utan-slut.csv": texts(said="Klart på riktigt")
        .replace("Klart på", '"Klart på')
        .encode("utf-8"),
        "csv-text-efter-citat.csv": texts(said="Klart på riktigt")
        .replace("Klart på", '"Klart" på')
        .encode("utf-8"),
    }


def by_libreoffice():
    """Save some of the forms with LibreOffice: other names, other formats, and values of formulas."""
    program = shutil.which("soffice")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("ifylld", "formler-utan-varde", "datum-pa-manga-satt"):
            home = f"-env:UserInstallation=file://{folder}/hem"
            command = [program, home, "--headless", "--convert-to", "xlsx", "--outdir", folder]
            subprocess.run([*command, str(OUT / f"{name}.xlsx")], check=True, capture_output=True)
            target = name.replace("-utan-varde", "")
            shutil.copy(Path(folder) / f"{name}.xlsx", OUT / f"libreoffice-{target}.xlsx")


def main():
    OUT.mkdir(exist_ok=True)
    for name, made in BOOKS.items():
        save(f"{name}.xlsx", made())
    for name, content in {**by_other_programs(), **harmful(), **in_texts()}.items():
        (OUT / name).write_bytes(content)
    if os.environ.get("LIBREOFFICE"):
        by_libreoffice()


if __name__ == "__main__":
    main()
