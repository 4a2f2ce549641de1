"""YAML as people type it: the other spellings of the examples in tests/exempel, and what each is told."""

import unicodedata

import pytest

from planmotor.__main__ import main
from planmotor.plan.load import load, problems
from planmotor.uppfoljning.statusblankett.falt import STATUSES
from tests.hjalp.planer import MINIMAL, write

PAD = "            "


def told(folder, lines):
    text = MINIMAL + "".join(f"{PAD}{line}\n" for line in lines.split("\n"))
    return [(one.rule, one.line, one.fix) for one in problems(write(folder, text))]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("kommentar: Se punkt #3 i protokollet", 'kommentar: "Se punkt #3 i protokollet"'),
        ("kommentar: Klart #vård", 'kommentar: "Klart #vård"'),
        ("kommentar: Se § 4 #3", 'kommentar: "Se § 4 #3"'),
        ("kommentar: 'Hela' #3 till", 'kommentar: "Hela #3 till"'),
        ("kommentar: #3", 'kommentar: "#3"'),
        ("kommentar: Klart # 3", 'kommentar: "Klart # 3"'),
        ("kommentar: Se ärende #A-12: klart", 'kommentar: "Se ärende #A-12: klart"'),
        ("tid:\n  text: Möte #2", 'text: "Möte #2"'),
        ("mått:\n  - Fråga #2", '- "Fråga #2"'),
        ("delaktiviteter:\n  - id: x\n    namn: Del #1", 'namn: "Del #1"'),
    ],
)
def test_a_text_that_a_comment_has_cut_is_told_with_the_whole_text(tmp_path, written, wanted):
    ((rule, _line, fix),) = told(tmp_path, written)
    assert rule == "avklippt-text"
    assert fix.startswith(f"Skriv i stället: {wanted}   ")


@pytest.mark.parametrize(
    "written",
    [
        "status: klar #3",
        "status: klar # se mötet",
        "kommentar: Klart # se mötet",
        "kommentar: Klart  #utan mellanslag",
        "kommentar: Klart  # 2025 gäller",
        'kommentar: "Se #3"',
        "kommentar: ärende#3",
        "kommentar: |\n  Se punkt #3",
        "kommentar: |  #3\n  Se",
        "tid: {klart_senast: 2025-06-30}  #3",
        'mått: ["a #3"]  #3',
        "#kommentar: Klart #3",
    ],
)
def test_a_comment_that_takes_nothing_is_left_alone(tmp_path, written):
    assert told(tmp_path, written) == []


def test_nothing_is_put_in_order_that_has_lost_its_end(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    path = write(tmp_path, MINIMAL + f"{PAD}kommentar: Klart #vård   och mer\n")
    before = path.read_bytes()
    assert main(["formatera", "--data", "."]) == 1
    assert "[avklippt-text]" in capsys.readouterr().err
    assert path.read_bytes() == before


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("status", STATUSES)
def test_a_word_is_the_same_in_both_forms_of_its_letters(tmp_path, status, form):
    text = unicodedata.normalize(form, MINIMAL + f"{PAD}status: {status}\n")
    (row,) = load(write(tmp_path, text)).rader
    assert row.aktivitet.status == status


def test_both_forms_are_the_same_within_an_escape_and_in_a_key(tmp_path):
    escaped = f'{PAD}status: "pa\\u030aga\\u030ar"\n{PAD}"ma\\u030alva\\u0308rde": [x]\n'
    (row,) = load(write(tmp_path, MINIMAL + escaped)).rader
    assert (row.aktivitet.status, row.aktivitet.målvärde) == ("pågår", ("x",))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Klar", "klar"),
        ('"Klar "', "klar"),
        ("klar\u00a0", "klar"),
        ("Ｋｌａｒ", "klar"),
        ("ＰÅＧÅＲ", "pågår"),
        ("”klar”", "klar"),
        ("KLAR.", "klar"),
        (unicodedata.normalize("NFD", "Pågår"), "pågår"),
        ("delvis  klar", "delvis klar"),
    ],
)
def test_a_status_that_is_nearly_right_is_told_with_the_right_one(tmp_path, written, meant):
    ((rule, line, fix),) = told(tmp_path, f"status: {written}")
    assert (rule, line) == ("okand-status", 20)
    assert fix.startswith(f"Skriv i stället: status: {meant}   ")


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("Beslut: ”i samverkan”", '"Beslut: ”i samverkan”"'),
        ("”Pilot” i länet: klart", '"”Pilot” i länet: klart"'),
        ("”Hela: texten”", '"Hela: texten"'),
        ("”A: b” och ”c”", '"”A: b” och ”c”"'),
        ("»A: b» och c", '"»A: b» och c"'),
        ("“A: b” och “c”", '"“A: b” och “c”"'),
        ('Sade: "hej"', "'Sade: \"hej\"'"),
        ('"Pilot" och "Norr"', '\'"Pilot" och "Norr"\''),
        ("'a' och 'b'", "\"'a' och 'b'\""),
        ('"Ett "citat" här"', "'Ett \"citat\" här'"),
        ('"Ett" citat', "'\"Ett\" citat'"),
        ("Det är 'så': klart", "\"Det är 'så': klart\""),
    ],
)
def test_advice_keeps_every_quotation_mark_of_the_text(tmp_path, written, wanted):
    ((_rule, _line, fix),) = told(tmp_path, f"kommentar: {written}")
    assert fix == f"Skriv i stället: kommentar: {wanted}"
    assert told(tmp_path, f"kommentar: {wanted}") == []
