"""Which text of a Word file nobody sees: hidden where it stands, by its style or by the row it is in.

A style goes on from another, and hiding is a property that two kinds of styles switch on and off between
them (ISO/IEC 29500-1, 17.7.3), so it takes all of them to tell what is seen.
"""

from __future__ import annotations

from typing import Any

from planmotor.office.las.xml import child, get, name

HIDES = ("vanish", "webHidden")
NO = {"0", "false", "off"}
DEEP = 50  # styles that go on from each other


class Stilar:
    """The styles of a document, as far as they hide text."""

    def __init__(self, root: Any) -> None:
        """Take the root of the part with styles; an empty one when the document has none."""
        styles = [element for element in root if name(element) == "style"]
        self._styles = {get(style, "styleId"): style for style in styles}
        self._usual = {
            get(style, "type"): get(style, "styleId")
            for style in styles
            if get(style, "default") in {"1", "true"}
        }
        self._paragraph: Any = None
        self._properties: Any = None
        usual = next((element for element in root if name(element) == "docDefaults"), None)
        self._always = False if usual is None else bool(_hides(child(usual, "rPrDefault", "rPr")))

    def hidden(self, run: Any, paragraph: Any) -> bool:
        """Tell whether nobody sees a run of text in a paragraph; the paragraph may be None."""
        own = child(run, "rPr")
        said = _hides(own)
        if said is not None:
            return said
        if paragraph is not self._paragraph:  # asked once, however many runs it has
            self._paragraph = paragraph
            self._properties = child(paragraph, "pPr") if paragraph is not None else None
        properties = self._properties
        by_run = self._by_style(_style(own, "rStyle") or self._usual.get("character", ""))
        by_paragraph = self._by_style(_style(properties, "pStyle") or self._usual.get("paragraph", ""))
        return self._always or by_run != by_paragraph

    def _by_style(self, style: str) -> bool:
        for _step in range(DEEP):
            element = self._styles.get(style)
            if element is None:
                return False
            said = _hides(child(element, "rPr"))
            if said is not None:
                return said
            style = _style(element, "basedOn")
        return False


def hidden_row(properties: Any) -> bool:
    """Tell whether a table's row, by its properties, isn't seen."""
    mark = child(properties, "hidden") if properties is not None else None
    return mark is not None and get(mark, "val") not in NO


def _hides(properties: Any) -> bool | None:
    """Tell what properties of text say of hiding; None when they say nothing."""
    if properties is None:
        return None
    said = [get(mark, "val") not in NO for mark in properties if name(mark) in HIDES]
    return any(said) if said else None


def _style(properties: Any, kind: str) -> str:
    found = child(properties, kind) if properties is not None else None
    return "" if found is None else get(found, "val")
