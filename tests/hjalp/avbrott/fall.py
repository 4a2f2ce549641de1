"""The commands that write, each with a small project to do it in."""

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import openpyxl

from planmotor.__main__ import _told, main
from planmotor.grund.skrivning import recover, write_all
from planmotor.sajt import build, byte
from planmotor.tryck import tryckeri
from tests.hjalp.planer import MINIMAL, ROOT, write

EXAMPLES = ROOT / "tests/exempel"
PLAN = MINIMAL.replace(
    "handlingsplaner:\n",
    "organ:\n  - {id: styrgrupp, namn: Styrgruppen}\n"
    'kommuner:\n  - {id: ekby, namn: Ekby kommun, kod: "0114"}\nhandlingsplaner:\n',
)
UNTIDY = PLAN.replace("namn: Styrgruppen", "namn: 'Styrgruppen'")
ANSWERS = {
    "Vilken plan": "handlingsplan",
    "Vem som beslutade": "styrgrupp",
    "Dagen för beslutet": "2025-03-01",
    "Vad som beslutades": "Planen",
}
BESLUTA = ["besluta", "handlingsplan", "{}", "--organ", "styrgrupp", "--beslut", "Planen"]


@dataclass(frozen=True)
class Fall:
    """A command: what is there before, what is run, and what whoever comes next does."""

    namn: str
    före: Callable[[Path], None]
    kör: Callable[[], int]
    efteråt: Callable[[], int] = lambda: main(["kontrollera"])
    # Whether what people see must be whole even before somebody comes next.
    alltid_hel: bool = False


def _words(*words):
    return lambda: main(list(words))


def _small(folder, text=PLAN, **others):
    (folder / "data").mkdir()
    write(folder / "data", text, **others)
    guide = folder / "docs/redigera"  # the page of a decision links to it
    guide.mkdir(parents=True)
    (guide / "jamfor.md").write_text("---\ntitle: Jämför\n---\n\n# Jämför\n", encoding="utf-8")


def _decided_before(folder):
    _small(folder)
    assert main([word.format("2024-03-01") for word in BESLUTA]) == 0


def _told_in_a_form(folder):
    _decided_before(folder)
    assert main(["beslutsblankett"]) == 0
    book = openpyxl.load_workbook("beslut.xlsx")
    for row in book["Beslut"].iter_rows():
        said = (value for name, value in ANSWERS.items() if str(row[0].value or "").startswith(name))
        for value in said:
            row[1].value = value
    book.save("beslut.xlsx")


def _decided_by_one_of_two(folder):
    start = "  - id: handlingsplan\n"
    assert start in PLAN
    _small(folder, PLAN.replace(start, f"{start}    beslutas_av: [styrgrupp, ekby]\n", 1))
    assert main([word.format("2024-03-01") for word in BESLUTA]) == 0


def _with_status(folder):
    shutil.copytree(EXAMPLES / "statussvar/plan", folder / "data")
    shutil.copy(EXAMPLES / "statussvar/svar/ifylld.xlsx", folder / "svar.xlsx")


def _with_replies(folder):
    for part in ("data", "docs"):
        shutil.copytree(EXAMPLES / "remissvar/plan" / part, folder / part)
    for ending in ("docx", "xlsx"):
        name = {"docx": "word", "xlsx": "excel"}[ending]
        shutil.copy(EXAMPLES / f"remissvar/svar/{name}-ifylld.{ending}", folder / f"svar.{ending}")


def _with_earlier_replies(folder):
    _with_replies(folder)
    assert main(["remiss", "läs-in", "svar.xlsx"]) == 0


def _with_unsealed_replies(folder):
    _with_earlier_replies(folder)
    file = folder / "data/remisser/2026/synpunkter.yaml"
    file.write_text(re.sub(r"^ +sigill: .*\n", "", file.read_text("utf-8"), flags=re.M), "utf-8")


def _untidy(folder):
    beslut = "beslut:\n  - {id: a, datum: 2024-01-01, organ: 'styrgrupp', beslut: 'Planen', slag: beslut}\n"
    _small(folder, UNTIDY, beslut=beslut)


def _site(folder, text, pages=("index.html", "under/sida.html")):
    for name in pages:
        page = folder / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")


def _built(folder):
    _small(folder)
    (folder / "mkdocs.yml").write_text("nav: []\n")
    _site(folder / "site", "förra", ("index.html", "borta/gammal.html"))


def _printed(folder):
    _built(folder)
    (folder / "site/tryck").mkdir()
    for name in ("hela", "gammal"):
        (folder / f"site/tryck/{name}.pdf").write_bytes(b"before")


