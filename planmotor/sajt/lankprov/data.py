"""Addresses in the files beside the pages: style sheets, feeds, calendars and open data."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from planmotor.sajt.lankprov.typer import Länk, Läst

KEYS = {"url", "@id", "href"}
COLUMN = "url"
# A catalogue names things by addresses too, but only these are where something can be fetched or read.
RESOURCES = {"accessURL", "downloadURL", "landingPage", "page", "endpointURL"}
RESOURCE = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource"
FOLDED = re.compile(rb"\r?\n[ \t]")
URLS = re.compile(r"^(?:URL|ATTACH|SOURCE)(?:;[^:\r\n]*)?:(.+?)\r?$", re.M)
TITLES = ("title", "name", "summary")


def nämnda(value: Any) -> Iterator[str]:
    """Yield the addresses in plain values, as of JSON."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key in KEYS and isinstance(part, str):
                yield part
            else:
                yield from nämnda(part)
    elif isinstance(value, list):
        for part in value:
            yield from nämnda(part)


def läs_json(fil: str, raw: bytes) -> Läst:
    """Return the addresses in a file of JSON."""
    return Läst([Länk(fil, address) for address in nämnda(json.loads(raw))])


def läs_csv(fil: str, raw: bytes) -> Läst:
    """Return the addresses in a table: those of its column ``url``."""
    text = raw.decode("utf-8-sig")
    first = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if ";" in first else ",")
    return Läst([Länk(fil, row[COLUMN]) for row in rows if row.get(COLUMN)])


def läs_xml(fil: str, raw: bytes) -> Läst:
    """Return the addresses in a feed, a site map or a catalogue."""
    found = Läst()
    for element in etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True)).iter():
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        made = [element.get("href")]
        made += [element.get(RESOURCE) if name in RESOURCES else None]
        made += [element.text if name == "loc" else None]
        found.länkar += [Länk(fil, address.strip(), _title(element)) for address in made if address]
    return found


def _title(element: Any) -> str:
    """Return what the entry around a link is called."""
    around = element.getparent()
    parts = () if around is None else around
    return next((part.text or "" for part in parts if str(part.tag).endswith(TITLES)), "")


def läs_ics(fil: str, raw: bytes) -> Läst:
    """Return the addresses of a calendar's events."""
    text = FOLDED.sub(b"", raw).decode("utf-8", errors="replace")
    return Läst([Länk(fil, address) for address in URLS.findall(text)])
