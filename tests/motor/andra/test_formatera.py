"""``planmotor formatera``: the canonical form, by examples, by properties and over the real data.

An example in ``tests/exempel/formatera`` is ``<namn>.in.yaml`` with ``<namn>.ut.yaml``; the name says which
model holds. ``SKRIV_FACIT=1 pytest tests/motor/andra/test_formatera.py`` writes the outputs anew; read the
diff.
"""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planmotor.__main__ import main
from planmotor.andra.write.canonical import canonical
from planmotor.andra.write.shape import Shape, shape_of
from planmotor.grund.problem import Invalid
from planmotor.plan.draft import files_beside
from planmotor.plan.source import parse
from tests.hjalp.facit import same
from tests.hjalp.liten import PLAN
from tests.hjalp.planer import MINIMAL, ROOT, write

EXAMPLES = sorted((ROOT / "tests/exempel/formatera").glob("*.in.yaml"))
UNTIDY = MINIMAL.replace("  namn: Plan för Norra länet\n  län", "  län", 1).replace(
    "  läge: utkast\n", "  läge: utkast   # än så länge\n  namn: 'Plan för Norra länet'\n", 1
)


def tidy(text, name="aktiviteter"):
    return canonical(text.encode(), "prov.yaml", shape_of(Path(f"{name}.yaml")))


def comments(text):
    return sorted(re.findall(r"(?:^|\s)(#.*)", text, re.M))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_example(path):
    name = path.name.removesuffix(".in.yaml")
    written = tidy(path.read_text(encoding="utf-8"), name)
    expected = path.with_name(f"{name}.ut.yaml")
    same(expected, written)
    assert tidy(written, name) == written
    assert comments(written) == comments(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", files_beside(PLAN).values(), ids=lambda path: path.name)
def test_a_whole_plan_in_canonical_form_is_left_alone(path):
    text = path.read_text(encoding="utf-8")
    assert canonical(path.read_bytes(), path.name, shape_of(path)) == text


texts = st.text(st.sampled_from("aåö0 :#-'\"\\,[]{}&*!|>%@?\n=."), max_size=8)
values = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abcd"), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.dictionaries(st.sampled_from("abcd"), values, min_size=1), st.integers(1, 3))
def test_any_values_keep_what_they_are_and_the_form_is_final(record, indent):
    """Written by another program in a form of its own, with a comment above every other line."""
    import yaml  # noqa: PLC0415 (only this test writes with it)

    text = yaml.safe_dump(record, indent=indent + 1, allow_unicode=True, width=20)
    try:
        before = parse(text, "prov.yaml")
    except Invalid:  # a text that the plan's reader refuses, such as a hidden character
        return
    if before.problems:
        return
    once = canonical(text.encode(), "prov.yaml", Shape())
    assert parse(once, "prov.yaml").data == before.data
    assert canonical(once.encode(), "prov.yaml", Shape()) == once


@settings(max_examples=30, deadline=None, derandomize=True)
@given(st.sets(st.integers(0, 18), max_size=6), st.sets(st.integers(0, 18), max_size=3))
def test_comments_and_blank_lines_anywhere_stay(above, blank):
    lines = MINIMAL.splitlines()
    for number in range(len(lines) - 1, -1, -1):
        indent = " " * (len(lines[number]) - len(lines[number].lstrip()))
        more = [f"{indent}# nr {number}"] if number in above else []
        lines[number:number] = ([""] if number in blank else []) + more
    text = "\n".join(lines) + "\n"
    once = tidy(text)
    assert tidy(once) == once
    assert comments(once) == comments(text)
    assert [line for line in once.splitlines() if line] == [line for line in lines if line]


def test_the_command_writes_and_then_has_nothing_to_do(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    path = write(tmp_path, UNTIDY)
    assert main(["formatera", "--data", ".", "--kontrollera"]) == 1
    assert "aktiviteter.yaml är inte i ordnad form." in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == UNTIDY
    assert main(["formatera", "--data", "."]) == 0
    assert path.read_text(encoding="utf-8") == MINIMAL.replace(
        "läge: utkast\n", "läge: utkast  # än så länge\n", 1
    )
    capsys.readouterr()
    assert main(["formatera", "aktiviteter.yaml"]) == 0
    assert capsys.readouterr().err == "Alla filer är i ordnad form.\n"


def test_the_check_reminds_without_failing(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    write(tmp_path, UNTIDY)
    assert main(["kontrollera", "--data", "."]) == 0
    assert capsys.readouterr().err == (
        "Inga fel. Att se över:\n"
        "aktiviteter.yaml:3: Filen är inte skriven i ordnad form från den här raden.\n"
        "  Kör: planmotor formatera aktiviteter.yaml  [inte-kanonisk]\n"
    )


def test_line_ends_stay_and_a_byte_order_mark_goes_but_neither_is_reminded_of(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    path = write(tmp_path, b"\xef\xbb\xbf" + MINIMAL.replace("\n", "\r\n").encode())
    assert main(["kontrollera", "--data", "."]) == 0
    assert capsys.readouterr().err == "Inga fel.\n"
    assert main(["formatera", "--data", "."]) == 0
    assert path.read_bytes() == MINIMAL.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("text", ["a: [1\n", "a: 1\na: 2\n", "<<<<<<< HEAD\na: 1\n", "", "- a\n"])
def test_a_file_that_cant_be_read_is_left_alone(tmp_path, monkeypatch, capsys, text):
    monkeypatch.chdir(tmp_path)
    path = write(tmp_path, UNTIDY, beslut=text)
    assert main(["formatera", "--data", "."]) == 1
    assert capsys.readouterr().err.startswith("beslut.yaml:")
    assert path.read_text(encoding="utf-8") == UNTIDY


def test_a_decided_version_is_never_touched(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    frozen = tmp_path / "arkiv/handlingsplan/2025-01-01.yaml"
    frozen.parent.mkdir(parents=True)
    frozen.write_text(UNTIDY, encoding="utf-8")
    assert main(["formatera", str(frozen)]) == 2
    assert "ändras aldrig" in capsys.readouterr().err
    assert frozen.read_text(encoding="utf-8") == UNTIDY