def _generate(command, *_):
    _site(Path(command[command.index("--site-dir") + 1]), "nya")


def _build(run=_generate):
    """Build with a generator that is quick, and without what takes time beside it."""
    build._run = run
    for name in ("make_pictures", "add_files", "make_search"):
        setattr(build, name, lambda *_: None)
    build.stylesheets.join = os.sync = lambda *_: None
    return main(["bygg", "--utan-tryck"])


def _failing_build():
    def failing(*_):
        raise build.BuildFailed("mkdocs misslyckades")

    assert _build(failing) == 1
    return 0


def _build_in_two_steps():
    byte._exchanged = lambda *_: False
    return _build()


class _Del(NamedTuple):
    fil: str


class _Tryckeri:
    """Makes its documents at once."""

    def __init__(self, *_):
        pass

    def alla(self):
        return {_Del(f"{name}.pdf"): name.encode() for name in ("hela", "handlingsplaner/ny")}


def _print():
    tryckeri.Tryckeri = _Tryckeri
    return main(["tryck"])


def _recovered(*folders):
    """Return what settles folders that no other command looks in."""

    def settle():
        for folder in map(Path, folders):
            if folder.is_dir():
                recover(folder)
        return main(["kontrollera"])

    return settle


def _recover_print():
    recover(Path("site/tryck"))
    return 0


def _three(folder):
    _site(folder, "förra", ("a", "under/b"))


def _write_three():
    try:
        write_all({Path("a"): b"1", Path("under/b"): b"2", Path("ny/mapp/c"): b"3"}, Path())
    except OSError as error:
        return _told(error)
    return 0


def _recover_three():
    recover(Path())
    return 0


def _write_three_unguarded():
    _site(Path(), "nya", ("a", "under/b"))
    return 0


# What the trial must find fault with.
UTAN_SKYDD = Fall("utan skydd", _three, _write_three_unguarded, _recover_three)
KÄRNA = Fall("kärnan", _three, _write_three, _recover_three)
FALL = [
    KÄRNA,
    Fall("besluta", _decided_before, _words(*(word.format("2025-03-01") for word in BESLUTA))),
    Fall(
        "besluta --blankett",
        _told_in_a_form,
        _words("besluta", "--blankett", "beslut.xlsx", "--ja"),
    ),
    Fall(
        "besluta, en part till",
        _decided_by_one_of_two,
        _words(*(word.format("2024-04-01").replace("styrgrupp", "ekby") for word in BESLUTA)),
    ),
    Fall("beslutsblankett", _small, _words("beslutsblankett"), _recovered(".")),
    Fall(
        "statusblankett",
        _with_status,
        _words("statusblankett"),
        _recovered("blanketter"),
    ),
    Fall(
        "remiss blankett",
        _with_replies,
        _words("remiss", "blankett", "--remiss", "2026", "--format", "docx"),
        _recovered("blanketter"),
    ),
    Fall("schema", _small, _words("schema", "--till", "scheman"), _recovered("scheman")),
    Fall(
        "läs-in-status",
        _with_status,
        _words("läs-in-status", "svar.xlsx", "--ja", "--sammanfattning", "förslag.md"),
    ),
    Fall("remiss läs-in", _with_replies, _words("remiss", "läs-in", "svar.docx")),
    Fall("remiss läs-in, fler svar", _with_earlier_replies, _words("remiss", "läs-in", "svar.docx")),
    Fall("remiss försegla", _with_unsealed_replies, _words("remiss", "försegla")),
    Fall(
        "remiss sammanställ",
        _with_earlier_replies,
        _words("remiss", "sammanställ", "--till", "ut"),
        _recovered("ut"),
    ),
    Fall("exportera", _small, _words("exportera", "--till", "ut"), _recovered("ut", ".")),
    Fall("rapport", _small, _words("rapport", "--till", "rapport.html"), _recovered(".")),
    Fall(
        "kvitton",
        _with_earlier_replies,
        _words("remiss", "läs-in", "svar.xlsx", "--kvitto", "kvitto"),
        _recovered("kvitto"),
    ),
    Fall("formatera", _untidy, _words("formatera")),
    Fall("ny-aktivitet", _small, _words("ny-aktivitet", "--namn", "Nytt", "--område", "kontinuitet")),
    Fall("ny-lokal-plan", _small, _words("ny-lokal-plan", "ekby")),
    Fall("bygg", _built, _build, _failing_build, alltid_hel=True),
    Fall("bygg, utan byte i ett steg", _built, _build_in_two_steps, _failing_build),
    Fall("tryck", _printed, _print, _recover_print),
]
