"""Addresses in a built page: what it links to, fetches or sends on to, and the places that it has."""

from __future__ import annotations

import json
import re
from typing import Any

from lxml import etree

from planmotor.sajt.lankprov.data import nämnda
from planmotor.sajt.lankprov.typer import Länk, Läst

ONE = ("href", "src", "action", "formaction", "data", "poster", "cite", "{http://www.w3.org/1999/xlink}href")
REFRESH = re.compile(r"\s*[\d.]+\s*[;,]\s*url\s*=\s*['\"]?(.*?)['\"]?\s*", re.I)
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
JSON = "application/ld+json"
URL = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"']*))\s*\)")


def läs_html(fil: str, raw: bytes) -> Läst:
    """Return every address in a page, and each ``id`` that a link can lead to."""
    found, heading = Läst(), ""
    tree = etree.fromstring(raw, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    for element in () if tree is None else tree.iter(etree.Element):
        given: Any = element.attrib
        name = element.tag
        if "id" in given:
            found.ankare.add(given["id"])
            heading = given["id"] if name in HEADINGS else heading
        if not given:
            continue
        if name == "a" and "name" in given:
            found.ankare.add(given["name"])
        for address in _addresses(name, given, element, found):
            found.länkar.append(Länk(fil, address, _words(element), heading))
    return found


def _addresses(name: Any, given: Any, element: Any, found: Läst) -> list[str]:
    made = [given[one] for one in ONE if one in given and not (one == "data" and name != "object")]
    for one in ("srcset", "imagesrcset"):
        made += [part.split()[0] for part in given.get(one, "").split(",") if part.strip()]
    if "style" in given:
        made += css_adresser(given["style"])
    if name == "meta" and given.get("http-equiv", "").lower() == "refresh":
        onward = REFRESH.fullmatch(given.get("content", ""))
        found.vidare = onward[1] if onward else ""
        made += [found.vidare] if found.vidare else []
    if name == "script" and given.get("type") == JSON:
        made += nämnda(json.loads(element.text or "null"))
    return made


def css_adresser(text: str) -> list[str]:
    """Return what a style sheet fetches."""
    return [one or other or third.strip() for one, other, third in URL.findall(text)]


def _words(element: Any) -> str:
    """Return the words of a link: those that are shown, else what it is called."""
    shown = " ".join("".join(element.itertext()).split()) if element.tag == "a" else ""
    return shown or str(element.get("aria-label") or element.get("alt") or element.get("title") or "")
