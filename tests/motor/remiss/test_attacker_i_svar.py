"""Every attack as a remark in a reply, through each form and each reader, in all that shows replies.

What a reply says is shown as text: it adds no element, no address and no formula to what an ordinary reply
gives, and not a word of it is lost.
"""

import io
import json
import shutil
from collections import Counter
from copy import deepcopy
from datetime import date
from functools import partial
from html import unescape

import openpyxl
import pytest
from docx import Document

from macros.makro import MAKRON
from macros.sidor import svara
from macros.webb import Webb
from planmotor.__main__ import main
from planmotor.plan.load import load
from planmotor.prosa.lasning.tillaten import refused
from planmotor.remiss.blankett.filer import make
from tests.hjalp.attackerade import ATTACKS, COUNTED, SECRET, as_html, in_archive, in_pdf, plain
from tests.hjalp.planer import ROOT

HERE = ROOT / "tests/exempel/remissvar"
WHERE = ("--data", "plan/data", "--docs", "plan/docs")
PAGE = "{{ remisser() }}\n\n{{ remissvar() }}\n\n{{ samrådsredogörelse() }}\n"
USUAL = [f"Synpunkt nummer {number}." for number in range(3)]


def form(ending):
    plan = load(HERE / "plan/data/aktiviteter.yaml")
    made = make(plan, plan.remiss("2026"), HERE / "plan/docs", (ending,))
    return io.BytesIO(made[f"remissvar-2026-ekby.{ending}"])


def bytes_of(made):
    raw = io.BytesIO()
    made.save(raw)
    return raw.getvalue()


def word(texts):
    made = Document(form("docx"))
    table = made.tables[0]
    empty = deepcopy(table.rows[1]._tr)
    for row in list(table.rows)[1:]:
        table._tbl.remove(row._tr)
    for _ in texts:
        table._tbl.append(deepcopy(empty))
    for row, text in zip(list(table.rows)[1:], texts, strict=True):
        for cell in row.cells[1:]:
            cell.text = text
    return bytes_of(made)


def excel(texts):
    made = openpyxl.load_workbook(form("xlsx"))
    for number, text in enumerate(texts, 2):
        for column in range(1, 7):
            cell = made["Synpunkter"].cell(number, column)
            cell.value, cell.data_type = text, "s"
    return bytes_of(made)


def web(texts):
    names = ("avsnitt", "sida", "rad", "synpunkt", "föreslagen_lydelse", "motivering")
    remarks = [dict.fromkeys(names, text) for text in texts]
    answers = [{"fråga": "begriplig", "text": "\n".join(texts)}, *({"fråga": t, "text": t} for t in texts)]
    about = {"blankett": 1, "remiss": "2026", "remissinstans": "ekby"}
    return json.dumps({**about, "svar": answers, "synpunkter": remarks}).encode()


FORMS = {"docx": word, "xlsx": excel, "json": web}


def shown(ending, texts, folder):
    """Read a reply in a folder of its own, and return what each thing that shows it does, and its text."""
    shutil.copytree(HERE / "plan", folder / "plan")
    (folder / f"svar.{ending}").write_bytes(FORMS[ending](texts))
    with pytest.MonkeyPatch.context() as here:
        here.chdir(folder)
        here.setenv("HEMLIGHET", SECRET)
        assert main(["remiss", "läs-in", f"svar.{ending}", "--kvitto", "kvitto", *WHERE]) == 0
        assert main(["remiss", "sammanställ", *WHERE, "--till", "ut"]) == 0
        [receipt] = (folder / "kvitto").iterdir()
        account = folder / "ut/samradsredogorelse-2026"
        pages = {"kvittot": receipt.read_text("utf-8"), "sidorna": page(folder / "plan")}
    does = {name: Counter((tag, key) for tag, key, _ in refused(html)) for name, html in pages.items()}
    does |= {end: in_archive(account.with_suffix(f".{end}").read_bytes()) for end in ("docx", "xlsx")}
    return does | {"pdf": in_pdf(account.with_suffix(".pdf"))}, pages


def page(plan):
    webb = Webb(load(plan / "data/aktiviteter.yaml"), date(2026, 11, 22), "", lambda: "sida/", plan / "docs")
    made = svara(PAGE, "sida.md", {name: partial(one.function, webb) for name, one in MAKRON.items()})
    return as_html(made)


@pytest.mark.parametrize("ending", FORMS)
def test_an_attack_in_a_reply_is_a_text_wherever_it_is_shown(ending, tmp_path):
    usual, _ = shown(ending, USUAL, tmp_path / "vanligt")
    found, pages = shown(ending, ATTACKS, tmp_path / "attack")
    assert {name: set(does) - set(usual[name]) for name, does in found.items()} == {
        name: set() for name in found
    }
    for name, html in pages.items():
        assert SECRET not in html
        assert COUNTED not in html
        said = plain(unescape(html))
        lines = [line for text in ATTACKS for line in text.splitlines()]
        assert [line for line in lines if plain(line) not in said] == [], name
