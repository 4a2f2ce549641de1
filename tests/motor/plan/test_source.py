"""``planmotor.plan.source``: what a YAML file becomes, where its parts stand, and what is refused."""

import itertools
import time

import pytest

from planmotor.grund.problem import Invalid
from planmotor.grund.text import decode
from planmotor.plan.source import MAX_BYTES, MAX_DEPTH, parse, read, walk
from tests.hjalp.liten import PLAN
from tests.hjalp.planer import write


def refused(text):
    """Return the problems of a text that can't be parsed."""
    with pytest.raises(Invalid) as caught:
        parse(text, "fil.yaml")
    return caught.value.problems


def bytes_refused(folder, raw):
    with pytest.raises(Invalid) as caught:
        read(write(folder, raw))
    return [(p.line, p.column, p.rule) for p in caught.value.problems]


def test_nothing_is_converted():
    text = "a: 0114\nb: 2025-02-30\nc: ja\nd: true\ne: 1e3\nf: 0x1F\ng: 12:30:45\nh: off\ni: 1_000\nj: .5\n"
    values = parse(text, "fil.yaml").data
    assert list(values.values()) == [
        *("0114", "2025-02-30", "ja", "true", "1e3", "0x1F", "12:30:45", "off", "1_000", ".5"),
    ]


def test_nothing_written_is_none_but_quoted_nothing_is_text():
    values = parse('a:\nb: ~\nc: null\nd: ""\ne: "null"\nf: "~"\n', "fil.yaml").data
    assert values == {"a": None, "b": None, "c": None, "d": "", "e": "null", "f": "~"}


def test_places():
    document = parse("plan:\n  namn: A\n  lista:\n    - x\n    - {id: y,\n       namn: z}\n", "fil.yaml")
    assert document.where(()) == (1, 1)
    assert document.where(("plan",)) == (1, 1)
    assert document.where(("plan", "namn")) == (2, 3)
    assert document.where(("plan", "lista", 0)) == (4, 7)
    assert document.where(("plan", "lista", 1)) == (5, 7)
    assert document.where(("plan", "lista", 1, "namn")) == (6, 8)
    assert document.at(("plan", "lista", 1, "namn")) == "z"


def test_place_of_what_is_missing_is_that_of_its_nearest_ancestor():
    document = parse("plan:\n  lista:\n    - id: x\n", "fil.yaml")
    assert document.where(("plan", "namn")) == (1, 1)
    assert document.where(("plan", "lista", 0, "namn", "djupare")) == (3, 7)
    assert document.where(("plan", "lista", 7)) == (2, 3)
    assert document.where(("annat", 0)) == (1, 1)


def test_every_key_of_a_whole_plan_stands_on_the_line_that_says_so():
    document = read(PLAN)
    lines = PLAN.read_text(encoding="utf-8").splitlines()
    keys = [(loc, value) for loc, value in walk(document.data) if loc and isinstance(loc[-1], str)]
    assert len(keys) > 100
    for loc, _value in keys:
        line, column = document.where(loc)
        assert lines[line - 1][column - 1 :].startswith(f"{loc[-1]}:")


