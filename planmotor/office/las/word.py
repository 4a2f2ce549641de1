"""Word: every word that stands in the file, wherever a person managed to put it.

Read on the XML level, by local names, so that strict and transitional files and those of other programs are
read alike. A comment, a footnote, a text box, a header and a
footer are paragraphs of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from planmotor.office.las.innehall import Incell, Innehåll, Inrad, Instycke, Intabell, tidy
from planmotor.office.las.paket import Avvisad, Paket
from planmotor.office.las.wordstil import Stilar, hidden_row
from planmotor.office.las.wordtext import HIDDEN, STRUCK, Stycketext, is_placeholder
from planmotor.office.las.xml import child, get, inside, name, properties

NOTES = {"footnotes": "fotnot", "endnotes": "slutkommentar", "comments": "kommentar"}
LONG = 10  # digits: what has more is no number of anything
EDGES = {"header": "sidhuvud", "footer": "sidfot"}


def read_docx(paket: Paket) -> Innehåll:
    """Return all that a Word file says."""
    root = paket.xml(paket.main)
    related = sorted(paket.related(paket.main).values(), key=lambda r: _natural(r[1]))
    styles = next((paket.xml(part) for kind, part in related if kind == "styles"), ())
    reader = _Reader(Stycketext(Stilar(styles)))
    reader.story(child(root, "body"), "")
    for kind, part in related:
        if part in paket.names:
            reader.other_part(paket, kind, part)
    lists = dict(_lists(root))
    return Innehåll(reader.found, properties(paket), paket.bilder, lists, reader.words.unseen)


def _lists(root: Any) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield what each drop-down list offers, with its tag; most forms have the same list in many rows."""
    made: dict[tuple[str, ...], dict[str, str]] = {}
    for control in root.iter("{*}sdtPr"):
        mark, items = child(control, "tag"), inside(control, "dropDownList")
        if mark is not None and items:
            same = tuple(value for item in items for value in item.attrib.values())
            if same not in made:
                made[same] = {tidy(get(item, "displayText")): get(item, "value") for item in items}
            yield get(mark, "val"), made[same]


def _natural(text: str) -> list[Any]:
    return [int(part) if part.isdecimal() and len(part) < LONG else part for part in re.split(r"(\d+)", text)]


class _Reader:
    """Walks through the stories of a document and gathers what they say."""

    def __init__(self, words: Stycketext) -> None:
        self.found: list[Instycke | Intabell] = []
        self.words = words
        self.tables = 0

    def story(self, element: Any, where: str) -> None:
        """Read a body, a header or the like; text boxes are read after the block that anchors them."""
        number = 0
        for block in _blocks(element):
            if name(block) == "tbl":
                self.tables += 1
                place = f"{where}, tabell {self.tables}" if where else f"tabell {self.tables}"
                self.found.append(self.table(block, place))
            else:
                number += 1
                place = where or f"stycke {number}"
                text = tidy(self.words.of(block, place))
                if text:
                    self.found.append(Instycke(place, text, _is_heading(block), bool(where)))
            while self.words.boxes:
                self._box(*self.words.boxes.pop(0))

    def _box(self, place: str, box: Any) -> None:
        self.story_as_one(box, place if "textruta" in place else f"textruta vid {place}")

    def other_part(self, paket: Paket, kind: str, part: str) -> None:
        """Read headers, footers, footnotes, comments and drawings that stand in parts of their own."""
        if kind in EDGES:
            self.story(paket.xml(part), EDGES[kind])
        elif kind in NOTES:
            for number, note in enumerate((n for n in paket.xml(part) if not get(n, "type")), 1):
                near = self.words.remarked.get(get(note, "id"), "") if kind == "comments" else ""
                self.story_as_one(note, f"{NOTES[kind]} {number}" + (f" vid {near}" if near else ""))
        elif kind in {"diagramData", "chart"}:
            words = tidy(
                "\n".join(p.text for p in paket.xml(part).iter() if name(p) in {"t", "v"} and p.text)
            )
            if words:
                self.found.append(Instycke("figur", words, för_sig=True))

    def story_as_one(self, element: Any, where: str) -> None:
        """Read a comment, a note or a box as one paragraph; one with a table in it block by block."""
        if any(name(block) == "tbl" for block in _blocks(element)):
            self.story(element, where)
            return
        text = self.flow(element, where)
        if text:
            self.found.append(Instycke(where, text, för_sig=True))

    def table(self, element: Any, place: str) -> Intabell:
        """Return a table; a row that is hidden, or was deleted with changes tracked, isn't in it."""
        rows = []
        for number, row in enumerate(_parts(element, "tr"), 1):
            properties_, where = child(row, "trPr"), f"{place}, rad {number}"
            struck = properties_ is not None and child(properties_, "del") is not None
            if struck or hidden_row(properties_):
                self.words.put_aside(row, where, STRUCK if struck else HIDDEN)
            else:
                rows.append(Inrad(number, tuple(self._cells(row, properties_, where))))
        return Intabell(place, tuple(rows))

    def _cells(self, row: Any, properties_: Any, place: str) -> Iterator[Incell]:
        before = child(properties_, "gridBefore") if properties_ is not None else None
        if before is not None:
            yield Incell("", _number(get(before, "val")))
        for cell in _parts(row, "tc"):
            span, merged = child(cell, "tcPr", "gridSpan"), child(cell, "tcPr", "vMerge")
            inner = tuple(self.table(t, place) for t in _blocks(cell) if name(t) == "tbl")
            continues = merged is not None and get(merged, "val") in {"", "continue"}
            yield Incell(
                self.flow(cell, place), _number(get(span, "val")) if span is not None else 1, continues, inner
            )

    def flow(self, element: Any, place: str) -> str:
        """Return the paragraphs directly below ``element``, a line each; a deleted break joins two."""
        text = ""
        for block in _blocks(element):
            if name(block) == "p":
                joined = child(block, "pPr", "rPr", "del") is not None
                text += self.words.of(block, place) + ("" if joined else "\n")
        return tidy(text)


def _blocks(element: Any) -> Iterator[Any]:
    """Yield the paragraphs and tables below ``element``, through content controls and the like."""
    if element is None:
        return
    for inner in element:
        tag = name(inner)
        if tag in {"p", "tbl"}:
            yield inner
        elif tag == "altChunk":
            raise Avvisad(
                "Filen innehåller ett inbäddat dokument och läses därför inte.", "Klistra in dess text."
            )
        elif tag in {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"} and not is_placeholder(
            inner
        ):
            yield from _blocks(inner)


def _parts(element: Any, wanted: str) -> Iterator[Any]:
    """Yield rows or cells, also those that stand within content controls."""
    for inner in element:
        tag = name(inner)
        if tag == wanted:
            yield inner
        elif tag in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from _parts(inner, wanted)


def _is_heading(paragraph: Any) -> bool:
    style = child(paragraph, "pPr", "pStyle")
    return style is not None and bool(re.match(r"(?:heading|rubrik|title)", get(style, "val"), re.I))


def _number(text: str) -> int:
    return max(1, min(int(text), 100)) if text.isdecimal() and len(text) < LONG else 1
