"""What a cell of a workbook shows, as text: shared texts, numbers, dates and formulas.

Names of elements and numbers of formats are the same whatever program and language saved the workbook
(ISO/IEC 29500-1).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import isfinite
from typing import Any

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from planmotor.office.las.xml import child, get, inside, name

SERIAL = range(30_000, 80_000)  # the numbers of the days from 1982 to 2119
LONG = 10  # digits: what has more is no number of a style
EXACT = 10**15  # Excel keeps 15 digits
# A number format that shows a date in the language of the program: it stands in no list of formats.
LOCAL_DATES = {*range(27, 37), *range(50, 59)}
# How a workbook writes a character that XML can't hold; _x005F_ is an underscore that begins no such thing.
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
TRUE = {"1", "true", "on"}
TRUTH = {"1": "ja", "true": "ja", "0": "nej", "false": "nej"}  # how XML writes them
# A format of words alone, as "Ja";"Ja";"Nej": a number above, below and at nought is shown as one of them.
WORDS = re.compile(r'"([^"]+)"(?:;"([^"]+)")?(?:;"([^"]+)")?(?:;[^;]*)?')
# A number that is shown as so many of a hundred; not a percent sign that is only written beside it.
PERCENT = re.compile(r'^(?:"[^"]*"|\\.|\[[^\]]*\]|[^"\\\[%])*%')
MIDNIGHT = re.compile(r"[ T]00:00(?::00(?:\.0+)?)?Z?$")


@dataclass(frozen=True, slots=True)
class Bladcell:
    """What a cell shows, as text; a date is written 2025-06-30. ``fel`` says why there is nothing to read.

    ``dag`` is the day that a date means, or that a plain number would mean where it could be a day's serial
    number. ``formel`` is what the cell is worked out from, without its equals sign.
    """

    text: str
    fel: str = ""
    dag: str = ""
    formel: str = ""

    @property
    def skrivet(self) -> str:
        """What somebody wrote: a formula that came to nothing may be words that begin with a sign."""
        return f"={self.formel}" if self.formel and (self.fel or not self.text) else self.text


class Cellvärden:
    """Reads cells of one workbook, by the texts, formats and calendar that its sheets share."""

    def __init__(self, workbook: Any, texts: Any, styles: Any) -> None:
        """Take the roots of the parts; an empty one where the workbook has no such part."""
        self._texts = [rich(item) for item in texts]
        codes = _codes(styles)
        self._dates = {style for style, (id, code) in codes.items() if _is_date(id, code)}
        self._percent = {style for style, (_, code) in codes.items() if PERCENT.search(code)}
        self._words = {
            style: said.groups() for style, (_, code) in codes.items() if (said := WORDS.fullmatch(code))
        }
        settings = child(workbook, "workbookPr")
        mac = settings is not None and get(settings, "date1904") in TRUE
        self._epoch = CALENDAR_MAC_1904 if mac else CALENDAR_WINDOWS_1900

    def of(self, cell: Any) -> Bladcell:
        """Return what a cell shows; raise ValueError or IndexError when its text isn't there."""
        kind, value, formula = get(cell, "t"), child(cell, "v"), child(cell, "f")
        text = (value.text or "") if value is not None else ""
        if kind == "s":
            return Bladcell(self._texts[int(text)] if text else "")
        if kind == "inlineStr":
            return Bladcell(rich(child(cell, "is")))
        made = unescaped(formula.text or "") if formula is not None else ""
        if kind == "e" or (formula is not None and not text and kind != "str"):
            why = f"Formeln ger felet {text}." if text else "Cellen har en formel utan uträknat värde."
            return Bladcell(text, why, formel=made)
        if kind == "b":
            return Bladcell(TRUTH.get(text.strip(), text))
        if kind == "d":
            return Bladcell(MIDNIGHT.sub("", text))
        return Bladcell(unescaped(text), formel=made) if kind == "str" else self._number(text, get(cell, "s"))

    def _number(self, text: str, style: str) -> Bladcell:
        try:
            number = float(text)
        except ValueError:
            return Bladcell(text)
        looks = int(style) if style.isdecimal() and len(style) < LONG else 0
        if looks in self._words:
            above, below, nought = self._words[looks]
            return Bladcell((nought if not number else below if number < 0 else above) or above)
        if looks in self._percent:
            return Bladcell(percent(number, text))
        if looks in self._dates:
            return Bladcell(self._date(number) or text, dag=self._day(number))
        # A range knows whether it holds a whole number; for any other it goes through all of its own.
        is_day = number.is_integer() and int(number) in SERIAL
        return Bladcell(_digits(number, text), dag=self._day(number) if is_day else "")

    def _date(self, number: float) -> str:
        """Return the time that a serial number means; nothing when it means none."""
        try:
            return str(from_excel(number, self._epoch)).removesuffix(" 00:00:00")
        except (ValueError, OverflowError, TypeError):
            return ""

    def _day(self, number: float) -> str:
        found = self._date(number)[: len("2025-06-30")]
        return found if "-" in found else ""


def _digits(number: float, text: str) -> str:
    """Return a number with the digits that Excel shows: what is beyond them comes of counting in binary."""
    if not isfinite(number):
        return text
    if number.is_integer():
        return str(int(number)) if abs(number) < EXACT else text
    return f"{number:.15G}"


def percent(number: float, text: str) -> str:
    """Return a number as so many of a hundred, which is how its cell shows it."""
    return f"{_digits(float(f'{number * 100:.15G}'), text)} %"


def rich(element: Any) -> str:
    """Return a text that may be divided into runs; how it is pronounced isn't part of it."""
    if element is None:
        return ""
    pieces = (t for t in element.iter() if name(t) in {"t", "text", "br"})
    said = ("\n" if name(t) == "br" else t.text or "" for t in pieces if name(t.getparent()) != "rPh")
    return unescaped("".join(said))


def unescaped(text: str) -> str:
    """Return a text with the characters that its escapes stand for."""
    if "_x" not in text:
        return text
    said = ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # one character may be two


def _codes(root: Any) -> dict[int, tuple[int, str]]:
    """Return the number and the code of the format of each cell style."""
    own = {get(f, "numFmtId"): get(f, "formatCode") for f in inside(root, "numFmts")} if len(root) else {}
    found = {}
    for style, looks in enumerate(inside(root, "cellXfs") if len(root) else ()):
        id = get(looks, "numFmtId")
        number = int(id) if id.isdecimal() and len(id) < LONG else 0
        found[style] = number, own.get(id) or BUILTIN_FORMATS.get(number, "")
    return found


def _is_date(number: int, code: str) -> bool:
    return number in LOCAL_DATES or bool(code and is_date_format(code))
