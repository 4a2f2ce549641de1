"""Makes the reply files in ``tests/exempel/remissvar/svar``, filled in as people do when nobody looks.

``python -m tests.hjalp.gor_remissvar`` writes those made with python-docx and openpyxl; with LibreOffice at
hand it also passes some of them through OpenDocument and back. The files are committed, so the tests need
neither the script nor LibreOffice. For each file, ``facit/<fil>.json`` gets every text that was written in
it, as the one who wrote it knows, in ``ord``; what ``läs-in`` is to make of it, below that, is written by
``SKRIV_FACIT=1 pytest tests/motor/remiss/test_remissvar.py`` and read by a person.
"""

from __future__ import annotations

import copy
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from planmotor.plan.load import load
from planmotor.remiss.avsnitt import avsnitt
from planmotor.remiss.blankett.filer import make
from tests.hjalp.planer import ROOT

HERE = ROOT / "tests/exempel/remissvar"
REPLIES, EXPECTED = HERE / "svar", HERE / "facit"
PLAN = load(HERE / "plan/data/aktiviteter.yaml")
REMISS = PLAN.remiss("2026")
FORMS = make(PLAN, REMISS, HERE / "plan/docs", ("docx", "xlsx"))
TITLES = {section.id: section.titel for section in avsnitt(PLAN, HERE / "plan/docs")}
KONT, DELAKT = TITLES["strategier/okad-kontinuitet"], TITLES["strategier/okad-delaktighet"]
HELA = TITLES["hela-planen"]
CASES = {}
written: list[str] = []


def case(name):
    def keep(function):
        CASES[name] = function
        return function

    return keep


def w(text):
    """Write something: remember it, so that a test can ask for every word of it."""
    written.append(text)
    return text


# Word


def form(instans="ekby"):
    return Document(io.BytesIO(FORMS[f"remissvar-2026-{instans}.docx"]))


def saved(made):
    raw = io.BytesIO()
    made.save(raw)
    return raw.getvalue()


def table(made):
    return made.tables[0]


def choose(made, row, title):
    """Choose in the list: the chosen title takes the prompt's place."""
    control = table(made).rows[row]._tr.find(f".//{qn('w:sdt')}")
    fill(control, title)


def fill(control, text):
    prompt = control.find(f".//{qn('w:showingPlcHdr')}")
    prompt.getparent().remove(prompt)
    texts = control.findall(f".//{qn('w:t')}")
    texts[0].text = text


def answer(made, question, text):
    for control in made.element.body.iter(qn("w:sdt")):
        tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        if tag is not None and tag.get(qn("w:val")) == f"svar:{question}":
            fill(control, w(text))


def remark(made, row, title, *texts):
    """Fill in a row: section, page, line, remark, proposed wording, reason."""
    if title:
        choose(made, row, w(title))
    for column, text in enumerate(texts, 1):
        table(made).cell(row, column).text = w(text)


def three(made):
    remark(
        made,
        1,
        KONT,
        "12",
        "4",
        "Målet bör gälla alla vuxna.",
        "Minst hälften av alla vuxna.",
        "Lättare att mäta.",
    )
    remark(made, 2, DELAKT, "8", "", "Skriv om brukarråden också.")
    remark(made, 3, HELA, "", "", "Bra och läsbar plan.")
    return made


@case("word-ifylld.docx")
def _():
    made = three(form())
    answer(made, "begriplig", "Ja, i stort sett.")
    answer(made, "saknas", "Ett avsnitt om tandvård.")
    return saved(made)


@case("word-tom.docx")
def _():
    return saved(form("norrby"))


@case("word-fler-rader.docx")
def _():
    made = form("vik")
    rows = table(made).rows
    for number in range(15, 2, -1):
        table(made)._tbl.remove(rows[number]._tr)
    for _number in range(3):
        table(made)._tbl.append(copy.deepcopy(table(made).rows[-1]._tr))
    for number in range(1, 6):
        remark(made, number, KONT, str(number), "", f"Synpunkt nummer {number} från en tillagd rad.")
    return saved(made)


@case("word-sammanslagna-celler.docx")
def _():
    made = form()
    remark(made, 1, KONT, "3", "1", "Första om kontinuitet.")
    remark(made, 2, None, "3", "9", "Andra om samma avsnitt.")
    cells = table(made)
    for row in (1, 2):
        if row == 2:
            p = cells.cell(2, 0)._tc.find(qn("w:p"))
            p.remove(p.find(qn("w:sdt")))
    cells.cell(1, 0).merge(cells.cell(2, 0))
    cells.cell(3, 3).text = w("Text över två sammanslagna kolumner.")
    cells.cell(3, 3).merge(cells.cell(3, 5))
    p = cells.cell(4, 0)._tc.find(qn("w:p"))
    p.remove(p.find(qn("w:sdt")))
    whole = cells.cell(4, 0).merge(cells.cell(4, 5))
    whole.text = w("Hela raden är en enda cell här.")
    return saved(made)


