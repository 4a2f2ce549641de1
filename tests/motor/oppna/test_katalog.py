"""``katalog.rdf``: what DCAT-AP-SE 3.0 demands, read back by a parser, and never a made-up value."""

import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Namespace, URIRef

from planmotor.oppna.export import FILES
from planmotor.oppna.export.katalog import NO_CONTACT, NO_PUBLISHER, NO_SITE, as_rdf, missing
from planmotor.oppna.export.vocabulary import CC0
from planmotor.plan.load import load
from tests.hjalp.planer import ROOT, plan_of

FULL = ROOT / "tests/exempel/giltiga/alla-filer/aktiviteter.yaml"
BASE = "https://exempel.se/plan/"
DAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
# The obligatory properties of https://docs.dataportal.se/dcat/3.0.1/en/, and contact point with its own two.
OBLIGATORY = {
    DCAT.Catalog: [DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.license, DCAT.dataset],
    DCAT.Dataset: [
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.publisher,
        DCAT.contactPoint,
        DCAT.distribution,
    ],
    DCAT.Distribution: [DCAT.accessURL],
    FOAF.Agent: [FOAF.name],
    VCARD.Organization: [VCARD.fn, VCARD.hasEmail],
}


@pytest.fixture(scope="module")
def full():
    return load(FULL)


@pytest.fixture(scope="module")
def graph(full):
    return Graph().parse(data=as_rdf(full, FILES, BASE, DAY), format="xml")


@pytest.mark.parametrize("kind", list(OBLIGATORY), ids=str)
def test_the_profiles_obligatory_properties_are_there(graph, kind):
    nodes = list(graph.subjects(RDF.type, kind))
    assert nodes
    for node in nodes:
        for prop in OBLIGATORY[kind]:
            values = list(graph.objects(node, prop))
            assert values, (node, prop)
            assert all(str(value).strip() for value in values)


def test_every_reference_leads_to_a_node_and_every_node_has_a_full_address(graph):
    for prop in (DCTERMS.publisher, DCAT.dataset, DCAT.distribution, DCAT.contactPoint):
        for node in graph.objects(None, prop):
            assert list(graph.predicate_objects(node)), node
    assert all(isinstance(node, URIRef) and "://" in node for node in graph.subjects())


def test_the_licence_of_the_catalogue_is_cc0_and_the_texts_are_swedish(graph):
    (catalogue,) = graph.subjects(RDF.type, DCAT.Catalog)
    assert list(graph.objects(catalogue, DCTERMS.license)) == [URIRef(CC0)]
    assert {text.language for text in graph.objects(None, DCTERMS.title)} == {"sv"}


def test_each_file_is_a_distribution_at_its_address(graph):
    found = {str(address) for address in graph.objects(None, DCAT.downloadURL)}
    assert found == {f"{BASE}data/{file.namn}.{ending}" for file in FILES for ending in file.format}


def test_without_address_or_publisher_there_is_no_catalogue_and_the_reason_is_said(full, tmp_path):
    assert missing(full, BASE) == ([], [])
    assert missing(full, "/") == ([NO_SITE], [])
    assert as_rdf(full, FILES, "/", DAY) is None
    plan = plan_of(tmp_path)
    assert missing(plan, BASE) == ([NO_PUBLISHER], [NO_CONTACT])
    assert as_rdf(plan, FILES, BASE, DAY) is None


def test_the_bytes_are_the_same_in_every_process():
    code = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC\n"
        "from planmotor.plan.load import load; from planmotor.oppna.export import FILES\n"
        "from planmotor.oppna.export.katalog import as_rdf\n"
        f"plan = load(Path({str(FULL)!r}))\n"
        f"made = as_rdf(plan, FILES, {BASE!r}, datetime(2026, 11, 22, tzinfo=UTC))\n"
        "sys.stdout.buffer.write(made)"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert made[0] == made[1] != b""
