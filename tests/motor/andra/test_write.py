"""``andra.write``: an edit changes what it is about and no other byte, and all is written or nothing."""

import difflib
import os
import unicodedata
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from planmotor.andra.write import Redigering, save
from planmotor.andra.write.render import flow
from planmotor.andra.write.scalars import DATA, NUMBER, TEXT, scalar
from planmotor.andra.write.shape import Shape
from planmotor.andra.write.tree import plain, tree
from planmotor.grund.problem import Invalid, Stopped
from planmotor.plan.load import load
from tests.hjalp.liten import DATA as FOLDER
from tests.hjalp.planer import MINIMAL, ROOT, write

EVERY_FILE = [
    *sorted(FOLDER.rglob("*.yaml")),
    *sorted((ROOT / "tests/exempel/giltiga").rglob("*.yaml")),
]
ACTIVITY = ("handlingsplaner", 0, "områden", 0, "aktiviteter", 0)
# fmt: off
AWKWARD = [
    "0114", "kolon: mitt i", "slut:", "# först", "mitt # i", "- streck", "2025-01-31", "nej", "no", "null",
    'de "sju": frågorna', "it's", "\\", "[a]", "{a}", "a, b", "&a", "*a", "!a", "%a", "@a", "`a", "1_000",
    "å ä ö", " blank", "blank ", "rad\nrad", "tabb\tinuti", "2017:30", "=", "<<", "---", "?", ": a", "-",
    "~", "https://exempel.se", "3.2.1", "+20", "Avsnitt:\u00a0ett", "0x1f", "'", '"', "|", "> a", "–",
    "\u00a0a", "1e3", "true",
]
# fmt: on


def edited(folder, text=MINIMAL):
    return Redigering(write(folder, text))


def changed_lines(one):
    """The lines that an edit took away and those that it added."""
    lines = difflib.ndiff(one.original.decode().splitlines(), one.text.splitlines())
    return [line for line in lines if line[0] in "+-"]


@pytest.mark.parametrize("path", EVERY_FILE, ids=lambda path: path.name)
def test_a_file_that_isnt_changed_is_kept_byte_for_byte(path):
    one = Redigering(path)
    assert one.raw == path.read_bytes()
    assert not one.changed


@pytest.mark.parametrize("path", EVERY_FILE, ids=lambda path: path.name)
def test_the_tree_holds_what_an_independent_parser_reads(path):
    """Every value that is taken out of the text and put back is the same to a parser that isn't ours."""
    text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    reader = YAML(typ="base", pure=True)
    there = reader.load(text)
    assert _nfc(plain(tree(text))) == _nfc(there)


