"""``planmotor.plan.rules``: what holds for every rule, and what each works out for the editor."""

import copy
import inspect
import json
import re

import pytest

from planmotor.grund.nearest import one_line, slug
from planmotor.grund.problem import Invalid, Problem
from planmotor.grund.syntax import FAULTS
from planmotor.plan.draft import MAIN, draft
from planmotor.plan.load import load, problems
from planmotor.plan.model import Plan
from planmotor.plan.rules import all_rules, check
from planmotor.plan.rules.okand_status import KNOWN, MEANT
from planmotor.plan.rules.omojligt_datum import meant_by
from planmotor.plan.source import parse, walk
from tests.hjalp.liten import PLAN
from tests.hjalp.planer import MINIMAL, ROOT, write

VALID = ROOT / "tests/exempel/giltiga"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.ID)
def test_rule_has_an_id_and_explains_itself_in_swedish(rule):
    assert rule.__name__.rpartition(".")[2] == rule.ID.replace("-", "_")
    summary, _, why = inspect.getdoc(rule).partition("\n\n")
    assert re.fullmatch(r"[A-ZÅÄÖ].+\.", summary)
    assert why
    assert not {"the", "that", "when", "with"} & set(re.findall(r"\w+", f"{summary} {why}".lower()))


def test_ids_can_be_written_anywhere():
    for id in {rule.ID for rule in all_rules()} | set(FAULTS):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id)


def test_all_rules_are_found():
    files = {path.stem for path in (ROOT / "planmotor/plan/rules").glob("*.py")} - {"__init__"}
    assert {rule.ID.replace("-", "_") for rule in all_rules()} == files


def test_problems_are_sorted_and_told_once():
    def problem(line, column, text="fel", path="a.yaml"):
        return Problem(path, line, column, "regel", text, "gör så här")

    told = Invalid(
        [problem(2, 9), problem(10, 1), problem(2, 1), problem(1, 1, path="b.yaml"), problem(2, 5, "b")]
    )
    assert [(p.path, p.line, p.column) for p in told.problems] == [
        ("a.yaml", 2, 1),
        ("a.yaml", 2, 5),
        ("a.yaml", 10, 1),
        ("b.yaml", 1, 1),
    ]


def test_rules_find_nothing_in_a_sound_plan():
    assert list(check(draft(PLAN))) == []


WRONG = [
    None,
    "",
    "x",
    "2025",
    "0",
    [],
    {},
    ["x"],
    [""],
    [None],
    [[]],
    [{}],
    {"a": "b"},
    {"": "x"},
    {"a": None},
]
FILES = {
    path.stem: parse(path.read_text(encoding="utf-8"), path.name).data
    for path in VALID.glob("alla-filer/*.yaml")
}
LOCAL = parse((VALID / "lokal-plan.yaml").read_text(encoding="utf-8"), "lokal-plan.yaml").data


def with_value(data, loc, value):
    """Return the data with another value in one place."""
    changed = copy.deepcopy(data)
    holder = changed
    for step in loc[:-1]:
        holder = holder[step]
    holder[loc[-1]] = value
    return changed


def first_of_each_kind(locs):
    """Return the places that differ in more than in which record of a list they are."""
    kinds = {}
    for loc in locs:
        kinds.setdefault(tuple("*" if isinstance(step, int) else step for step in loc), loc)
    return kinds.values()


@pytest.mark.parametrize("value", WRONG, ids=repr)
@pytest.mark.parametrize("name", [*FILES, "lokal-plan"])
def test_no_wrong_value_slips_through_untold(tmp_path, name, value):
    """Whatever stands wherever, either a rule tells of it or the plan can be read.

    What stands in one record of a list stands for the same in the others.
    """
    data = FILES.get(name, LOCAL)
    others = (
        {other: json.dumps(FILES[other]) for other in FILES if other not in {MAIN, name}}
        if name in FILES
        else {}
    )
    main = json.dumps(FILES[MAIN])
    for loc in first_of_each_kind(loc for loc, _ in walk(data)):
        text = json.dumps(with_value(data, loc, value) if loc else value)
        changed = {MAIN: main, name if name in FILES else MAIN: text}
        path = write(tmp_path, changed.pop(MAIN), **others, **changed)
        try:
            assert isinstance(load(path), Plan)
        except Invalid as invalid:
            assert invalid.problems, loc


