"""``planmotor fråga``: the examples in ``tests/exempel/fraga``, each a question with its whole answer.

The first line of an example is the question, asked of the plan that the macros' examples use; below ``---``
stands the answer: the ids, or the whole message. ``SKRIV_FACIT=1 pytest tests/motor/oppna/test_fraga.py``
writes it anew.
"""

import csv
import io
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planmotor.__main__ import main
from planmotor.oppna.export.aktiviteter import COLUMNS
from planmotor.oppna.query import QuestionError, ask
from planmotor.oppna.query.fields import FIELDS
from planmotor.plan.load import load
from tests.hjalp.facit import same
from tests.hjalp.liten import PLAN as LITEN
from tests.hjalp.planer import ROOT

EXAMPLES = sorted((ROOT / "tests/exempel/fraga").glob("*.txt"))
PLAN = ROOT / "tests/exempel/makron/plan/aktiviteter.yaml"
DAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def small():
    return load(PLAN)


def answer(plan, question):
    try:
        return "".join(f"{rad.aktivitet.id}\n" for rad in ask(plan, question, DAY)) or "Inga rader.\n"
    except QuestionError as error:
        return f"{error}\n"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example(path, small):
    question = path.read_text(encoding="utf-8").split("\n", 1)[0]
    found = f"{question}\n---\n{answer(small, question)}"
    same(path, found)


def test_there_is_an_example_of_each_kind_of_error():
    assert len(EXAMPLES) >= 25
    assert sum("^\n" in path.read_text(encoding="utf-8") for path in EXAMPLES) >= 12


WORDS = [
    *(field.name for field in FIELDS),
    "och",
    "eller",
    "inte",
    "=",
    "<=",
    "(",
    ")",
    "finns",
    '"x',
    "klar",
    "2025",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join) | st.text(max_size=25))
def test_any_question_is_answered_or_refused_with_its_place(question):
    try:
        ask(TINY, question, DAY)
    except QuestionError as error:
        assert 0 <= error.at <= len(question)


TINY = load(PLAN)


def test_many_parentheses_are_refused_and_not_a_traceback(small):
    with pytest.raises(QuestionError, match="nivåer"):
        ask(small, "(" * 5000 + "id = x" + ")" * 5000, DAY)


def test_divided_activities_are_asked_about_only_when_told_to(small):
    assert len(ask(small, "slag = aktivitet", DAY)) == 4
    assert len(ask(small, "slag = aktivitet", DAY, everything=True)) == 6


def test_the_command_answers_as_table_csv_and_json(capsysbinary):
    question = ["fraga", "ansvarig = styrgruppen och status != klar", "--data", str(LITEN)]
    assert main(question) == 0
    table, said = capsysbinary.readouterr()
    assert said.decode() == "3 rader.\n"
    assert table.decode().splitlines()[0].split() == ["Vad", "Status", "Ansvarig", "Tid", "Id"]
    assert main([*question, "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsysbinary.readouterr().out.decode("utf-8-sig")), delimiter=";"))
    assert tuple(rows[0]) == COLUMNS
    assert main([*question, "--format", "json"]) == 0
    assert [row["id"] for row in json.loads(capsysbinary.readouterr().out)["rader"]] == [
        r["id"] for r in rows
    ]
    assert len(rows) == 3


def test_the_command_tells_where_it_went_wrong(capsys):
    assert main(["fråga", "status", "=", "klarr", "--data", str(LITEN)]) == 2
    assert capsys.readouterr() == (
        "",
        "Frågan går inte att tolka vid tecken 10:\n  status = klarr\n           ^\n"
        "”klarr” finns inte som status. Menade du klar?\n",
    )