@case("word-nastlad-tabell.docx")
def _():
    made = form("patientrad")
    remark(made, 1, DELAKT, "", "", "Se tabellen:")
    inner = table(made).cell(1, 3).add_table(2, 2)
    for row in range(2):
        for column in range(2):
            inner.cell(row, column).text = w(f"Inre ruta {'abcd'[row * 2 + column]}")
    other = table(made).cell(2, 3).add_table(2, 3)
    for column, text in enumerate(("Avsnitt", "Synpunkt", "Motivering")):
        other.cell(0, column).text = text
    for column, text in enumerate((KONT, "Inklistrad egen tabell.", "Den fanns redan.")):
        other.cell(1, column).text = w(text)
    return saved(made)


@case("word-text-utanfor.docx")
def _():
    made = three(form("vik"))
    made.add_paragraph(w("Vi vill också framföra följande."))
    made.add_paragraph(w("Planen är för lång för våra möten."))
    made.paragraphs[1].insert_paragraph_before(w("Kommunstyrelsen har behandlat remissen i november."))
    heading = next(p for p in made.paragraphs if p.text == "Synpunkter")
    heading.insert_paragraph_before(w("Frågorna var svåra att svara på i er ruta."))
    return saved(made)


def tracked(tag, text, inner="t"):
    return parse_xml(
        f'<w:{tag} {nsdecls("w")} w:id="7" w:author="A" w:date="2026-11-20T10:00:00Z">'
        f'<w:r><w:{inner} xml:space="preserve">{text}</w:{inner}></w:r></w:{tag}>'
    )


@case("word-sparade-andringar.docx")
def _():
    made = form("norrby")
    remark(made, 1, KONT, "4", "", "Början står kvar")
    p = table(made).cell(1, 3).paragraphs[0]._p
    p.append(tracked("del", " BORTTAGET", "delText"))
    p.append(tracked("ins", w(" och slutet är infogat.")))
    p.append(tracked("moveFrom", " FLYTTAT"))
    p.append(tracked("moveTo", w(" Flyttat hit.")))
    remark(made, 2, DELAKT, "", "", "delar av sam")
    cell = table(made).cell(2, 3)
    first = cell.paragraphs[0]._p.get_or_add_pPr()
    first.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="8" w:author="A"/></w:rPr>'))
    cell.add_paragraph("verkan")
    written[-1] = "delar av samverkan"
    gone = table(made).rows[3]
    gone._tr.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="9" w:author="A"/>'))
    gone.cells[3]._tc.find(qn("w:p")).append(tracked("del", "RADEN ÄR BORTTAGEN", "delText"))
    return saved(made)


@case("word-kommentarer.docx")
def _():
    made = form()
    remark(made, 1, KONT, "5", "2", "Otydligt mål.")
    run = table(made).cell(1, 3).paragraphs[0].runs[0]
    made.add_comment(run, text=w("Hör ihop med vår fråga om mätning."), author="x", initials="x")
    head = made.paragraphs[0].runs[0]
    made.add_comment(head, text=w("Rubriken är lång."), author="x", initials="x")
    return saved(made)


