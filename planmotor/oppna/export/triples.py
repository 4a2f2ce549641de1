"""The catalogue's triples, by rdflib. Every node has an address, so that two builds are equal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from lxml import etree
from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, Namespace, URIRef

from planmotor.oppna.export.fields import Datafil
from planmotor.oppna.export.vocabulary import CC0, EU, MEDIA
from planmotor.plan.model.plan import Plan

PAGE = "om/oppna-data/"
ABOUT = f"{{{RDF}}}about"
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")


def catalogue(plan: Plan, files: Sequence[Datafil], base: str, changed: datetime) -> bytes:
    """Return the whole catalogue as RDF/XML."""
    made = _Catalogue(plan, files, base, changed)
    for file in files:
        made.dataset(file)
    return _ordered(made.graph.serialize(format="pretty-xml", max_depth=1).encode())


def _ordered(document: bytes) -> bytes:
    """Return the XML with nodes and their properties in order; rdflib's own order differs each time."""
    root = etree.fromstring(document)
    for node in root:
        node[:] = sorted(node, key=etree.tostring)
    root[:] = sorted(root, key=lambda node: node.get(ABOUT))
    etree.indent(root)
    written: bytes = etree.tostring(root, method="c14n2")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + written + b"\n"


class _Catalogue:
    """A graph that grows; ``base`` is the site's address and every address in the graph begins with it."""

    def __init__(self, plan: Plan, files: Sequence[Datafil], base: str, changed: datetime) -> None:
        self.base, self.plan = base, plan
        self.graph = Graph()
        self.day = Literal(changed.date().isoformat(), datatype=XSD.date)
        self.node = URIRef(f"{base}data/katalog.rdf")
        self.publisher = URIRef(f"{self.node}#utgivare")
        self.contact = URIRef(f"{self.node}#kontakt")
        self._people()
        facts = plan.uppgifter
        self.add(self.node, RDF.type, DCAT.Catalog)
        told = f"Öppna data ur planen: {', '.join(file.titel.lower() for file in files)}."
        self.words(self.node, f"Öppna data: {facts.namn}", told)
        self.add(self.node, DCTERMS.publisher, self.publisher)
        self.add(self.node, DCTERMS.license, URIRef(CC0))
        self.add(self.node, DCTERMS.language, URIRef(f"{EU}language/SWE"))
        self.add(self.node, DCTERMS.modified, self.day)
        self.add(self.node, FOAF.homepage, URIRef(f"{base}{PAGE}"))

    def add(self, subject: URIRef, predicate: Any, value: Any) -> None:
        """Add a triple."""
        self.graph.add((subject, predicate, value))

    def words(self, subject: URIRef, title: str, description: str) -> None:
        """Add title and description in Swedish."""
        self.add(subject, DCTERMS.title, Literal(title, lang="sv"))
        self.add(subject, DCTERMS.description, Literal(description, lang="sv"))

    def _people(self) -> None:
        site = self.plan.webbplats
        self.add(self.publisher, RDF.type, FOAF.Agent)
        self.add(self.publisher, FOAF.name, Literal(site and site.ansvarig))
        if site and site.datakontakt:
            self.add(self.contact, RDF.type, VCARD.Organization)
            self.add(self.contact, VCARD.fn, Literal(site.datakontakt.namn))
            self.add(self.contact, VCARD.hasEmail, URIRef(f"mailto:{site.datakontakt.e_post}"))

    def dataset(self, file: Datafil) -> None:
        """Add a dataset with a distribution for each of its formats."""
        node = URIRef(f"{self.base}{PAGE}#{file.namn}")
        self.add(self.node, DCAT.dataset, node)
        self.add(node, RDF.type, DCAT.Dataset)
        self.words(node, file.titel, file.hjälp)
        self.add(node, DCTERMS.publisher, self.publisher)
        self.add(node, DCTERMS.language, URIRef(f"{EU}language/SWE"))
        self.add(node, DCTERMS.accessRights, URIRef(f"{EU}access-right/PUBLIC"))
        self.add(node, DCTERMS.modified, self.day)
        self.add(node, DCAT.theme, URIRef(f"{EU}data-theme/HEAL"))
        self.add(node, DCAT.landingPage, URIRef(f"{self.base}{PAGE}"))
        if self.plan.webbplats and self.plan.webbplats.datakontakt:
            self.add(node, DCAT.contactPoint, self.contact)
        for ending in file.format:
            self.add(node, DCAT.distribution, self.distribution(file, ending))

    def distribution(self, file: Datafil, ending: str) -> URIRef:
        """Add a file that the dataset can be fetched as, and return its node."""
        address = URIRef(f"{self.base}data/{file.namn}.{ending}")
        node = URIRef(f"{self.node}#{file.namn}-{ending}")
        self.add(node, RDF.type, DCAT.Distribution)
        self.words(node, f"{file.titel} som {ending.upper()}", file.hjälp)
        self.add(node, DCAT.accessURL, address)
        self.add(node, DCAT.downloadURL, address)
        self.add(node, DCTERMS["format"], Literal(MEDIA[ending]))
        self.add(node, DCTERMS.license, URIRef(CC0))
        if ending == "json":
            self.add(node, DCTERMS.conformsTo, URIRef(f"{self.base}data/{file.namn}.schema.json"))
        return node
