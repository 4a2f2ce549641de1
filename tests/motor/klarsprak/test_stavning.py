"""Spelling: examples with their whole output, the project's own words and the real pages.

An example is ``tests/exempel/stavning/<namn>.md`` with what ``planmotor stavning`` says of it in
``<namn>.txt``. New examples are picked up by themselves.
``SKRIV_FACIT=1 pytest tests/motor/klarsprak/test_stavning.py`` writes the expected outputs anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from planmotor.__main__ import main
from planmotor.klarsprak.spelling import Speller
from planmotor.klarsprak.wordlist import DISORDER, own_words, swedish_order
from tests.hjalp.facit import same

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "tests/exempel/stavning"
NAMES = sorted(path.name for path in EXAMPLES.glob("*.md"))


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller({"Fiktivia", "Fredagsgruppen", "vuxenhab", "SÄBO"})


@pytest.mark.parametrize("name", NAMES)
def test_example_gets_its_whole_output(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(EXAMPLES)
    code = main(["stavning", "--docs", ".", name])
    printed = "".join(capsys.readouterr())
    same((EXAMPLES / name).with_suffix(".txt"), printed)
    assert code == (1 if name == "stavfel.md" else 0)


@pytest.mark.parametrize(
    "word",
    [
        *("primärvårdsläkare", "samverkansarenorna", "omsorgskontakten", "hälsocentralerna"),
        *(
            "Fredagsgruppen",
            "Fredagsgruppens",
            "Vuxenhab",
            "SÄBO:s",
            "SÄBO-boende",
            "2024–2025",
            "13a",
            "a–z",
        ),
        *("e-hälsa", "närvårdsområde", "aktiviteter.csv", "1177.se", "om\u00adsorg"),
    ],
)
def test_right_words(word: str, speller: Speller) -> None:
    assert speller.knows(word)


@pytest.mark.parametrize(
    ("word", "close"),
    [
        *(("tillgänlighet", "tillgänglighet"), ("samarbette", "samarbete"), ("uppföjning", "uppföljning")),
        *(("fiktivia", "Fiktivia"), ("Fredagsgrupen", "Fredagsgruppen"), ("vuxenhb", "vuxenhab")),
        ("xyzzyqwfp", None),
    ],
)
def test_misspelled_words(word: str, close: str | None, speller: Speller) -> None:
    assert not speller.knows(word)
    assert speller.suggestion(word) == close


def test_list_in_disorder_is_told(tmp_path: Path) -> None:
    (tmp_path / "ordlista.txt").write_text("# Egna\nöl\nål\nar\nar\nzon\n", encoding="utf-8")
    words, problems = own_words(tmp_path)
    assert words == {"öl", "ål", "ar", "zon"}
    assert [(p.line, p.rule, p.text) for p in problems] == [
        (3, DISORDER, '"ål" står i fel ordning.'),
        (4, DISORDER, '"ar" står i fel ordning.'),
        (5, DISORDER, '"ar" står två gånger.'),
    ]


def test_folder_without_list_has_no_own_words(tmp_path: Path) -> None:
    assert own_words(tmp_path) == (set(), [])


def test_swedish_order() -> None:
    assert sorted(["öl", "ål", "äl", "Zon", "entré", "entrén"], key=swedish_order) == [
        *("entré", "entrén", "Zon", "ål", "äl", "öl"),
    ]
