"""The search's files, as the build writes them. That two builds are equal is held for the whole site."""

import gzip
import json
from itertools import pairwise

import pytest

from planmotor.plan.load import load
from planmotor.sajt.search import WORDS_FILE, as_json
from planmotor.sajt.search.documents import read_documents
from planmotor.sajt.search.index import SearchFailed, make_index
from tests.hjalp.webb import ROOT


def test_every_activity_can_be_found(site):
    plan = load(ROOT / "data/aktiviteter.yaml")
    indexed = {document.address.split("#")[1] for document in read_documents(site) if document.is_activity}
    assert indexed == {rad.aktivitet.id for rad in plan.rader}


def test_a_failure_is_told_in_pagefinds_own_words(tmp_path):
    with pytest.raises(SearchFailed, match=r"Pagefind misslyckades:\n.*not able to build an index"):
        make_index(tmp_path, tmp_path)


def test_the_words_come_from_the_plan_and_the_pages(site):
    plan, documents = load(ROOT / "data/aktiviteter.yaml"), read_documents(site)
    text = (site / WORDS_FILE).read_text(encoding="utf-8")
    assert text == as_json(plan, documents)
    words = json.loads(text)
    assert "fast läkarkontakt" in words["likord"]["husläkare"]
    assert words["likord"]["sip"] == ["samordnad individuell plan"]
    assert "SIP" in words["likord"]["samordnad individuell plan"]
    assert "läkarkontakt" in words["sammansatt"]["kontakt"].split()
    known = words["ord"].split(" ")
    assert all(one < other for one, other in pairwise(known))
    assert len(gzip.compress(text.encode(), 9)) <= 25_000  # fetched by the search page alone
