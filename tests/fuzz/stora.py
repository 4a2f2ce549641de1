"""Files with very much of one thing: some took minutes once, and the others looked as if they could."""

import copy
import json

from tests.fuzz import slump
from tests.fuzz.slag import Fall, _kontrollera, _remissvar, _sidor, _statussvar

LARGE_DATA, LARGE_PAGE = 480_000, 95_000  # bytes
RECORDS = {
    "okända nycklar": "okand%d: x\n",
    "tomma nycklar": "okand%d:\n",
    "hänvisningar": "  - {id: x%d, ansvar: [styrgrup%d]}\n",
    "ankare": "a%d: &a%d x\n",
    "kommentarer": "# rad %d 070-123 @\n",
    "blanksteg": "x%d:                                        #1\n",
}
ORGAN = "  - {id: a%d, namn: Ett organ}\n"
DOUBLE = "  - {id: a, namn: Ett organ}\n"
PAGE = {
    "rubriker": "## rubrik %d\n\n",
    "länkar": "[a%d](b%d.md)\n",
    "fotnoter": "a[^%d]\n\n[^%d]: x\n\n",
    "tabell": "| a%d | b | c | d | e | f | g | h |\n",
    "lista": "- punkt nummer %d i en lång lista\n",
    "kommentarer": "<!-- %d en kommentar som ingen ser -->\n",
    "makron": "{{ planlage() }} och några ord till\n\n",
    "adresser": "Skriv till a%d@b.se, så får du veta mer\n",
    "nummer": "Ring 070-%d 12 så får du veta mer\n",
    "ankare": '<a id="a%d"></a> och några ord till\n',
    "bilder": "![en bild av något, nummer %d](b%d.png)\n",
}
WIDE = {"ett stycke": "<w:r><w:t>ord%d </w:t></w:r>", "stycken": "<w:p><w:r><w:t>Stycke %d</w:t></w:r></w:p>"}
CELL = "<w:tc><w:p><w:r><w:t>a%d</w:t></w:r></w:p></w:tc>"
ROW = '<row r="%d"><c r="A%d" t="inlineStr"><is><t>id%d</t></is></c></row>'
NUMBER = '<row r="%d"><c r="A%d" s="3"><v>4%d.5</v></c></row>'


def fall(hem):
    """Yield the name of each input, and the input."""
    yield from _data(hem)
    file = hem.rot / "docs/sida.md"
    for name, piece in PAGE.items():
        yield (
            f"sida, {name}",
            Fall(file, ("# Rubrik\n\n" + _many(piece, LARGE_PAGE)).encode(), lambda: _sidor(hem)),
        )
    yield from _json(hem)
    yield from _csv(hem)
    yield from _word(hem)
    yield from _excel(hem)


def _many(piece, size):
    return "".join(piece.replace("%d", str(n)) for n in range(100, 100 + size // len(piece)))


def _data(hem):
    text = hem.main.read_text(encoding="utf-8")
    for name, piece in RECORDS.items():
        yield (
            f"data, {name}",
            Fall(hem.main, (text + _many(piece, LARGE_DATA)).encode(), lambda: _kontrollera(hem)),
        )
    for name, piece in {"organ": ORGAN, "samma organ": DOUBLE}.items():
        more = text.replace("organ:\n", "organ:\n" + _many(piece, LARGE_DATA), 1)
        yield f"data, {name}", Fall(hem.main, more.encode(), lambda: _kontrollera(hem))
    yield (
        "data, punkter och @",
        Fall(hem.main, (text + f'x: "{"a." * 80_000}@"\n').encode(), lambda: _kontrollera(hem)),
    )


def _json(hem):
    file = hem.rot / "svar/svar.json"
    base = json.loads(hem.svar["formular-ifyllt.json"])
    remark = base["synpunkter"][0]
    inputs = {
        "synpunkter": {"synpunkter": [{**remark, "synpunkt": f"text {n}"} for n in range(1_900)]},
        "okända avsnitt": {"synpunkter": [{**remark, "avsnitt": f"Avsnitt {n}"} for n in range(1_900)]},
        "svar": {"svar": [{"fråga": f"Fråga {n} om något", "text": "ja"} for n in range(1_900)]},
        "nycklar": {"synpunkter": [{f"k{n}": "x"} for n in range(3_000)]},
        "lång text": {"synpunkter": [{**remark, "synpunkt": "ord " * 200_000}]},
        "fält": {f"f{n}": "x" for n in range(30_000)},
    }
    for name, more in inputs.items():
        raw = json.dumps({**copy.deepcopy(base), **more}).encode()
        yield f"json, {name}", Fall(file, raw, lambda: _remissvar(hem, file))


def _csv(hem):
    file = hem.rot / "svar/svar.csv"
    raw = hem.status["sparad-som.csv"]
    first, _, rest = raw.partition(b"\n")
    inputs = {
        "rader": raw + b"".join(b"id%d;x;y\n" % n for n in range(8_000)),
        "kolumner": first.rstrip() + b";x" * 50_000 + b"\n" + rest,
        "tomma celler": raw + b";;;;\n" * 200_000,
        "en cell": raw + b'\n"' + b"a" * 800_000,
    }
    for name, content in inputs.items():
        yield f"csv, {name}", Fall(file, content, lambda: _statussvar(hem, file))


def _word(hem):
    file = hem.rot / "svar/svar.docx"
    parts = slump.parts_of(hem.svar["word-utan-kontroller.docx"])
    before, body, after = parts["word/document.xml"].decode().partition("<w:body>")
    nested = "<w:tbl><w:tr><w:tc>"
    inputs = {
        "ett stycke": f"<w:p>{_many(WIDE['ett stycke'], LARGE_DATA)}</w:p>",
        "stycken": _many(WIDE["stycken"], LARGE_DATA // 2),
        "bred rad": f"<w:tbl><w:tr>{_many(CELL, LARGE_DATA // 2)}</w:tr></w:tbl>",
        "tabeller i varandra": nested * 60
        + "<w:p><w:r><w:t>a</w:t></w:r></w:p>"
        + "</w:tc></w:tr></w:tbl>" * 60,
    }
    for name, more in inputs.items():
        made = {**parts, "word/document.xml": (before + body + more + after).encode()}
        yield f"docx, {name}", Fall(file, slump.packed(made), lambda: _remissvar(hem, file))


def _excel(hem):
    file = hem.rot / "svar/svar.xlsx"
    parts = slump.parts_of(hem.status["ifylld.xlsx"])
    before, end, after = parts["xl/worksheets/sheet1.xml"].decode().partition("</sheetData>")
    merged = "".join(f'<mergeCell ref="A{n}:D{n}"/>' for n in range(1, 20_000))
    inputs = {
        "rader": _many(ROW, LARGE_DATA) + end,
        "tal": _many(NUMBER, LARGE_DATA) + end,
        "sammanslagna celler": f"{end}<mergeCells>{merged}</mergeCells>",
        "allt sammanslaget": f'{end}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    }
    for name, more in inputs.items():
        raw = slump.packed({**parts, "xl/worksheets/sheet1.xml": (before + more + after).encode()})
        yield f"xlsx, {name}, status", Fall(file, raw, lambda: _statussvar(hem, file))
        yield f"xlsx, {name}, remiss", Fall(file, raw, lambda: _remissvar(hem, file))
