"""A picture in SVG is a document of its own, which may run code when somebody opens it: what it may hold."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from lxml import etree

from planmotor.grund.nearest import one_line
from planmotor.grund.text import content_of

MAX = 5_000_000  # bytes
SVG = "http://www.w3.org/2000/svg"
RUN_TOO = {"http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML", ""}
DRAWN = (
    "svg g a defs symbol use title desc metadata style path circle ellipse rect line polyline polygon text "
    "tspan textPath image linearGradient radialGradient stop clipPath mask pattern marker switch view filter "
    "feBlend feColorMatrix feComponentTransfer feComposite feFlood feFuncA feFuncB feFuncG feFuncR "
    "feGaussianBlur feMerge feMergeNode feMorphology feOffset feTile feTurbulence feDropShadow"
)
ELEMENTS = set(DRAWN.split())
OWN = re.compile(r"\s*(?:#|data:image/(?:png|jpeg|gif|webp);)", re.I)
LINK = re.compile(r"\s*(?:#|https?://|mailto:|tel:)", re.I)
FETCHED = re.compile(r"@import|\\|url\(\s*[\"']?(?!\s*#)", re.I)  # a backslash may spell either in CSS
AGAIN = "Spara bilden igen som vanlig SVG, utan skript och utan länkar till andra filer."
Refused = tuple[str, str]


def refused(path: Path) -> Refused | None:
    """Return what is wrong with a picture and what to do; None when it is only a picture."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content_of(path, MAX), parser)
    except (etree.XMLSyntaxError, ValueError):
        return "Bilden är skadad och går inte att läsa som SVG.", AGAIN
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None and any(tree.docinfo.internalDTD.iterentities()):
        return "Bilden innehåller egna entiteter, som kan dölja vad den gör.", AGAIN
    above = root.itersiblings(preceding=True)
    if any(node.tag is etree.ProcessingInstruction for node in [*above, *root.iter()]):
        return "Bilden innehåller en anvisning till ett annat program.", AGAIN
    found = next((told for element in root.iter(etree.Element) if (told := _element(element))), None)
    return (f"Bilden innehåller {found}.", AGAIN) if found else None


def _element(element: Any) -> str:
    """Return what an element, or one of its attributes, could do; nothing when it only draws."""
    name = etree.QName(element)
    space = name.namespace or ""
    if space in RUN_TOO or (space == SVG and name.localname not in ELEMENTS):
        return f"elementet <{one_line(name.localname)}>"
    if name.localname == "style" and FETCHED.search("".join(element.itertext())):
        return "en stilmall som hämtar något"
    for key, value in element.items():
        attribute, safe = etree.QName(key).localname.lower(), LINK if name.localname == "a" else OWN
        if attribute.startswith("on"):
            return f"attributet {one_line(attribute)}"
        if attribute in {"href", "src", "base"} and space == SVG and not safe.match(value):
            return f"en länk till {one_line(value)}"
        if FETCHED.search(value) and attribute not in {"href", "d"}:
            return f"attributet {one_line(attribute)}, som hämtar något"
    return ""