def _nfc(value):
    if isinstance(value, dict):
        return {_nfc(key): _nfc(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_nfc(inner) for inner in value]
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


@pytest.mark.parametrize("value", AWKWARD)
def test_a_text_that_yaml_could_misread_comes_back_as_it_was(tmp_path, value):
    one = edited(tmp_path)
    one.set((*ACTIVITY, "namn"), value)
    one.set((*ACTIVITY, "mått"), [value, "mer"])
    one.set((*ACTIVITY, "tid"), {"text": value})
    assert one.at((*ACTIVITY, "namn")) == value
    assert one.at((*ACTIVITY, "mått")) == [value, "mer"]
    assert one.at((*ACTIVITY, "tid")) == {"text": value}
    for version in (None, (1, 1)):
        reader = YAML(typ="safe", pure=True)
        reader.version = version
        found = reader.load(one.text)["handlingsplaner"][0]["områden"][0]["aktiviteter"][0]
        assert (found["namn"], found["tid"]["text"]) == (value, value)


@pytest.mark.parametrize(
    ("value", "kind", "written"),
    [
        ("2025-01-31", DATA, "2025-01-31"),
        ("2025-01-31", TEXT, '"2025-01-31"'),
        (2025, DATA, "2025"),
        ("64.5", NUMBER, "64.5"),
        ("+20", NUMBER, '"+20"'),
        ("0114", TEXT, '"0114"'),
        (True, DATA, "true"),
        (None, TEXT, ""),
    ],
)
def test_the_field_decides_about_quotation_marks(value, kind, written):
    assert scalar(value, kind) == written


def test_flow_quotes_what_ends_a_value_there():
    assert flow({"a": "x, y", "b": ["u:v", "z"]}, Shape()) == '{a: "x, y", b: ["u:v", z]}'


LIST = """\
organ:
  # Först
  - id: ett   # med ord
    namn: Ett
    # hör till ett

  # Andra
  - id: tva
    namn: Två
"""


@pytest.mark.parametrize(
    ("number", "lines"),
    [(0, (1, "  - id: ny")), (1, (6, "  - id: ny")), (2, (10, "  - id: ny"))],
)
def test_a_new_record_leaves_its_neighbours_their_comments(tmp_path, number, lines):
    one = edited(tmp_path, LIST)
    one.insert(("organ",), number, {"namn": "Nytt", "id": "ny"})
    assert [line[2:] for line in changed_lines(one) if line[2:]] == ["  - id: ny", "    namn: Nytt"]
    assert one.text.splitlines()[lines[0]] == lines[1]
    assert one.text.count("\n\n") == 2
    one.remove(one.where("ny"))
    assert not one.changed


def test_a_removed_record_takes_its_own_comments(tmp_path):
    one = edited(tmp_path, LIST)
    one.remove(one.where("ett"))
    assert one.text == "organ:\n  # Andra\n  - id: tva\n    namn: Två\n"


def test_a_list_that_would_be_empty_goes_with_its_key(tmp_path):
    one = edited(tmp_path, "a: 1\norgan:\n  - id: ett\n")
    one.remove(one.where("ett"))
    assert one.text == "a: 1\n"


def test_keys_come_in_the_models_order_whatever_the_order_of_the_edits(tmp_path):
    one = edited(tmp_path)
    one.set((*ACTIVITY, "tid", "klart_senast"), "2025-11")
    one.set((*ACTIVITY, "tid", "från"), "2025")
    one.set((*ACTIVITY, "kommentar"), "Efter status")
    one.set((*ACTIVITY, "status"), "klar")
    assert one.text.removeprefix(MINIMAL) == (
        "            status: klar\n            kommentar: Efter status\n"
        "            tid: {från: 2025, klart_senast: 2025-11}\n"
    )


def test_line_ends_and_byte_order_mark_are_kept(tmp_path):
    raw = b"\xef\xbb\xbf" + MINIMAL.replace("\n", "\r\n").encode()
    one = edited(tmp_path, raw)
    one.set((*ACTIVITY, "status"), "klar")
    assert one.raw == raw + b"            status: klar\r\n"


def test_what_is_in_a_flow_record_stays_on_its_line(tmp_path):
    one = edited(tmp_path, "kommuner:\n  - {id: a, kod: '0114'}  # ord\n  - {id: b}\n")
    one.set(("kommuner", 0, "namn"), "A, B")
    one.set(("kommuner", 1, "kod"), "0115")
    one.append(("kommuner",), {"kod": "0116", "id": "c"})
    one.remove(("kommuner", 0, "id"))
    assert one.text == (
        "kommuner:\n  - {namn: \"A, B\", kod: '0114'}  # ord\n"
        '  - {id: b, kod: "0115"}\n  - {id: c, kod: "0116"}\n'
    )


def test_an_unknown_id_is_told(tmp_path):
    with pytest.raises(Stopped, match='ingen post med id "finns-inte"'):
        edited(tmp_path).where("finns-inte")


def test_a_file_that_cant_be_parsed_is_told_of(tmp_path):
    with pytest.raises(Invalid):
        edited(tmp_path, "a: &b 1\n")


def test_a_plan_that_breaks_a_rule_isnt_written(tmp_path):
    one = edited(tmp_path)
    one.set((*ACTIVITY, "status"), "klarr")
    with pytest.raises(Invalid) as told:
        save(one.path, [one], {tmp_path / "sida.md": b"x"})
    (problem,) = told.value.problems
    assert (problem.rule, problem.line, Path(problem.path)) == ("okand-status", 20, one.path)
    assert [path.name for path in tmp_path.iterdir()] == ["aktiviteter.yaml"]
    assert one.path.read_bytes() == one.original


def test_dry_writes_nothing_but_says_what_it_would(tmp_path):
    one = edited(tmp_path)
    one.set((*ACTIVITY, "status"), "klar")
    assert save(one.path, [one], dry=True) == [one.path]
    assert one.path.read_bytes() == one.original
    assert save(one.path, [one]) == [one.path]
    assert load(one.path).rader[0].aktivitet.status == "klar"


def test_a_file_that_somebody_else_changed_isnt_written_over(tmp_path):
    one = edited(tmp_path)
    one.set((*ACTIVITY, "status"), "klar")
    write(tmp_path, "# nytt\n" + MINIMAL)
    with pytest.raises(Stopped, match="ändrades under tiden"):
        save(one.path, [one])
    assert one.path.read_text(encoding="utf-8").startswith("# nytt")


def test_all_files_or_none(tmp_path, monkeypatch):
    """The second of three files can't be put in place: the first is restored, and no new one is left."""
    (tmp_path / "data").mkdir()
    one = edited(tmp_path / "data")
    one.set((*ACTIVITY, "status"), "klar")
    real, names = os.replace, []

    def failing(path, target):
        names.append(Path(target).name)
        if len(names) == 3:
            raise PermissionError(13, "nej", str(target))
        return real(path, target)

    monkeypatch.setattr(os, "replace", failing)
    new = {tmp_path / "docs/a.md": b"1", tmp_path / "docs/b.md": b"2"}
    with pytest.raises(PermissionError):
        save(one.path, [one], new)
    assert names[:3] == ["aktiviteter.yaml", "a.md", "b.md"]
    assert one.path.read_bytes() == one.original
    assert [path.name for path in tmp_path.rglob("*")] == ["data", "aktiviteter.yaml"]


def test_rights_are_kept(tmp_path):
    one = edited(tmp_path)
    one.path.chmod(0o640)
    one.set((*ACTIVITY, "status"), "klar")
    save(one.path, [one])
    assert one.path.stat().st_mode & 0o777 == 0o640
