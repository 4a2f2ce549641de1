"""The examples in ``tests/exempel/jamfor``: two versions each, with the whole answer that they get.

An example is a folder with ``fore.yaml`` and ``efter.yaml``, and the answers ``svar.txt`` and ``svar.json``;
``svar.md`` and ``svar.html`` too where those formats have something to mind. New ones are picked up by
themselves. To write the answers anew: ``SKRIV_FACIT=1 pytest tests/motor/jamfora/test_jamfor_exempel.py``;
then read them.
"""

import json

import pytest

from planmotor.__main__ import main
from planmotor.jamfora.diff import FORMAT, SLAG
from tests.hjalp.facit import same
from tests.hjalp.planer import ROOT

EXAMPLES = ROOT / "tests/exempel/jamfor"
ENDINGS = {"text": "txt", "json": "json", "markdown": "md", "html": "html"}
ALWAYS = {"text", "json"}
IN_EVERY_FORMAT = {"lika", "ord", "tecken"}
NAMES = sorted(path.name for path in EXAMPLES.iterdir())
CASES = [(name, kind) for name in NAMES for kind in FORMAT if kind in ALWAYS or name in IN_EVERY_FORMAT]


@pytest.mark.parametrize(("name", "kind"), CASES)
def test_two_versions_get_their_whole_answer(name, kind, capsys, monkeypatch):
    monkeypatch.chdir(EXAMPLES / name)
    code = main(["jämför", "fore.yaml", "efter.yaml", "--format", kind])
    printed, said = capsys.readouterr()
    expected = EXAMPLES / name / f"svar.{ENDINGS[kind]}"
    assert (code, said) == (0 if name == "lika" else 1, "")
    same(expected, printed)


def test_every_kind_of_change_is_shown():
    answers = [json.loads((EXAMPLES / name / "svar.json").read_text(encoding="utf-8")) for name in NAMES]
    assert {kind for answer in answers for kind in answer["sammanfattning"]} == set(SLAG)
    for answer in answers:
        assert set(answer) == {"från", "till", "sammanfattning", "ändringar"}
        assert sum(answer["sammanfattning"].values()) == len(answer["ändringar"])
        assert all(list(c) == ["id", "slag", "före", "efter", "text", "område"] for c in answer["ändringar"])
        assert len({(c["id"], c["slag"], c["område"]) for c in answer["ändringar"]}) == len(
            answer["ändringar"]
        )
