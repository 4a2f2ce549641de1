"""Sheets that were saved as text: the letters, the columns and the breaks that they were saved with."""

import pytest

from planmotor.office.las.paket import Avvisad
from planmotor.office.las.textfil import read_csv

HEADS = ("Id", "Status", "Hör till", "ej påbörjad", "pågår")
CODES = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac-roman", "cp850")
SAID = "Åtgärden är «påbörjad», på båda håll; å"


def rows(text, code="utf-8", mark=";"):
    blad = read_csv(text.replace(";", mark).encode(code), HEADS)
    return {number: [cell.text for cell in row.values()] for number, row in blad.rader.items()}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("telling", ["Hör till", "pågår", "EJ PÅBÖRJAD"])
def test_every_code_mark_and_ending(code, mark, ending, telling):
    said = SAID.replace(";", "").replace(",", "")
    text = ending.join((f"Id;Status;{telling}", f"a;klar;{said}", ""))
    assert rows(text, code, mark) == {1: ["Id", "Status", telling], 2: ["a", "klar", said]}


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x0b", "\x0c", "\x85", "\r", "\n", "\r\n"])
@pytest.mark.parametrize("text", ["först{}sist", "{}sist", "först{}", "a{0}{0}b"])
def test_a_break_within_a_cell_parts_lines_and_no_cells(sign, text):
    made = rows(f'Id;Hör till\r\nx;"{text.format(sign)}"\r\n')
    assert made == {1: ["Id", "Hör till"], 2: ["x", text.format("\n")]}


@pytest.mark.parametrize("sign", ["\u2028", "\x0b", "\x0c", "\x85", "\x1c", "\x1e"])
def test_a_sign_that_python_takes_for_a_line_cuts_no_text_that_isnt_quoted(sign):
    [_head, row] = rows(f"Id;Hör till\r\nx;först{sign}sist\r\n").values()
    assert row[1].replace(sign, "\n") == "först\nsist"


@pytest.mark.parametrize("code", ["cp500", "utf-32", "utf-7"])
def test_other_codes_are_refused(code):
    with pytest.raises(Avvisad, match=r"teckenkodning|förstörda"):
        rows("Id;Hör till\r\na;pågår", code)


@pytest.mark.parametrize("code", ["cp1252", "mac-roman", "cp850", "utf-8"])
@pytest.mark.parametrize("other", ["cp1252", "mac-roman", "cp850", "utf-8"])
def test_letters_that_were_taken_for_others_are_refused(code, other):
    if code == other:
        return
    spoilt = "Id;Hör till\r\na;pågår".encode(code).decode(other, "replace")
    with pytest.raises(Avvisad, match=r"teckenkodning|förstörda"):
        rows(spoilt)


@pytest.mark.parametrize("text", ['Id;"Hör till', 'Id;"Hör" till', 'Id;Hör till\na;"b\nc;d'])
def test_quotes_that_never_end_are_refused(text):
    with pytest.raises(Avvisad, match="citattecknen"):
        rows(text)


def test_a_file_with_no_letters_to_go_by_is_read_as_it_is():
    assert rows("Id;Status\nx;klar\n") == {1: ["Id", "Status"], 2: ["x", "klar"]}
    assert rows("Namn;Öl\nx;å\n") == {1: ["Namn", "Öl"], 2: ["x", "å"]}
    with pytest.raises(Avvisad, match="teckenkodning"):
        rows("Namn;Öl\nx;å\n", "cp1252")
