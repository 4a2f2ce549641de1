"""Word: every word that stands in the file, wherever a person managed to put it.

Read on the XML level, by local names, so that strict and transitional files and those of other programs are
read alike. Inserted text counts and deleted text doesn't; a comment, a footnote, a text box, a header and a
footer are paragraphs of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from planmotor.office.las.innehall import Incell, Innehåll, Inrad, Instycke, Intabell, tidy
from planmotor.office.las.paket import Avvisad, Paket
from planmotor.office.las.xml import child, get, inside, name, properties

GONE = {
    *("del", "moveFrom", "instrText", "delText", "delInstrText"),
    *("sdtPr", "pPr", "rPr", "tblPr", "tcPr", "trPr"),
}
SPACE = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
FETCHES = re.compile(r"^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE)\b", re.I)
NOTES = {"footnotes": "fotnot", "endnotes": "slutkommentar", "comments": "kommentar"}
LONG = 10  # digits: what has more is no number of anything
EDGES = {"header": "sidhuvud", "footer": "sidfot"}


def read_docx(paket: Paket) -> Innehåll:
    """Return all that a Word file says."""
    root = paket.xml(paket.main)
    reader = _Reader()
    reader.story(child(root, "body"), "")
    for kind, part in sorted(paket.related(paket.main).values(), key=lambda r: _natural(r[1])):
        if part in paket.names:
            reader.other_part(paket, kind, part)
    return Innehåll(reader.found, properties(paket), paket.bilder, dict(_lists(root)))


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

    def __init__(self) -> None:
        self.found: list[Instycke | Intabell] = []
        self.boxes: list[tuple[str, Any]] = []
        self.remarked: dict[str, str] = {}  # where each comment was made, by its id
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
                text = tidy(self.text(block, place))
                if text:
                    self.found.append(Instycke(place, text, _is_heading(block), bool(where)))
            while self.boxes:
                self._box(*self.boxes.pop(0))

    def _box(self, place: str, box: Any) -> None:
        where = place if "textruta" in place else f"textruta vid {place}"
        if any(name(block) == "tbl" for block in _blocks(box)):
            self.story(box, where)
        else:
            self.story_as_one(box, where)

    def other_part(self, paket: Paket, kind: str, part: str) -> None:
        """Read headers, footers, footnotes, comments and drawings that stand in parts of their own."""
        if kind in EDGES:
            self.story(paket.xml(part), EDGES[kind])
        elif kind in NOTES:
            for number, note in enumerate((n for n in paket.xml(part) if not get(n, "type")), 1):
                near = self.remarked.get(get(note, "id"), "") if kind == "comments" else ""
                self.story_as_one(note, f"{NOTES[kind]} {number}" + (f" vid {near}" if near else ""))
        elif kind in {"diagramData", "chart"}:
            words = tidy(
                "\n".join(p.text for p in paket.xml(part).iter() if name(p) in {"t", "v"} and p.text)
            )
            if words:
                self.found.append(Instycke("figur", words, för_sig=True))

    def story_as_one(self, element: Any, where: str) -> None:
        """Read a comment or a note as one paragraph."""
        text = self.flow(element, where)
        if text:
            self.found.append(Instycke(where, text, för_sig=True))

    def table(self, element: Any, place: str) -> Intabell:
        """Return a table; a row that was deleted with changes tracked isn't in it."""
        rows = []
        for number, row in enumerate(_parts(element, "tr"), 1):
            properties_ = child(row, "trPr")
            if properties_ is None or child(properties_, "del") is None:
                rows.append(Inrad(number, tuple(self._cells(row, properties_, f"{place}, rad {number}"))))
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
                text += self.text(block, place) + ("" if joined else "\n")
        return tidy(text)

    def text(self, element: Any, place: str) -> str:
        """Return what a paragraph says; text boxes in it are put aside."""
        return "".join(self._pieces(element, place))

    def _pieces(self, element: Any, place: str) -> Iterator[str]:
        for inner in element:
            tag = name(inner)
            if tag == "t":
                yield inner.text or ""
            elif tag in SPACE:
                yield SPACE[tag]
            elif tag == "sym":
                yield _symbol(get(inner, "char"))
            elif tag == "txbxContent":
                self.boxes.append((place, inner))
            elif tag == "commentReference":
                self.remarked[get(inner, "id")] = place
            elif tag == "instrText" and FETCHES.match(inner.text or ""):
                raise Avvisad(
                    "Filen innehåller ett fält som hämtar något utanför filen och läses därför inte.",
                    "Ta bort fältet eller gör om det till text (Ctrl+Skift+F9) och spara på nytt.",
                )
            elif tag == "AlternateContent":
                yield from self._alternative(inner, place)
            elif tag not in GONE and not _is_placeholder(inner):
                yield from self._pieces(inner, place)

    def _alternative(self, element: Any, place: str) -> Iterator[str]:
        """Read the first of the alternatives that says something: all of them say the same."""
        for choice in element:
            boxes = len(self.boxes)
            pieces = list(self._pieces(choice, place))
            if "".join(pieces).strip() or len(self.boxes) > boxes:
                yield from pieces
                return


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
        elif tag in {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"} and not _is_placeholder(
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


def _is_placeholder(element: Any) -> bool:
    """Tell whether a content control shows its prompt, so that nobody has written in it."""
    if name(element) != "sdt":
        return False
    shown = child(element, "sdtPr", "showingPlcHdr")
    return shown is not None and get(shown, "val") not in {"0", "false", "off"}


def _is_heading(paragraph: Any) -> bool:
    style = child(paragraph, "pPr", "pStyle")
    return style is not None and bool(re.match(r"(?:heading|rubrik|title)", get(style, "val"), re.I))


def _number(text: str) -> int:
    return max(1, min(int(text), 100)) if text.isdecimal() and len(text) < LONG else 1


def _symbol(code: str) -> str:
    """Return the character of a symbol; those of a symbol font say nothing on their own."""
    try:
        char = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "•" if "\ue000" <= char <= "\uf8ff" else char
