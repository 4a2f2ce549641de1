"""Every piece of text that a file holds, by a plain walk through it that knows nothing of how it is read.

A piece is what a paragraph, a cell or a shared text says, and beside them any text node of any part, read or
not. Only what kind of node it is and where it stands is told here; ``liggare`` holds it against what was
read. So a reader that forgets a place is found out, whatever the place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from planmotor.office.las.cellvarde import LONG, TRUTH, WORDS, percent, rich, unescaped
from planmotor.office.las.fil import JSON, Fil
from planmotor.office.las.paket import Paket
from planmotor.office.las.xml import child, get, inside, name

HOLDERS = {"p", "c", "si", "comment", "threadedComment"}  # what holds a text in one piece
BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "ptab": "\t"}
EDGES = {"oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"}
EDGE_CODE = re.compile(r'&("[^"]*"|K[0-9A-F]{6}|\d+|.)')
CODES = {
    *("instrText", "delInstrText", "f", "formula", "formula1", "formula2", "definedName"),
    "calculatedColumnFormula",
}
# What the parts of drawings, comments and properties say of themselves and nobody wrote.
SETTINGS = {
    *("row", "col", "rowOff", "colOff", "Row", "Column", "Anchor", "AutoFill", "TextHAlign", "TextVAlign"),
    *("posOffset", "align", "pctWidth", "pctHeight", "author", "Visible", "AutoLine", "MoveWithCells"),
    *("SizeWithCells", "PrintObject", "FmlaMacro", "Locked", "LockText", "sqref"),
}
ALTERNATIVE = {"descr", "title"}  # attributes in which somebody may have described a picture
PICTURES = {"docPr", "cNvPr"}
DRAWN = {*PICTURES, "textpath"}  # what may say something in its attributes
SPEAKING = {*BREAKS, *DRAWN}  # what says something though it is empty
# Why the text of a piece may be left unread.
FORMULA = "formel, dess värde är läst"
PROPERTY, CODE, SETTING, PROMPT = "filens egenskaper", "kod", "inställning", "uppmaning i blanketten"
STRUCK, MOVED, COPY = "struken text", "flyttad text", "samma text för äldre program"
BY_NAME = {**dict.fromkeys(CODES, CODE), **dict.fromkeys(SETTINGS, SETTING), "Fallback": COPY}
BY_NAME |= {"del": STRUCK, "delText": STRUCK, "moveFrom": MOVED}
# Parts that hold text which the document itself doesn't show.
ELSEWHERE = (
    (re.compile(r"^docprops/", re.I), PROPERTY),
    (re.compile(r"(?:^|/)chart", re.I), "diagram"),
    (re.compile(r"(?:^|/)glossary/", re.I), "byggblock i mallen"),
    (re.compile(r"^customxml/", re.I), "data bakom dokumentet"),
    (re.compile(r"(?:^|/)(?:theme|settings|websettings|fonttable|styles|numbering|person)", re.I), SETTING),
)


@dataclass(frozen=True, slots=True)
class Bit:
    """A piece of text: the part of the file, the node's name and its words, and why it may be unread.

    ``annars`` are other ways in which the same value is shown: a day's number is a date. ``noder`` are the
    text nodes that it is put together of, should they have met with different fates.
    """

    del_: str
    nod: str
    text: str
    skäl: str = ""
    annars: tuple[str, ...] = ()
    noder: tuple[str, ...] = ()


def pieces(fil: Fil) -> Iterator[Bit]:
    """Yield every piece of text of a Word or Excel file, or of a reply from the form on the web."""
    if fil.paket is None:
        if fil.slag == JSON:
            yield from _values(json.loads(fil.raw), "")
        return
    shared, words = _shared(fil.paket), _words(fil.paket)
    used: set[int] = set()
    for part in sorted(part for part in fil.paket.names if part.lower().endswith((".xml", ".vml"))):
        why = next((why for pattern, why in ELSEWHERE if pattern.search(part)), "")
        yield from _Part(part, why, shared, used, words).pieces(fil.paket.xml(part))
    unused = (text for at, text in enumerate(shared) if at not in used)
    yield from (Bit("texter", "si", text, "text som ingen cell visar") for text in unused)


def _values(value: Any, key: str) -> Iterator[Bit]:
    if isinstance(value, dict):
        for inner, one in value.items():
            yield from _values(one, str(inner))
    elif isinstance(value, list):
        for one in value:
            yield from _values(one, key)
    elif value is not None and str(value).strip():
        yield Bit("svarsfilen", key, str(value))


def _shared(paket: Paket) -> list[str]:
    part = next((part for part in paket.names if part.lower().endswith("sharedstrings.xml")), "")
    return [rich(item) for item in paket.xml(part) if name(item) == "si"] if part else []


def _words(paket: Paket) -> tuple[str, ...]:
    """Return the words that a number may be shown as in this workbook."""
    part = next((part for part in paket.names if part.lower() == "xl/styles.xml"), "")
    codes = (get(one, "formatCode") for one in inside(paket.xml(part), "numFmts")) if part else ()
    found = (WORDS.fullmatch(code) for code in codes)
    return tuple(word for one in found if one for word in one.groups() if word)


class _Part:
    """Walks through one part of an archive."""

    def __init__(
        self, part: str, why: str, shared: list[str], used: set[int], words: tuple[str, ...]
    ) -> None:
        self.part, self.why, self.shared, self.used, self.words = part, why, shared, used, words

    def pieces(self, root: Any) -> Iterator[Bit]:
        if not _says_anything(root):
            return
        holders = [root, *(one for one in root.iter() if name(one) in HOLDERS)]
        for holder in dict.fromkeys(holders):
            if name(holder) == "c":
                yield from self._cell(holder)
            elif name(holder) != "si":
                yield from self._nodes(holder)

    def _nodes(self, holder: Any) -> Iterator[Bit]:
        """Yield what a holder says: its text in one piece for each reason there is to leave it unread."""
        said: dict[str, list[str]] = {}
        whole = name(holder) in HOLDERS
        above = (_reason(one) for one in holder.iterancestors())
        for node, text, why in self._walk(holder, self.why or next(filter(None, above), "")):
            if whole:
                said.setdefault(why, []).append(text)
            elif text.strip():
                yield Bit(self.part, node, text, why)
        for why, texts in said.items():
            if text := "".join(texts).strip():
                yield Bit(self.part, name(holder), text, why, noder=tuple(filter(str.strip, texts)))

    def _walk(self, element: Any, why: str) -> Iterator[tuple[str, str, str]]:
        tag, own = name(element), _reason(element)
        why = own if own == CODE else why or own
        if tag in BREAKS and len(element) == 0:
            yield tag, BREAKS[tag], why
        if element.text and (element.text.strip() or tag in {"t", "delText"}):
            yield tag, EDGE_CODE.sub(" ", element.text) if tag in EDGES else self._said(element.text), why
        if tag in PICTURES:
            told = (text for key, text in element.items() if key in ALTERNATIVE)
            yield from ((tag, f" {text} ", "alternativtext till en bild") for text in told)
        if tag == "textpath" and get(element, "string"):
            yield tag, f" {get(element, 'string')} ", "text i en bild"
        for inner in element:
            if not (_is_empty(inner) or name(inner) in HOLDERS):
                yield from self._walk(inner, why)
            if inner.tail and inner.tail.strip():
                yield tag, inner.tail, why

    def _said(self, text: str) -> str:
        """Return what a text node says; Word has no escapes, so there they are letters as others."""
        return text if self.part.lower().startswith("word/") else unescaped(text)

    def _cell(self, cell: Any) -> Iterator[Bit]:
        kind, value, formula = get(cell, "t"), child(cell, "v"), child(cell, "f")
        text = (value.text or "") if value is not None else ""
        code = unescaped(formula.text or "") if formula is not None else ""
        if kind == "s" and len(text) < LONG and text.strip().isdecimal() and int(text) < len(self.shared):
            self.used.add(int(text))
            text = self.shared[int(text)]
        elif kind == "inlineStr":
            text = rich(child(cell, "is"))
        text = unescaped(text) if kind == "str" else text
        if text.strip():
            shown = (f"={code}",) if code and kind == "e" else _shown(text, kind, self.words)
            yield Bit(self.part, "v", text, self.why, shown)
        if code:
            yield Bit(self.part, "f", f"={code}", FORMULA if text.strip() else self.why)


def _says_anything(root: Any) -> bool:
    """Tell whether there is a word in a part, or a picture that may hold or be described in words."""
    return (
        any(map(str.strip, root.itertext()))
        or next(root.iter(*(f"{{*}}{one}" for one in DRAWN)), None) is not None
    )


def _is_empty(element: Any) -> bool:
    """Tell whether an element holds nothing at all: most do, they are settings."""
    return len(element) == 0 and not element.text and name(element) not in SPEAKING


def _reason(element: Any) -> str:
    """Return why an element's text may be left unread; nothing when there is no reason."""
    tag = name(element)
    if tag == "sdt" and child(element, "sdtPr", "showingPlcHdr") is not None:
        return PROMPT
    return BY_NAME.get(tag, "")


def _shown(text: str, kind: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ways in which a cell's value may be shown, whatever its format is."""
    if kind == "b":
        return (TRUTH.get(text.strip(), text),)
    try:
        number = float(text)
    except ValueError:
        return (text.partition("T")[0],) if kind == "d" else ()
    found = [f"{number:.15G}", str(int(number)) if number.is_integer() and abs(number) < 10**15 else text]
    found.append(percent(number, text))
    for calendar in (CALENDAR_WINDOWS_1900, CALENDAR_MAC_1904):
        try:
            found.append(str(from_excel(number, calendar)).removesuffix(" 00:00:00"))
        except (ValueError, OverflowError, TypeError):
            continue
    return (*found, *words)
