"""SVG for print: the shapes of the sprite made whole, and colours that mean something on paper."""

from __future__ import annotations

import copy
import re

from lxml import etree

INK = "#1c2224"
SVG = "http://www.w3.org/2000/svg"
VARIABLES = {
    "--accent": "#0d4b45",
    "--linje": "#aaa",
    "--yta": "#fff",
    "--ton": "#f3f0e8",
    "--papper": "#fff",
}


def shapes(sprite: str) -> dict[str, str]:
    """Return every symbol of a sprite as an SVG of its own, by its name without ``s-``."""
    if not sprite:
        return {}
    root = etree.fromstring(re.sub(r"<svg\b", f'<svg xmlns="{SVG}"', sprite, count=1).encode())
    parts = {element.get("id"): element for element in root.iter() if element.get("id")}
    return {
        str(name).removeprefix("s-"): _whole(element, parts)
        for name, element in parts.items()
        if etree.QName(element).localname == "symbol"
    }


def _whole(symbol: etree._Element, parts: dict[str | None, etree._Element]) -> str:
    made = etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG})
    made.set("viewBox", symbol.get("viewBox", "0 0 16 16"))
    for child in symbol:
        href = child.get("href")
        used = parts.get(href.removeprefix("#")) if href else None
        made.append(copy.deepcopy(child if used is None else used))
    return inked(etree.tostring(made, encoding="unicode"))


def inked(svg: str) -> str:
    """Return the SVG with paper's colours in place of the page's own variables."""
    text = svg.replace("currentColor", INK)
    return re.sub(r"var\((--[\w-]+)[^)]*\)", lambda found: VARIABLES.get(found[1], INK), text)


def standalone(element: etree._Element) -> str:
    """Return an inline ``<svg>`` as a document, with the name that HTML wrote in small letters mended."""
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    text = re.sub(r"\bviewbox=", "viewBox=", text)
    if "xmlns=" not in text:
        text = re.sub(r"<svg\b", f'<svg xmlns="{SVG}"', text, count=1)
    return inked(text)
