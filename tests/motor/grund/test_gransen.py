"""What nobody foresaw is told with file, reference and advice, and its details are kept in a file."""

import errno
import re
import zipfile
from pathlib import Path

import pytest

from planmotor import __main__ as program
from planmotor.commands import kontrollera
from planmotor.grund.gransen import FOLDER, ID, fångade, gräns, oförutsett
from planmotor.grund.problem import Invalid, Problem, Stopped
from planmotor.remiss.lasning.inlasning import read_in


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def broken(error):
    with gräns(Path("docs/sida.md")):
        raise error


def test_a_fault_of_ours_names_the_file_and_keeps_its_details(here):
    with pytest.raises(Invalid) as told:
        broken(KeyError("nyckeln"))
    (one,) = told.value.problems
    assert (one.path, one.rule) == ("docs/sida.md", ID)
    mark = re.search(r"Referens: (\w{8})\.", one.fix)[1]
    kept = (here / FOLDER / f"{mark}.txt").read_text(encoding="utf-8")
    assert "KeyError: 'nyckeln'" in kept and "docs/sida.md" in kept and "broken" in kept
    assert "Traceback" not in one.text + one.fix


def test_the_same_fault_has_the_same_reference():
    def mark(number):
        try:
            return 1 / number
        except ZeroDivisionError as error:
            return re.search(r"Referens: (\w+)", oförutsett(error))[1]

    assert mark(0) == mark(0)


def test_details_hold_no_address_and_no_long_number(here):
    with pytest.raises(Invalid):
        broken(ValueError("fel hos kim.exempel@region.example, 070-123 45 67"))
    (file,) = (here / FOLDER).glob("*.txt")
    assert "kim.exempel" not in file.read_text(encoding="utf-8")
    assert "123 45" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("error", [Stopped("nej"), Invalid([])])
def test_what_is_told_in_words_passes(error):
    with pytest.raises(type(error)):
        broken(error)


def test_a_full_disk_is_about_the_disk_and_names_the_file():
    with pytest.raises(OSError, match="full") as told:
        broken(OSError(errno.ENOSPC, "full"))
    assert told.value.filename == "docs/sida.md"


def test_an_archive_that_leads_to_nowhere_is_about_the_file():
    with pytest.raises(Invalid):
        broken(OSError(errno.EINVAL, "Invalid argument"))


@pytest.mark.parametrize(("error", "said"), [(RecursionError(), "för djupt"), (MemoryError(), "Minnet")])
def test_what_is_too_much_says_so(error, said):
    with pytest.raises(Invalid) as told:
        broken(error)
    assert said in told.value.problems[0].text


def test_the_problems_found_before_a_fault_are_told_too():
    def finds():
        yield Problem("a.md", 3, 1, "regel", "fel", "råd")
        raise IndexError

    assert [one.rule for one in fångade("a.md", finds())] == ["regel", ID]


def test_details_go_to_the_temporary_folder_when_nothing_can_be_written_here(here, monkeypatch):
    (here / ".cache").write_text("")
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(here / "tillfällig"))
    assert "tillfällig" in oförutsett(KeyError())


def test_a_command_tells_of_a_fault_of_ours_without_a_traceback(monkeypatch, capsys):
    monkeypatch.setattr(kontrollera, "data_file", lambda path: {}["borta"])
    assert program.main(["kontrollera"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("Det här är ett fel i programmet, inte i dina filer.")
    assert "Traceback" not in said and re.search(r"Referens: \w{8}\. Detaljerna står i \S+\.", said)


def test_a_broken_entry_of_an_archive_never_stops_the_other_replies(here):
    with zipfile.ZipFile("svar.docx", "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
    raw = Path("svar.docx").read_bytes()
    # The directory says that the entry begins far before the file does.
    at = raw.index(b"PK\x01\x02") + 42
    Path("svar.docx").write_bytes(raw[:at] + b"\xff\xff\xff\xf0" + raw[at + 4 :])
    Path("svar.json").write_text("{")
    with pytest.raises(Stopped) as told:
        read_in([Path("svar.docx"), Path("svar.json")], None, None)
    assert "svar.docx: " in str(told.value) and "svar.json: " in str(told.value)
    assert "2 filer avvisades" in str(told.value)
