"""The search's files, as the build writes them. That two builds are equal is held for the whole site."""

import json
from itertools import pairwise

import pytest

from planmotor.sajt.search import WORDS_FILE, as_json
from planmotor.sajt.search.documents import read_documents
from planmotor.sajt.search.index import SearchFailed, make_index


def test_every_activity_can_be_found(site, plan):
    indexed = {document.address.split("#")[1] for document in read_documents(site) if document.is_activity}
    assert indexed == {rad.aktivitet.id for rad in plan.alla_rader}


def test_a_failure_is_told_in_pagefinds_own_words(tmp_path):
    with pytest.raises(SearchFailed, match=r"Pagefind misslyckades:\n.*not able to build an index"):
        make_index(tmp_path, tmp_path)


def test_the_words_come_from_the_plan_and_the_pages(site, plan):
    documents = read_documents(site)
    text = (site / WORDS_FILE).read_text(encoding="utf-8")
    assert text == as_json(plan, documents)
    words = json.loads(text)
    assert words["likord"]["sip"] == ["samordnad individuell plan"]
    assert "SIP" in words["likord"]["samordnad individuell plan"]
    known = words["ord"].split(" ")
    assert all(one < other for one, other in pairwise(known))