BOX = (
    "<w:r {ns}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><wp:extent cx='1800000' "
    "cy='700000'/><wp:docPr id='{id}' name='Ruta {id}'/><a:graphic><a:graphicData uri='{shape}'><wps:wsp>"
    "<wps:cNvSpPr txBox='1'/><wps:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='1800000' cy='700000'/></a:xfrm>"
    "<a:prstGeom prst='rect'><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>"
    "<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
SPACES = (
    f"{nsdecls('w')} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
    f"xmlns:wps='{SHAPE}' xmlns:v='urn:schemas-microsoft-com:vml' "
    "xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' "
    "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
)


def box(text, id):
    return parse_xml(BOX.format(ns=SPACES, shape=SHAPE, text=text, id=id))


@case("word-textruta.docx")
def _():
    made = form("vik")
    made.paragraphs[2]._p.append(box(w("Klisterlapp om brådskan."), 41))
    remark(made, 1, KONT, "", "", "Se rutan.")
    p = table(made).cell(1, 3).paragraphs[0]._p
    p.append(box(w("Ruta inne i tabellen."), 42))
    return saved(made)


NOTES = (
    "<w:footnotes {ns}><w:footnote w:type='separator' w:id='-1'>"
    "<w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
    "<w:footnote w:id='1'><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>"
)


@case("word-sidhuvud-och-fotnot.docx")
def _():
    made = form("patientrad")
    made.sections[0].header.paragraphs[0].text = w("Yttrande från rådet, antaget i december")
    foot = made.sections[0].footer
    foot.add_paragraph(w("Dnr PR 2026-44"))
    remark(made, 1, DELAKT, "", "", "Med fotnot.")
    ref = parse_xml(f"<w:r {nsdecls('w')}><w:footnoteReference w:id='1'/></w:r>")
    table(made).cell(1, 3).paragraphs[0]._p.append(ref)
    raw = saved(made)
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    return edited(
        raw,
        {
            "word/footnotes.xml": lambda _: NOTES.format(
                ns=nsdecls("w"), text=w("Se rådets årsrapport.")
            ).encode(),
            "[Content_Types].xml": lambda xml: xml.replace(
                b"</Types>",
                f'<Override PartName="/word/footnotes.xml" ContentType="{office}"/></Types>'.encode(),
            ),
            "word/_rels/document.xml.rels": lambda xml: xml.replace(
                b"</Relationships>",
                f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode(),
            ),
        },
    )


def plain_cell(made, row, text):
    """Replace the list in a row's first cell with plain text."""
    p = table(made).cell(row, 0)._tc.find(qn("w:p"))
    p.remove(p.find(qn("w:sdt")))
    p.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>{w(text)}</w:t></w:r>"))


@case("word-fel-avsnittsnamn.docx")
def _():
    made = form("norrby")
    names = (
        "9.2 Ökad kontinuitett",
        "Kap 9.1 ökad delaktighet",
        "kontinuitet",
        "Strategin om kontinuiteten i vården",
        "Bilaga 3",
    )
    for row, name in enumerate(names, 1):
        plain_cell(made, row, name)
        table(made).cell(row, 3).text = w(f"Om det som vi kallar {'abcde'[row - 1]}.")
    return saved(made)


@case("word-smarta-citattecken.docx")
def _():
    made = form("elforeningen")
    odd = unicodedata.normalize("NFD", "Öka") + "\u00a0takten – ”nu” ‘genast’ med 50\u202f%"
    remark(made, 1, KONT, "3\u00a0–\u00a04", "", odd, "mjukt\u00adbinde\u200bstreck", "…")
    written[-2] = "mjuktbindestreck"
    return saved(made)


@case("word-gammal-blankett.docx")
def _():
    made = Document()
    made.add_heading("Svar på remiss", 1)
    w("Svar på remiss")
    made.add_paragraph("Remissinstans: Norrby kommun")
    cells = made.add_table(3, 4, style="Table Grid")
    for column, text in enumerate(("Kapitel", "Sidnr", "Kommentarer", "Ändringsförslag")):
        cells.cell(0, column).text = text
    for row, texts in enumerate(
        ((KONT, "7", "Gamla blanketten.", "Ny text här."), ("Bakgrund", "2", "För kort.", "")), 1
    ):
        for column, text in enumerate(texts):
            cells.cell(row, column).text = w(text)
    return saved(made)


@case("word-utan-kontroller.docx")
def _():
    made = three(form("patientrad"))
    answer(made, "saknas", "Nej.")
    for control in list(made.element.body.iter(qn("w:sdt"))):
        content, parent = control.find(qn("w:sdtContent")), control.getparent()
        for inner in content:
            control.addprevious(inner)
        parent.remove(control)
    return saved(made)


def reordered(made, order):
    for row in table(made).rows:
        cells = list(row._tr.findall(qn("w:tc")))
        for cell in cells:
            row._tr.remove(cell)
        for number in order:
            row._tr.append(cells[number])


@case("word-omkastade-kolumner.docx")
def _():
    made = three(form("norrby"))
    reordered(made, (3, 0, 5, 4, 2, 1))
    names = {"Synpunkt": "Synpunkter", "Föreslagen lydelse": "Förslag till ny lydelse", "Motivering": "Skäl"}
    for cell in table(made).rows[0].cells:
        cell.text = names.get(cell.text, cell.text)
    return saved(made)


@case("word-extra-kolumn.docx")
def _():
    made = three(form("vik"))
    for row in table(made).rows:
        row._tr.append(copy.deepcopy(row._tr.findall(qn("w:tc"))[-1]))
    table(made).rows[0].cells[6].text = w("Prioritet")
    table(made).rows[1].cells[6].text = w("hög")
    for row in (2, 3):
        table(made).rows[row].cells[6].text = ""
    return saved(made)


@case("word-utan-rubrikrad.docx")
def _():
    made = three(form())
    table(made)._tbl.remove(table(made).rows[0]._tr)
    return saved(made)


@case("word-bara-ett-brev.docx")
def _():
    made = Document()
    for text, style in (
        ("Yttrande över förslag till plan", "Title"),
        ("Föreningen tackar för remissen.", None),
        ("Ökad kontinuitet", "Heading 1"),
        ("Vi saknar ett mål för glesbygden.", None),
        ("Målet bör följas varje år.", None),
        ("9.1 Ökad delaktighet", "Heading 1"),
        ("Vi delar bilden.", None),
        ("Övrigt", "Heading 1"),
        ("Inget mer att tillägga.", None),
    ):
        made.add_paragraph(w(text), style)
    return saved(made)


@case("word-svar-i-fragan.docx")
def _():
    made = form()
    headings = [p for p in made.paragraphs if p.style.name == "Heading 3"]
    headings[0].add_run(w(" Nej, språket är för tungt."))
    headings[1].insert_paragraph_before(w("Men bilderna hjälper."))
    return saved(made)


@case("word-mycket-i-en-cell.docx")
def _():
    made = form("elforeningen")
    choose(made, 1, w(TITLES["plan#bakgrund"]))
    cell = table(made).cell(1, 3)
    cell.text = w("Första stycket.")
    cell.add_paragraph(w("Punkt ett"), "List Bullet")
    cell.add_paragraph(w("Punkt två"), "List Bullet")
    p = cell.add_paragraph()
    p.add_run(w("Rad med\ttabb"))
    p.add_run().add_break()
    p.add_run(w("och radbrytning"))
    link = OxmlElement("w:hyperlink")
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link.set(qn("r:id"), made.part.relate_to("https://example.org/", kind, is_external=True))
    link.append(parse_xml(f"<w:r {nsdecls('w')}><w:t xml:space='preserve'>{w(' exempelsidan')}</w:t></w:r>"))
    p._p.append(link)
    p._p.append(
        parse_xml(f'<w:r {nsdecls("w")}><w:sym w:font="Symbol" w:char="F0B7"/><w:noBreakHyphen/></w:r>')
    )
    table(made).cell(1, 4).text = w("<script>alert(1)</script> & =1+1")
    return saved(made)


@case("word-dubbletter.docx")
def _():
    made = form("norrby")
    for row in (1, 2):
        remark(made, row, KONT, "6", "", "Samma sak två gånger.")
    remark(made, 3, DELAKT, "6", "", "Samma sak två gånger.")
    del written[4:8]
    return saved(made)


@case("word-tva-tabeller.docx")
def _():
    made = three(form("vik"))
    again = copy.deepcopy(table(made)._tbl)
    made.element.body.insert(len(made.element.body) - 1, again)
    made.element.body.insert(
        len(made.element.body) - 2, made.add_paragraph(w("Fler synpunkter från socialnämnden:"))._p
    )
    second = made.tables[1]
    for row in (1, 2, 3):
        for column in range(1, 6):
            second.cell(row, column).text = ""
    second.cell(1, 3).text = w("Från nämnden, i tabell två.")
    return saved(made)


@case("word-annan-avsandare.docx")
def _():
    made = three(form("ekby"))
    for p in made.paragraphs:
        if p.text.startswith("Remissinstans:"):
            p.text = "Remissinstans: Viks kommun"
    return saved(made)


@case("word-okand-avsandare.docx")
def _():
    made = Document()
    made.add_paragraph(w("Vi har inga synpunkter på förslaget."))
    return saved(made)


@case("word-sparad-som.doc")
def _():
    made = form("norrby")
    remark(made, 1, KONT, "1", "1", "Filen heter .doc men är det inte.")
    return saved(made)


# Excel


def book(instans="ekby"):
    made = load_workbook(io.BytesIO(FORMS[f"remissvar-2026-{instans}.xlsx"]))
    made["Synpunkter"].delete_rows(40, 300)
    return made


def line(made, row, *texts):
    for column, text in enumerate(texts, 1):
        if text != "":
            made["Synpunkter"].cell(row, column, w(text) if isinstance(text, str) else text)


def three_lines(made):
    line(made, 2, KONT, "12", "4", "Målet bör gälla alla vuxna.", "Minst hälften.", "Lättare att mäta.")
    line(made, 3, DELAKT, "8", "", "Skriv om brukarråden.")
    line(made, 5, HELA, "", "", "En rad hoppades över.")
    return made


@case("excel-ifylld.xlsx")
def _():
    made = three_lines(book())
    made["Frågor"]["B2"] = w("Ja, i stort sett.")
    made["Frågor"]["B3"] = w("Tandvården.\nOch friskvården.")
    return saved(made)


@case("excel-tom.xlsx")
def _():
    return saved(book("vik"))


@case("excel-sammanslagna-celler.xlsx")
def _():
    made = book("norrby")
    line(made, 2, KONT, "2", "", "Första.")
    line(made, 3, "", "3", "", "Andra, samma avsnitt.")
    made["Synpunkter"].merge_cells("A2:A3")
    line(made, 4, "", "", "", "Över tre kolumner.")
    made["Synpunkter"].merge_cells("D4:F4")
    line(made, 5, "Hela raden är en cell.")
    made["Synpunkter"].merge_cells("A5:F5")
    return saved(made)


@case("excel-kommentarer.xlsx")
def _():
    made = book("patientrad")
    line(made, 2, DELAKT, "", "", "Se kommentaren.")
    made["Synpunkter"]["D2"].comment = Comment(w("Rådet var inte enigt här."), "x")
    made["Synpunkter"].oddHeader.left.text = w("Utkast från rådet")
    return saved(made)


@case("excel-formler-och-datum.xlsx")
def _():
    made = book("elforeningen")
    line(made, 2, KONT, "", "", "")
    sheet = made["Synpunkter"]
    sheet["D2"] = "=" + w("vi föreslår en lista")
    sheet["B2"] = datetime(2026, 5, 3)
    sheet["B2"].number_format = "d/m"
    written.append("2026-05-03")
    sheet["C2"] = 14
    written.append("14")
    sheet["E2"] = True
    sheet["E2"].number_format = "General"
    written.append("ja")
    line(made, 3, DELAKT, "", "", "- ett streck först", "'citat", "@adress")
    return saved(made)


@case("excel-text-utanfor.xlsx")
def _():
    made = three_lines(book("vik"))
    made["Synpunkter"]["H2"] = w("Anteckning i marginalen")
    made["Synpunkter"]["A12"] = w("Med vänlig hälsning från kommunen")
    made["Så fyller du i"]["A30"] = w("Vi svarar samlat för nämnderna.")
    other = made.create_sheet("Blad1")
    other["B3"] = w("Lösa tankar i ett eget blad")
    return saved(made)


@case("excel-omkastade-kolumner.xlsx")
def _():
    made = Workbook()
    sheet = made.active
    sheet.append(["Svar från:", "Ekby kommun"])
    sheet.append([])
    sheet.append(["Er synpunkt", "Avsnitt (välj)", "Sid.", "Ny lydelse", "Varför?"])
    sheet.append([w("Egen tabell."), w("Ökad kontinuitet"), w("14"), w("Så här."), w("Därför.")])
    sheet.append([w("Utan avsnitt."), None, None, None, None])
    return saved(made)


@case("excel-sparad-som.xls")
def _():
    made = book("norrby")
    line(made, 2, KONT, "9", "", "Filen heter .xls men är det inte.")
    return saved(made)


@case("excel-datum-fran-mac.xlsx")
def _():
    made = book("vik")
    made.epoch = CALENDAR_MAC_1904
    line(made, 2, KONT, "", "", "Datumet är från en gammal Excel för Mac.")
    for cell, shown in (("B2", "d/m"), ("B3", "General")):
        made["Synpunkter"][cell] = datetime(2025, 6, 30)
        made["Synpunkter"][cell].number_format = shown
    line(made, 3, DELAKT, "", "", "Samma dag som tal.")
    written.extend(["2025-06-30", "44376"])
    return saved(made)


SHEET = "xl/worksheets/sheet3.xml"  # the remarks


@case("excel-utan-celladresser.xlsx")
def _():
    """As some programs write it: cells and rows follow on each other and don't say where they stand."""
    raw = saved(three_lines(book()))
    bare = re.compile(rb'<(row|c) r="[A-Z]*\d+"')
    return edited(raw, {SHEET: lambda xml: bare.sub(rb"<\1", xml)})


@case("excel-annan-stavning.xlsx")
def _():
    """Capital letters tell no parts of the archive apart, and not every program writes them alike."""
    source = "libreoffice-excel-ifylld.xlsx"
    written.extend(json.loads((EXPECTED / f"{source}.json").read_text(encoding="utf-8"))["ord"])
    raw = (REPLIES / source).read_bytes()
    return raw.replace(b"xl/sharedStrings.xml", b"xl/SharedStrings.xml")


@case("excel-tecken-som-koder.xlsx")
def _():
    made = book("patientrad")
    line(made, 2, KONT, "", "", "Rad ett_x000D_\nrad två", "koden _x005F_x000D_ som text", "pil_x2192_höger")
    written[-3:] = ["Rad ett rad två", "koden _x000D_ som text", "pil höger"]
    line(made, 3, DELAKT, 0.55, "", "Ett tal som räknas binärt.")
    written.append("0.55")
    long = rb"<v>0.55000000000000004</v>"
    return edited(saved(made), {SHEET: lambda xml: xml.replace(b"<v>0.55</v>", long)})


# Word: older form fields, and text that nobody sees


def word_xml(inner):
    return parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>")


def run_xml(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def field_xml(settings, code, result=""):
    """Return an older form field: its settings, its code and, for a field of text, what is written in it."""
    shown = f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{result}" if result else ""
    return (
        f"<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:name w:val='Falt'/><w:enabled/>{settings}"
        f"</w:ffData></w:fldChar></w:r><w:r><w:instrText> {code} </w:instrText></w:r>{shown}"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )


def list_xml(entries, result=None, default=None):
    marks = "".join(
        f"<w:{kind} w:val='{number}'/>"
        for kind, number in (("result", result), ("default", default))
        if number is not None
    )
    listed = "".join(f"<w:listEntry w:val='{entry}'/>" for entry in entries)
    return field_xml(f"<w:ddList>{marks}{listed}</w:ddList>", "FORMDROPDOWN")


def box_xml(marks):
    return field_xml(f"<w:checkBox><w:sizeAuto/>{marks}</w:checkBox>", "FORMCHECKBOX")


def at_end(made, *paragraphs):
    for paragraph in paragraphs:
        made.element.body.insert(len(made.element.body) - 1, word_xml(paragraph))


BODIES = ("Bifalles", "Avslås", "Återremitteras")


@case("word-gammal-listruta.docx")
def _():
    """Lists that were chosen from, left as they were, and one that another program writes as text too."""
    made = three(form())
    for number, shown in ((1, "Avslås"), (2, "Återremitteras")):
        at_end(made, run_xml(f"Val {number}: ") + list_xml(BODIES, number))
        written.extend([f"Val {number}", shown])
    at_end(made, run_xml("Förvalt: ") + list_xml(BODIES, default=1), run_xml("Orört: ") + list_xml(BODIES))
    written.extend(["Förvalt Avslås", "Orört Bifalles"])
    end = "<w:r><w:fldChar w:fldCharType='end'/>"
    twice = list_xml(BODIES, 1).replace(end, run_xml("Avslås") + end)
    at_end(made, run_xml("Också som text: ") + twice)
    written.append("Också som text Avslås")
    p = table(made).cell(2, 3).paragraphs[0]._p
    for element in word_xml(run_xml(" Vårt beslut: ") + list_xml(BODIES, 0)):
        p.append(element)
    written.append("Vårt beslut Bifalles")
    return saved(made)


@case("word-gammal-kryssruta.docx")
def _():
    made = three(form("norrby"))
    marks = {
        "ja": "<w:checked/>",
        "nej": "<w:checked w:val='0'/>",
        "förvalt ja": "<w:default w:val='1'/>",
        "förvalt nej": "<w:default w:val='0'/>",
        "urkryssat": "<w:default w:val='1'/><w:checked w:val='false'/>",
        "inget sagt": "",
    }
    for text, mark in marks.items():
        at_end(made, box_xml(mark) + run_xml(f" {w(text)}"))
    return saved(made)


@case("word-gammalt-textfalt.docx")
def _():
    made = three(form("vik"))
    at_end(
        made,
        field_xml("<w:textInput><w:default w:val='Skriv'/></w:textInput>", "FORMTEXT", run_xml(w("Nämnden"))),
        "<w:ins w:id='5' w:author='A'>" + list_xml(("Ja", "Nej"), 1) + "</w:ins>" + run_xml(w(" tack")),
        "<w:del w:id='6' w:author='A'>" + list_xml(("STRUKET", "BORTA"), 1) + "</w:del>" + run_xml(w("Kvar")),
        f"<w:fldSimple w:instr=' AUTHOR '>{run_xml(w('Nämndens kansli'))}</w:fldSimple>",
    )
    written.append("Nej")
    return saved(made)


HIDE = "<w:vanish/>"


def style_xml(id, properties, kind="character", based="", usual=""):
    based = f"<w:basedOn w:val='{based}'/>" if based else ""
    return parse_xml(
        f"<w:style {nsdecls('w')} w:type='{kind}' {usual} w:styleId='{id}'><w:name w:val='{id}'/>{based}"
        f"<w:rPr>{properties}</w:rPr></w:style>"
    )


@case("word-dold-text.docx")
def _():
    """Hidden where it stands, on the web alone, by a style, by what a style goes on from, and by its row."""
    made = three(form())
    styles = made.styles.element
    styles.append(style_xml("Gomd", HIDE))
    styles.append(style_xml("GomdMer", "<w:b/>", based="Gomd"))
    styles.append(style_xml("GomtStycke", HIDE, "paragraph"))
    at_end(
        made,
        run_xml(w("Syns först")) + run_xml(" GÖMT-HÄR", HIDE) + run_xml(w(" och sist.")),
        run_xml("GÖMT-PÅ-WEBBEN", "<w:webHidden/>"),
        run_xml("GÖMT-AV-STIL", "<w:rStyle w:val='Gomd'/>"),
        run_xml("GÖMT-AV-ÄRVD-STIL", "<w:rStyle w:val='GomdMer'/>"),
        "<w:pPr><w:pStyle w:val='GomtStycke'/></w:pPr>" + run_xml("GÖMT-STYCKE"),
        "<w:pPr><w:pStyle w:val='GomtStycke'/></w:pPr>"
        + run_xml(w("Två stilar tar ut varandra"), "<w:rStyle w:val='Gomd'/>"),
        run_xml(w("Uttryckligen synlig"), "<w:rStyle w:val='Gomd'/><w:vanish w:val='0'/>"),
        run_xml(w("Aldrig dold"), "<w:vanish w:val='false'/>"),
    )
    remark(made, 4, DELAKT, "", "", "I en rad som syns.")
    row = table(made).rows[5]
    row.cells[3].text = "GÖMD-RAD"
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:hidden {nsdecls('w')}/>"))
    return saved(made)


@case("word-allt-doljs-av-stilen.docx")
def _():
    """The style that all text has hides it, but for what says that it is seen."""
    made = form("patientrad")
    at_end(made, run_xml("GÖMT-AV-GRUNDEN"), run_xml(w("Syns ändå."), "<w:vanish w:val='off'/>"))
    for style in made.styles.element.findall(qn("w:style")):
        if style.get(qn("w:default")) == "1" and style.get(qn("w:type")) == "paragraph":
            style.get_or_add_rPr().append(parse_xml(f"<w:vanish {nsdecls('w')}/>"))
    return saved(made)


@case("word-tabell-i-kommentar.docx")
def _():
    made = three(form("norrby"))
    run = table(made).cell(1, 3).paragraphs[0].runs[0]
    noted = made.add_comment(run, text=w("Se tabellen."), author="x", initials="x")
    inner = noted.add_table(1, 2, 3_000_000)
    for cell, text in zip(inner.rows[0].cells, ("Mått", "Fyrtio procent"), strict=True):
        cell.text = w(text)
    return saved(made)


# Archives as other programs pack them


def renamed(raw, rename):
    """Return an archive with its files under other names."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(rename(name), (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return made.getvalue()


NAMES = {
    "arkiv-omvanda-snedstreck": lambda name: name.replace("/", "\\"),
    "arkiv-stora-bokstaver": str.upper,
    "arkiv-fran-roten": lambda name: f"/{name}",
    "arkiv-punkt-forst": lambda name: f"./{name.replace('/', '//')}",
    "arkiv-blandat": lambda name: name.title().replace("/", "\\", 1),
}


def add_archives():
    for name, rename in NAMES.items():
        CASES[f"{name}.docx"] = lambda rename=rename: renamed(small(saved(three(form()))), rename)
        CASES[f"{name}.xlsx"] = lambda rename=rename: renamed(saved(three_lines(book())), rename)


add_archives()


# The HTML form


def reply(**others):
    return {
        "blankett": 1,
        "remiss": "2026",
        "remissinstans": "ekby",
        "svar": [{"fråga": "begriplig", "text": w("Ja.")}, {"fråga": "saknas", "text": ""}],
        "synpunkter": [
            {
                "avsnitt": "strategier/okad-kontinuitet",
                "sida": "12",
                "rad": "4",
                "synpunkt": w("Från webbformuläret."),
                "föreslagen_lydelse": w("Rad ett\nrad två"),
                "motivering": "",
            },
            dict.fromkeys(("avsnitt", "sida", "rad", "synpunkt", "föreslagen_lydelse", "motivering"), ""),
        ],
        **others,
    }


@case("formular-ifyllt.json")
def _():
    return json.dumps(reply(), ensure_ascii=False).encode()


@case("formular-andrat-for-hand.json")
def _():
    made = reply(remissinstans="Viks kommun", hälsning=w("Tack för ordet"), blankett=2)
    made["svar"].append({"fråga": w("pahittad"), "text": w("Svar på en fråga som inte finns.")})
    made["synpunkter"].append(
        {"avsnitt": w("Nytt kapitel"), "synpunkt": w("Med egen nyckel."), "ton": w("glad")}
    )
    made["synpunkter"].append(w("Bara en text."))
    return b"\xef\xbb\xbf" + json.dumps(made).encode()


# Through LibreOffice: what a person with another program sends back.
OFFICE = {
    "libreoffice-word-ifylld.docx": ("word-ifylld.docx", "odt"),
    "libreoffice-word-text-utanfor.docx": ("word-text-utanfor.docx", "odt"),
    "libreoffice-word-sparade-andringar.docx": ("word-sparade-andringar.docx", "odt"),
    "libreoffice-word-sammanslagna-celler.docx": ("word-sammanslagna-celler.docx", "odt"),
    "libreoffice-word-kommentarer.docx": ("word-kommentarer.docx", "odt"),
    "libreoffice-word-textruta.docx": ("word-textruta.docx", "odt"),
    "libreoffice-word-gammal-blankett.docx": ("word-gammal-blankett.docx", "odt"),
    "libreoffice-excel-ifylld.xlsx": ("excel-ifylld.xlsx", "ods"),
    "libreoffice-excel-sammanslagna-celler.xlsx": ("excel-sammanslagna-celler.xlsx", "ods"),
    "libreoffice-excel-kommentarer.xlsx": ("excel-kommentarer.xlsx", "ods"),
}


def edited(raw, edits=(), drop=()):
    """Return an archive with edits made to its parts by name, new ones added, packed tightly."""
    made, edits = io.BytesIO(), dict(edits)
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new,
    ):
        for name in [*old.namelist(), *(set(edits) - set(old.namelist()))]:
            if name not in drop:
                content = old.read(name) if name in old.namelist() else b""
                info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
                info.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(info, edits[name](content) if name in edits else content)
    return made.getvalue()


# What python-docx's template carries and nobody needs: together more than the form itself.
SPARE = ("docProps/thumbnail.jpeg", "word/stylesWithEffects.xml")


def small(raw):
    """Return a file without the parts that only take room."""
    if not raw.startswith(b"PK"):
        return raw
    links = re.compile(rb"<(?:Relationship|Override) [^>]*(?:thumbnail|stylesWithEffects)[^>]*/>")
    named = ("_rels/.rels", "word/_rels/document.xml.rels", "[Content_Types].xml")
    with zipfile.ZipFile(io.BytesIO(raw)) as old:
        edits = {name: (lambda xml: links.sub(b"", xml)) for name in named if name in old.namelist()}
    return edited(raw, edits, SPARE)


def keep(name, raw, words):
    (REPLIES / name).write_bytes(raw)
    path = EXPECTED / f"{name}.json"
    earlier = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    made = {**earlier, "ord": words}
    path.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def convert(path, *ways):
    """Pass a file through LibreOffice, format by format."""
    with tempfile.TemporaryDirectory() as folder:
        for way in ways:
            call = ["soffice", f"-env:UserInstallation=file://{folder}/lo", "--headless", "--convert-to", way]
            subprocess.run([*call, "--outdir", f"{folder}/{way}", str(path)], check=True, capture_output=True)
            path = Path(folder) / way / f"{path.stem}.{way}"
        return path.read_bytes()


def main():
    for folder in (REPLIES, EXPECTED):
        folder.mkdir(exist_ok=True)
    for name, make_it in CASES.items():
        written.clear()
        keep(name, small(make_it()), list(written))
    if shutil.which("soffice") and "--utan-libreoffice" not in sys.argv:
        for name, (source, between) in OFFICE.items():
            words = json.loads((EXPECTED / f"{source}.json").read_text(encoding="utf-8"))["ord"]
            ending = name.rpartition(".")[2]
            keep(name, small(convert(REPLIES / source, between, ending)), words)


if __name__ == "__main__":
    main()
