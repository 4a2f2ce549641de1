"""The search's words on this site: what people say for what the pages say, and how much they weigh."""

import gzip
import json

import pytest

from planmotor.sajt.search import WORDS_FILE
from tests.motor.sajt.test_sokregister import (  # noqa: F401 (true of any site, and of this one)
    test_every_activity_can_be_found,
    test_the_words_come_from_the_plan_and_the_pages,
)


@pytest.fixture(scope="module")
def text(site):
    return (site / WORDS_FILE).read_text(encoding="utf-8")


def test_words_of_the_pages_are_joined_with_what_people_say(text):
    words = json.loads(text)
    assert "fast läkarkontakt" in words["likord"]["husläkare"]
    assert "läkarkontakt" in words["sammansatt"]["kontakt"].split()


def test_the_words_are_light(text):
    assert len(gzip.compress(text.encode(), 9)) <= 25_000  # fetched by the search page alone