def test_text_is_composed():
    text = decode("la\u0308n: A\u030angermanland\n".encode(), "fil.yaml")
    assert parse(text, "fil.yaml").data == {"län": "Ångermanland"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark(tmp_path, end, mark):
    document = read(write(tmp_path, mark + f"plan:{end}  namn: Å{end}  läge: utkast{end}".encode()))
    assert document.data == {"plan": {"namn": "Å", "läge": "utkast"}}
    assert document.where(("plan",)) == (1, 1)
    assert document.where(("plan", "läge")) == (3, 3)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_not_utf8_stands_where_the_byte_does(tmp_path, mark):
    raw = mark + "plan:\r\n  namn: Åre\r\n  län: ".encode() + b"J\xe4mtland\r\n"
    assert bytes_refused(tmp_path, raw) == [(3, 9, "inte-utf8")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings_of_unicode(tmp_path, encoding):
    assert bytes_refused(tmp_path, "plan:\n  namn: A\n".encode(encoding)) == [(1, 1, "inte-utf8")]


def test_missing_file(tmp_path):
    with pytest.raises(Invalid) as caught:
        read(tmp_path / "saknas.yaml")
    (problem,) = caught.value.problems
    assert (problem.rule, problem.line) == ("filen-saknas", 1)
    assert problem.text == "Filen går inte att läsa (den finns inte)."


def test_folder_in_a_files_stead(tmp_path):
    with pytest.raises(Invalid) as caught:
        read(tmp_path)
    assert caught.value.problems[0].text == "Filen går inte att läsa (den är en mapp)."


def test_too_large_file(tmp_path):
    start = time.perf_counter()
    assert bytes_refused(tmp_path, b"#" * (MAX_BYTES + 1)) == [(1, 1, "for-stor-fil")]
    assert time.perf_counter() - start < 1


def test_largest_file(tmp_path):
    raw = b"a: b\n#" + b"." * (MAX_BYTES - 6)
    assert len(raw) == MAX_BYTES
    assert read(write(tmp_path, raw)).data == {"a": "b"}


def test_repeated_key_keeps_the_first_and_tells_of_every_other():
    document = parse("a: 1\nb: 2\na: 3\na: 4\n", "fil.yaml")
    assert document.data == {"a": "1", "b": "2"}
    assert [(p.line, p.rule) for p in document.problems] == [(3, "upprepad-nyckel"), (4, "upprepad-nyckel")]
    assert "rad 1" in document.problems[1].fix


def test_same_key_in_different_records_is_no_fault():
    assert parse("a: {x: 1}\nb: {x: 1}\n", "fil.yaml").problems == ()


def test_anchor_is_told_together_with_the_rest_but_alias_ends_the_reading():
    document = parse("a: &x 1\nb: 2\n", "fil.yaml")
    assert document.data == {"a": "1", "b": "2"}
    assert [p.rule for p in document.problems] == ["ankare"]
    assert [(p.line, p.rule) for p in refused("a: &x 1\nb: *x\nb: *x\n")] == [
        (1, "ankare"),
        (2, "ankare"),
        (3, "upprepad-nyckel"),
        (3, "ankare"),
    ]


def test_merge_key_is_an_alias():
    assert [p.rule for p in refused("a: &x {b: 1}\nc:\n  <<: *x\n")] == ["ankare", "ankare"]


def test_alias_bomb_ends_in_a_message_at_once():
    names = [f"n{number}" for number in range(30)]
    bomb = "n0: &n0 [" + ", ".join(["ord"] * 10) + "]\n"
    for before, name in itertools.pairwise(names):
        bomb += f"{name}: &{name} [" + ", ".join([f"*{before}"] * 10) + "]\n"
    start = time.perf_counter()
    problems = refused(bomb)
    assert time.perf_counter() - start < 1
    assert {p.rule for p in problems} == {"ankare"}
    assert problems[-1].line == 30


def test_tag_is_told_and_its_value_kept():
    document = parse("a: !!int 3\nb: !egen {c: d}\n", "fil.yaml")
    assert document.data == {"a": "3", "b": {"c": "d"}}
    assert [(p.line, p.rule) for p in document.problems] == [(1, "tagg"), (2, "tagg")]
    assert '"!!int"' in document.problems[0].text


@pytest.mark.parametrize("opener", ["[", "{a: ", "- "])
def test_deep_nesting_ends_in_a_message_at_once(opener):
    start = time.perf_counter()
    (problem,) = refused("a:\n " + opener * 50_000)
    assert time.perf_counter() - start < 1
    assert (problem.line, problem.rule) == (2, "for-djupt")


def test_as_deep_as_a_plan_may_be():
    depth = MAX_DEPTH - 1
    assert parse("a: " + "[" * depth + "]" * depth, "fil.yaml").problems == ()
    assert [p.rule for p in refused("a: " + "[" * (depth + 1) + "]" * (depth + 1))] == ["for-djupt"]


@pytest.mark.parametrize("text", ["", "# bara\n", "- a\n", "text\n", "[a, b]\n", "---\n", "~\n"])
def test_file_that_is_no_mapping(text):
    assert [(p.line, p.rule) for p in refused(text)] == [(1, "tom-fil")]


def test_leading_document_mark_is_no_fault():
    assert parse("---\na: b\n", "fil.yaml").problems == ()


@pytest.mark.parametrize("between", ["---", "..."])
def test_second_document(between):
    assert [(p.line, p.rule) for p in refused(f"a: b\n{between}\nc: d\n")] == [(2, "flera-dokument")]


@pytest.mark.parametrize(
    "char", ["\x00", "\x0b", "\x1b", "\x7f", "\x85", "\u200b", "\u2028", "\u202e", "\ufeff"]
)
def test_hidden_characters_are_told_where_they_stand(char):
    document = parse(f"a: b\nc: d{char}e\nf: g\n", "fil.yaml")
    assert [(p.line, p.column, p.rule) for p in document.problems] == [(2, 5, "styrtecken")]
    assert f"U+{ord(char):04X}" in document.problems[0].text
    assert document.data["c"] in {"d e", "de"}
    assert document.where(("f",)) == (3, 1)


@pytest.mark.parametrize("escape", [r"\e", r"\0", r"\x07", r"\N", r"\L", r"\u200B"])
def test_hidden_characters_written_as_escapes(escape):
    document = parse(f'a: "b{escape}c"\n', "fil.yaml")
    assert [(p.line, p.rule) for p in document.problems] == [(1, "styrtecken")]


@pytest.mark.parametrize(
    "text", ["a: x\u00a0000 kr\n", "a: mjukt\u00adbindestreck\n", "a: 👩\u200d⚕️\n", "a: b\tc\n"]
)
def test_characters_that_belong_in_a_text(text):
    assert parse(text, "fil.yaml").problems == ()


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a:\n\u00a0\u00a0b: c\n", 1),
        ("a:\n  b:\u00a0c\n", 5),
        ("a:\n  -\u00a0c\n", 4),
        ("a:\n \u2003b: c\n", 2),
    ],
)
def test_hard_space_where_a_real_one_is_needed(text, column):
    document = parse(text, "fil.yaml")
    assert [(p.line, p.column, p.rule) for p in document.problems] == [(2, column, "hart-blanksteg")]
    assert document.data in ({"a": {"b": "c"}}, {"a": ["c"]})


