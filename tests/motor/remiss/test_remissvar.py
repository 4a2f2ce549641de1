"""The reply files in ``tests/exempel/remissvar/svar``: what is read, and that no word of them is lost.

New files are picked up by themselves. ``SKRIV_FACIT=1 pytest tests/motor/remiss/test_remissvar.py`` writes
what is read.
"""

import json
import re
import unicodedata
from collections import Counter

import pytest

from planmotor.plan.load import load
from planmotor.remiss.lasning.inlasning import read_in
from planmotor.remiss.lasning.underlag import underlag
from tests.hjalp.facit import same
from tests.hjalp.planer import ROOT

HERE = ROOT / "tests/exempel/remissvar"
REPLIES, EXPECTED = HERE / "svar", HERE / "facit"
FILES = sorted(path.name for path in REPLIES.iterdir())
MAX_SIZE = 30_000


@pytest.fixture(scope="module")
def against():
    plan = load(HERE / "plan/data/aktiviteter.yaml")
    return underlag(plan, plan.remiss("2026"), HERE / "plan/docs")


@pytest.fixture(scope="module")
def read(against):
    """Return, by file, the expectation, what was read from it, and what came of that."""
    found = {}
    for name in FILES:
        path = EXPECTED / f"{name}.json"
        expected = json.loads(path.read_text(encoding="utf-8"))
        found[name] = expected, read_in([REPLIES / name], against, None)
    return found


def words(text):
    """The words of a text, as often as they stand in it, however they are spelled in Unicode."""
    composed = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u200b", "")
    return Counter(re.findall(r"\w+", composed.casefold()))


def kept(made, against):
    """Every word of what was read: an id of a section or a question counts as its words."""
    texts = []
    for record in [*made.synpunkter, *made.svar]:
        for name, text in record.items():
            if name == "avsnitt" and "avsnitt_som_skrivet" not in record:
                texts += [text, against.avsnitt.get(text, "")]
            elif name not in {"id", "från", "fil", "plats", "avsnitt", "föreslaget_avsnitt"}:
                texts += [text, against.frågor.get(text, "")]
    return words("\n".join(texts))


@pytest.mark.parametrize("name", FILES)
def test_no_word_is_lost(name, read, against):
    expected, made = read[name]
    assert words("\n".join(expected["ord"])) - kept(made, against) == Counter()


def said(made):
    """What was read, without what only tells where from."""
    drop = {"fil", "sha256"}
    return {
        "filer": [{k: v for k, v in record.items() if k not in drop} for record in made.filer],
        "synpunkter": [
            {k: v for k, v in record.items() if k not in {*drop, "id"}} for record in made.synpunkter
        ],
        "svar": [{k: v for k, v in record.items() if k not in {*drop, "id"}} for record in made.svar],
        "att_se": made.att_se,
    }


@pytest.mark.parametrize("name", FILES)
def test_what_is_read(name, read):
    expected, made = read[name]
    text = json.dumps({"ord": expected["ord"], **said(made)}, ensure_ascii=False, indent=1)
    same(EXPECTED / f"{name}.json", text + "\n")