def test_messages_stay_on_one_line_and_hide_nothing(tmp_path):
    text = MINIMAL + (
        '            status: "kl\\nar\\t\\u00a0\\u00ad"\n'
        '            "ny\\nckel": x\n'
        "            prioritet: |\n"
        "              rad ett\n"
        "              rad två\n"
    )
    found = problems(write(tmp_path, text))
    assert [p.rule for p in found] == ["okand-status", "okand-nyckel", "fel-period"]
    assert not [p for p in found if re.search(r"[\n\t\u00a0\u00ad]", p.text + p.fix)]
    assert '"kl ar [hårt blanksteg][mjukt bindestreck]"' in found[0].text


def test_long_values_are_cut():
    assert one_line("ord " * 100) == ("ord " * 20)[:79] + "…"
    assert one_line(" ett\n  två\t tre ") == "ett två tre"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ökad kontinuitet", "okad-kontinuitet"),
        ("Åre – Östersund!", "are-ostersund"),
        ("rutin_2 (ny)", "rutin-2-ny"),
        ("é", "e"),
        ("---", ""),
        ("漢字", ""),
    ],
)
def test_slug(text, expected):
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30 juni 2025", "2025-06-30"),
        ("den 3 juni 2025", "2025-06-03"),
        ("3:e juni 2025", "2025-06-03"),
        ("1 sept. 2025", "2025-09-01"),
        ("Juni 2025", "2025-06"),
        ("juni 2025", "2025-06"),
        ("2025-6-3", "2025-06-03"),
        ("2025/06/03", "2025-06-03"),
        ("2025–06–03", "2025-06-03"),
        ("20250603", "2025-06-03"),
        ("3/6 2025", "2025-06-03"),
        ("3.6.2025", "2025-06-03"),
        ("2025-6", "2025-06"),
        ("31 juni 2025", "2025-06-31"),
        ("Hösten 2025", None),
        ("Q3 2025", None),
        ("löpande", None),
        ("25-06-03", None),
        (["2025"], None),
        (None, None),
    ],
)
def test_dates_as_people_write_them(text, expected):
    assert meant_by(text) == expected


@pytest.mark.parametrize("written", MEANT)
def test_words_that_people_use_for_a_status(tmp_path, written):
    (problem,) = problems(write(tmp_path, MINIMAL + f"            status: {written.capitalize()}\n"))
    assert problem.fix.startswith(f"Skriv i stället: status: {MEANT[written]}   (")
    assert MEANT[written] in KNOWN


def test_a_name_in_an_ids_stead_leads_to_the_id(tmp_path):
    organ = "organ:\n  - {id: sg, namn: Styrgruppen}\n  - {id: styrgrupp, namn: Rådet}\nhandlingsplaner:"
    text = MINIMAL.replace("handlingsplaner:", organ) + "            ansvarig: [styrgruppen]\n"
    (problem,) = problems(write(tmp_path, text))
    assert problem.fix.startswith("Skriv i stället: sg   (")


def test_what_only_looks_alike_is_not_suggested(tmp_path):
    organ = "organ:\n  - {id: beredningsgrupp, namn: Beredningsgruppen}\nhandlingsplaner:"
    text = MINIMAL.replace("handlingsplaner:", organ) + "            ansvarig: [fredagsgruppen]\n"
    (problem,) = problems(write(tmp_path, text))
    assert problem.fix.startswith("Välj ett id i listan organ")


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ("{id: x, namn: Ett, två}", ["saknat-citattecken"]),
        ("{id: x, namn: Ett, två, tre}", ["saknat-citattecken"]),
        ('{id: x, namn: "Ett, två"}', []),
        ("{id: x, två, namn: Ett}", ["okand-nyckel", "tomt-varde"]),
        ("{id: x, namn:Ett}", ["okand-nyckel", "saknat-falt"]),
        ("{id: x, namn: Ett, uppgift}", ["tomt-varde"]),
    ],
)
def test_comma_within_braces(tmp_path, record, expected):
    text = MINIMAL.replace("handlingsplaner:", f"organ:\n  - {record}\nhandlingsplaner:")
    assert sorted(p.rule for p in problems(write(tmp_path, text))) == expected


def test_key_without_value_on_a_line_of_its_own_is_not_the_rest_of_a_text(tmp_path):
    text = MINIMAL + "            kommentar: Ett\n            tvaa:\n"
    assert [p.rule for p in problems(write(tmp_path, text))] == ["okand-nyckel", "tomt-varde"]
