"""This plan as open data: what its rows say, and how it is asked."""

import json

import pytest

from planmotor.oppna.export.aktiviteter import AKTIVITETER
from planmotor.oppna.export.documents import as_json


@pytest.fixture(scope="module")
def document(plan):
    return json.loads(as_json(AKTIVITETER, plan))


def test_facts_of_the_plan(document):
    head = document["plan"]
    assert head["namn"] == "Gemensam plan för primärvårdsnivå i Jämtland Härjedalen"
    assert (head["läge"], head["gäller_från"], head["nästa_revidering"]) == (
        "utkast",
        "2023-12-01",
        "2026-12-01",
    )


def test_a_part_of_an_activity_as_json(document):
    assert next(row for row in document["rader"] if row["id"] == "kartlaggning-jourtid") == {
        "handlingsplan": "gemensam-plan",
        "område": "okad-tillganglighet",
        "id": "kartlaggning-jourtid",
        "överordnad": "tillganglighet-jourtid",
        "namn": "Genomföra kartläggning",
        "status": "ej påbörjad",
        "prioritet": None,
        "ansvarig": [],
        "klart_senast": None,
        "mått": [],
        "målvärde": [],
        "url": "/handlingsplaner/gemensam-plan/#kartlaggning-jourtid",
        "slag": "delaktivitet",
        "räknas": True,
        "från": None,
        "tid_text": None,
        "kommentar": "Uppdrag behövs",
        "punkter": [],
        "beslutande_organ": [],
        "handlingsplanens_namn": "Handlingsplan för länsövergripande aktiviteter",
        "områdets_namn": "Ökad tillgänglighet",
        "områdets_slag": "strategi",
        "kommun": None,
    }


def test_a_date_has_the_precision_of_the_source(document):
    dates = {row["id"]: row["klart_senast"] for row in document["rader"]}
    assert dates["uppfoljning-fasta-kontakter"] == "2025-11"
    assert dates["overenskommelse-om-fasta-kontakter"] == "2025"
    assert dates["gemensamma-sokord"] == "2025-02-21"
    assert dates["information-till-individer-om-fasta-kontakter"] is None


def test_every_activity_and_part_is_there(document):
    assert len(document["rader"]) == 67
