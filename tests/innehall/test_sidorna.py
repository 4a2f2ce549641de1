"""The pages of this plan say what its data and the engine do."""

from __future__ import annotations

import time

from planmotor.jamfora.publicerat import publicerat
from planmotor.klarsprak import RULES, examine, read_pages
from planmotor.klarsprak.settings import forms, read_settings
from planmotor.klarsprak.spelling import Speller, check
from planmotor.klarsprak.wordlist import names, own_words, swedish_order
from planmotor.tryck.otryckbart import otryckbart
from planmotor.uppfoljning.lage import organ
from planmotor.uppfoljning.statusblankett.falt import MEANING, STATUSES
from tests.hjalp.planer import DATA, ROOT


def test_each_body_with_duties_has_its_page(plan):
    pages = {page.stem for page in (ROOT / "docs/uppfoljning/organ").glob("*.md")} - {"index"}
    assert pages == {id for id, duty in organ.duties(plan).items() if duty.har_uppgifter}


def test_the_seven_questions_are_the_ones_on_their_page(plan):
    (formulär,) = plan.enkäter.enkäter
    page = (ROOT / f"docs/{formulär.sida}.md").read_text(encoding="utf-8")
    headings = [
        line.partition(". ")[2] for line in page.splitlines() if line.startswith("## ") and ". " in line
    ]
    assert [fråga.fråga for fråga in formulär.frågor] == headings


def test_words_are_explained_as_on_the_page_about_follow_up():
    assert "{{ statusord() }}" in (ROOT / "docs/uppfoljning/index.md").read_text(encoding="utf-8")
    page = (ROOT / "tests/exempel/makron/statusord.html").read_text(encoding="utf-8")
    assert tuple(MEANING) == STATUSES
    for word, meaning in MEANING.items():
        assert f"**{word[0].upper()}{word[1:]}:** {meaning}" in page


def test_every_rule_is_documented() -> None:
    guide = (ROOT / "docs/redigera/klarsprak.md").read_text(encoding="utf-8")
    assert [rule for rule in RULES if f"`{rule}`" not in guide] == []


def test_list_of_words_is_of_its_size() -> None:
    words = read_settings(ROOT / "data").file.ord
    assert 60 <= len(words) <= 120
    assert len([form for key in words for form in forms(key)]) > 150


def test_real_pages_hold_their_goals_and_are_plain() -> None:
    found = examine(read_pages(ROOT / "docs"), read_settings(ROOT / "data"))
    assert len(found.rows) > 30
    assert [f"{p.path}:{p.line}: {p.text}" for p in found.problems] == []


def test_goals_are_those_that_were_decided() -> None:
    settings = read_settings(ROOT / "data")
    goals = {
        folder: settings.goal(folder) for folder in ("fasta-kontakter", "lattlast", "plan", "strategier", "")
    }
    assert [goal.lix for goal in goals.values()] == [40, 30, 50, 50, 50]
    assert goals["lattlast"].ord_per_mening == 12


MOST_SECONDS = 15


def test_names_in_data_are_known() -> None:
    assert {"Fredagsgruppen", "SVOM", "Krokoms", "IVO"} <= names(ROOT / "data")


def test_own_words_are_needed() -> None:
    """A word that the dictionary knows, or that is a name in the data, has no business in the list."""
    words, _ = own_words(ROOT / "data")
    others = Speller(names(ROOT / "data"))
    assert [word for word in sorted(words, key=swedish_order) if others.knows(word)] == []


def test_real_pages_are_spelled_right_and_fast() -> None:
    begun = time.monotonic()
    problems = check(read_pages(ROOT / "docs"), ROOT / "data")
    assert [f"{p.path}:{p.line}: {p.text}" for p in problems] == []
    assert time.monotonic() - begun < MOST_SECONDS


def test_pages_data_and_what_lies_beside_them_are_clean():
    assert list(publicerat(DATA / "aktiviteter.yaml", ROOT / "docs")) == []


def test_the_real_texts_are_all_printable():
    assert otryckbart(ROOT / "data/aktiviteter.yaml", ROOT / "docs") == []
