"""Every attack as the comment of a row in a status form, in all that shows what such forms say."""

import io
import shutil
from datetime import date
from functools import partial

import openpyxl

from macros.makro import MAKRON
from macros.sidor import svara
from macros.webb import Webb
from planmotor.__main__ import main
from planmotor.plan.load import load
from planmotor.prosa.lasning.tillaten import refused
from planmotor.uppfoljning.statusblankett.falt import COLUMNS, ROWS_SHEET
from tests.hjalp.attackerade import ATTACKS, COUNTED, SECRET, as_html, in_archive, in_pdf
from tests.hjalp.planer import MINIMAL, write

ROWS = "".join(
    f"          - {{id: rad-{n}, namn: Rad {n}, ansvarig: [styrgrupp], status: pågår}}\n"
    for n in range(len(ATTACKS))
)
PLAN = (
    MINIMAL.replace(
        "handlingsplaner:\n", "organ:\n  - {id: styrgrupp, namn: Styrgruppen}\nhandlingsplaner:\n"
    )
    + ROWS
)
PAGE = "\n\n".join(
    f"{{{{ {call} }}}}"
    for call in (
        'aktivitetstabell(område="kontinuitet")',
        'handlingsplan(id="handlingsplan")',
        'statusmatris(handlingsplan="handlingsplan")',
        'organsida(organ="styrgrupp")',
        'urval(fråga="status = pågår", rubrik="Pågår")',
        "lägesöversikt()",
        "saknade_uppgifter()",
        "rapport()",
    )
)
REPORTS = ("rapport.docx", "rapport.pdf", "rapport.html")


def filled_in(folder, texts):
    """Return the form of the body with a comment in every row."""
    assert main(["statusblankett", "--organ", "styrgrupp", "--data", "data", "--till", "tomma"]) == 0
    book = openpyxl.load_workbook(folder / "tomma/styrgrupp.xlsx")
    sheet = book[ROWS_SHEET]
    column = COLUMNS.index("Kommentar") + 1
    for row, text in enumerate(texts, 2):
        cell = sheet.cell(row, column)
        cell.value, cell.data_type = text, "s"
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def shown(texts, folder, monkeypatch, capsys):
    """Read a form in a folder of its own; return what each thing that shows it does, and all its HTML."""
    (folder / "data").mkdir(parents=True)
    write(folder / "data", PLAN)
    monkeypatch.chdir(folder)
    (folder / "svar.xlsx").write_bytes(filled_in(folder, texts))
    shutil.copytree("data", "före")
    words = ("--ja", "--kvitto", "kvitto", "--sammanfattning", "förslag.md", "--data", "data")
    assert main(["läs-in-status", "svar.xlsx", *words]) == 0
    assert main(["statusblankett", "--data", "data", "--till", "nya"]) == 0
    assert main(["exportera", "--data", "data", "--till", "öppet"]) == 0
    for name in REPORTS:
        assert main(["rapport", "--data", "data", "--till", name]) == 0
    capsys.readouterr()
    assert main(["jämför", "före/aktiviteter.yaml", "data/aktiviteter.yaml", "--format", "html"]) == 1
    html = [capsys.readouterr().out, page(folder), as_html((folder / "förslag.md").read_text("utf-8"))]
    html += [path.read_text("utf-8") for path in (*folder.glob("kvitto/*"), folder / "rapport.html")]
    does = {("html", tag, key) for tag, key, _ in refused("\n".join(html))}
    for path in (*folder.glob("nya/*"), *folder.glob("öppet/**/*.xlsx"), folder / "rapport.docx"):
        does |= {(path.suffix, part) for part in in_archive(path.read_bytes())}
    return does | in_pdf(folder / "rapport.pdf"), "\n".join(html)


def page(folder):
    plan = load(folder / "data/aktiviteter.yaml")
    webb = Webb(plan, date(2026, 11, 22), "", lambda: "sida/", folder / "docs")
    return as_html(svara(PAGE, "sida.md", {n: partial(one.function, webb) for n, one in MAKRON.items()}))


def test_an_attack_in_a_status_form_is_a_text_wherever_it_is_shown(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("HEMLIGHET", SECRET)
    usual, _ = shown(
        [f"Kommentar {n}" for n in range(len(ATTACKS))], tmp_path / "vanligt", monkeypatch, capsys
    )
    found, html = shown(ATTACKS, tmp_path / "attack", monkeypatch, capsys)
    assert found - usual == set()
    assert SECRET not in html
    assert COUNTED not in html
    said = {rad.aktivitet.kommentar for rad in load(tmp_path / "attack/data/aktiviteter.yaml").rader}
    assert {" ".join(text.split()) for text in said if text} == {" ".join(text.split()) for text in ATTACKS}
