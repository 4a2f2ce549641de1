"""What a paragraph of a Word file says, and what stands in it that nobody sees.

Inserted text counts and deleted text doesn't. Text boxes are put aside, to be paragraphs of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planmotor.grund.tecken import meant
from planmotor.office.las.innehall import Oläst, tidy
from planmotor.office.las.wordfalt import chosen, hold_inside
from planmotor.office.las.wordstil import Stilar
from planmotor.office.las.xml import child, get, name

STRUCK, MOVED, HIDDEN = "struken text", "flyttad text, läst där den står nu", "dold text"
UNSEEN = {"del": STRUCK, "moveFrom": MOVED, "delText": STRUCK}
GONE = {"delInstrText", "sdtPr", "pPr", "rPr", "tblPr", "tcPr", "trPr"}
SYMBOLS, LATIN = {"symbol", "wingdings"}, 0xFF  # fonts whose letters are signs
SPACE = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class Stycketext:
    """Reads paragraphs, and keeps what stands in them beside their own words."""

    def __init__(self, styles: Stilar) -> None:
        """Take the document's styles: one of them may hide what is written in it."""
        self.styles = styles
        self.boxes: list[tuple[str, Any]] = []
        self.remarked: dict[str, str] = {}  # where each comment was made, by its id
        self.unseen: list[Oläst] = []
        self._shown = ""  # by the settings of the field that is being read

    def of(self, element: Any, place: str) -> str:
        """Return what a paragraph says."""
        return "".join(self._pieces(element, place, element if name(element) == "p" else None))

    def put_aside(self, element: Any, place: str, why: str) -> None:
        """Keep all the words of an element, as what isn't read for a reason."""
        said = tidy("".join(_letters(element)))
        if said:
            self.unseen.append(Oläst(place, why, said))

    def _pieces(self, element: Any, place: str, paragraph: Any) -> Iterator[str]:
        for inner in element:
            tag = name(inner)
            if tag == "t":
                yield "" if self._shown and inner.text == self._shown else inner.text or ""
            elif tag in SPACE:
                yield SPACE[tag]
            elif tag == "sym":
                yield symbol(get(inner, "char"), get(inner, "font"))
            elif tag == "fldChar":
                yield self._begun(inner)
            elif tag == "txbxContent":
                self.boxes.append((place, inner))
            elif tag == "commentReference":
                self.remarked[get(inner, "id")] = place
            elif tag == "instrText":
                hold_inside(inner.text or "")
            elif tag in UNSEEN:
                self.put_aside(inner, place, UNSEEN[tag])
            elif tag == "r" and self.styles.hidden(inner, paragraph):
                self.put_aside(inner, place, HIDDEN)
            elif tag == "AlternateContent":
                yield from self._alternative(inner, place, paragraph)
            elif tag not in GONE and not is_placeholder(inner):
                hold_inside(get(inner, "instr"))
                yield from self._pieces(inner, place, paragraph)

    def _begun(self, field: Any) -> str:
        """Return what a field shows by its settings; some programs write it as the field's text too."""
        if get(field, "fldCharType") == "separate":
            return ""
        self._shown = chosen(field)
        return self._shown

    def _alternative(self, element: Any, place: str, paragraph: Any) -> Iterator[str]:
        """Read the first of the alternatives that says something: all of them say the same."""
        for choice in element:
            boxes = len(self.boxes)
            pieces = list(self._pieces(choice, place, paragraph))
            if "".join(pieces).strip() or len(self.boxes) > boxes:
                yield from pieces
                return


def _letters(element: Any) -> Iterator[str]:
    """Yield the words of an element, deleted ones too, but none of its settings and codes."""
    tag = name(element)
    if tag in {"t", "delText"}:
        yield element.text or ""
    elif tag in SPACE:
        yield SPACE[tag]
    elif tag == "sym":
        yield symbol(get(element, "char"), get(element, "font"))
    elif tag == "fldChar":
        yield chosen(element)
    elif tag == "instrText":
        hold_inside(element.text or "")
    elif tag == "AlternateContent":
        yield from _letters(element[0]) if len(element) else ()
    elif tag not in GONE:
        for inner in element:
            yield from _letters(inner)
        yield "\n" if tag == "p" else ""


def is_placeholder(element: Any) -> bool:
    """Tell whether a content control shows its prompt, so that nobody has written in it."""
    if name(element) != "sdt":
        return False
    shown = child(element, "sdtPr", "showingPlcHdr")
    return shown is not None and get(shown, "val") not in {"0", "false", "off"}


def symbol(code: str, font: str = "") -> str:
    """Return the character of a symbol: a box that is ticked must not look as one that isn't.

    What only its font knows, and that isn't among those that Word itself offers, is a bullet.
    """
    try:
        number = int(code, 16)
        char = meant(chr(number | 0xF000 if font.lower() in SYMBOLS and number <= LATIN else number))
    except (ValueError, OverflowError):
        return ""
    return "•" if "\ue000" <= char <= "\uf8ff" else char