def test_every_conflict_is_told_and_nothing_else():
    text = "a: 1\n<<<<<<< min\nb: 2\n=======\nb: 3\n>>>>>>> din\nc: [\n<<<<<<< min\n=======\n>>>>>>> din\n"
    assert [(p.line, p.rule) for p in refused(text)] == [(2, "konfliktmarkering"), (8, "konfliktmarkering")]


def test_half_a_conflict():
    assert [(p.line, p.rule) for p in refused("a: 1\n=======\nb: 2\n")] == [(2, "konfliktmarkering")]


@pytest.mark.parametrize(
    ("text", "line", "rule", "fix"),
    [
        ("a: b: c\n", 1, "saknat-citattecken", 'a: "b: c"'),
        ("a:\n  b: c:\n", 2, "saknat-citattecken", 'b: "c:"'),
        ('a: ”b: c”\nd: "e"\n', 1, "saknat-citattecken", 'a: "b: c"'),
        ("a: kl. 10:30: start\n", 1, "saknat-citattecken", 'a: "kl. 10:30: start"'),
        ("a:b\nc: d\n", 1, "saknat-mellanslag", "a: b"),
        ("c: d\na:b\n", 2, "saknat-mellanslag", "a: b"),
        ("a:\n  - b:c\n    d: e\n", 2, "saknat-mellanslag", "Skriv i stället: - b: c"),
        ("a:\n  -b: c\n   d: e\n", 2, "saknat-mellanslag", "- b: c"),
        ("a\n  b: c\n", 1, "saknat-kolon", ""),
        ("a: b\nc d\ne: f\n", 2, "saknat-kolon", ""),
        ("a: *b* c\n", 1, "otillatet-tecken", 'a: "*b* c"'),
        ("a: & b\n", 1, "otillatet-tecken", 'a: "& b"'),
        ("a: > 5\n", 1, "otillatet-tecken", 'a: "> 5"'),
        ("a: | 5\n", 1, "otillatet-tecken", 'a: "| 5"'),
        ("a: @b\n", 1, "otillatet-tecken", 'a: "@b"'),
        ("a: %b\n", 1, "otillatet-tecken", 'a: "%b"'),
        ("a: ? b\n", 1, "otillatet-tecken", 'a: "? b"'),
        ("a: , b\n", 1, "otillatet-tecken", 'a: ", b"'),
        ("a:\n  - *b* c\n", 2, "otillatet-tecken", '- "*b* c"'),
        ("a: - b\n", 1, "otillatet-tecken", "Börja listan på en egen rad"),
        ('a: "b" c\n', 1, "text-efter-slutet", "a: '\"b\" c'"),
        ("a: [b] c\n", 1, "text-efter-slutet", 'a: "[b] c"'),
        ('a: "b "c" d"\n', 1, "text-efter-slutet", "a: 'b \"c\" d'"),
        ("a: b\n\tc: d\n", 2, "tabb", ""),
        ("a:\n\tb: c\n", 2, "tabb", ""),
        ('a: "b\nc: d\n', 1, "oavslutat-citattecken", ""),
        ("a: 'b\nc: d\n", 1, "oavslutat-citattecken", ""),
        ('a: "b\nc: "d\ne"\n', 1, "oavslutat-citattecken", ""),
        ("a: [b, c\nd: e\n", 1, "oavslutad-parentes", ""),
        ("a: {b: c\nd: e\n", 1, "oavslutad-parentes", ""),
        ("a: [b]]\n", 1, "oavslutad-parentes", ""),
        ("a: b\n}\n", 2, "oavslutad-parentes", ""),
        ("a: [\n", 1, "oavslutad-parentes", ""),
        ('a: "C:\\Users"\n', 1, "omvant-snedstreck", ""),
        ('a: "\\ö"\n', 1, "omvant-snedstreck", ""),
        ("a:\n  : b\n", 2, "konstig-nyckel", ""),
        ("a:\n  b: c\n d: e\n", 3, "fel-indrag", "1 mellanslag och rad 2 med 2"),
        ("a:\n  b: c\n   d: e\n", 3, "fel-indrag", "3 mellanslag och rad 2 med 2"),
        ("a:\n  - b: c\n d: e\n", 3, "fel-indrag", "1 mellanslag och rad 2 med 2"),
        ("a:\n  - b\n    c: d\n", 3, "fel-indrag", "Saknar rad 2 ett kolon?"),
        ("%YAML 1.9\na: b\n", 1, "otillatet-tecken", "Ta bort raden."),
    ],
)
def test_syntax_errors_point_at_the_line_to_mend(text, line, rule, fix):
    (problem,) = refused(text)
    assert (problem.line, problem.rule) == (line, rule)
    assert fix in problem.fix


def test_fixes_of_syntax_errors_can_be_read():
    """What the message says to write instead is YAML, and says what the writer meant."""
    for text, meant in (
        ("a: b: c\n", {"a": "b: c"}),
        ('a: "b" c\n', {"a": '"b" c'}),
        ("a: *b* c\n", {"a": "*b* c"}),
        ('a: "b\'s" c\n', {"a": '"b\'s" c'}),
        ("a:b\nc: d\n", {"a": "b"}),
    ):
        (problem,) = refused(text)
        assert parse(problem.fix.removeprefix("Skriv i stället: "), "fil.yaml").data == meant


def test_syntax_error_is_told_with_what_was_seen_before_it():
    assert [p.rule for p in refused("a: 1\na: 2\nb: [\n")] == ["upprepad-nyckel", "oavslutad-parentes"]
