"""Text as Typst: strings that can hold anything, and numbers that stay with what they count."""

from __future__ import annotations

import re
from datetime import date

from planmotor.plan.model.types import MONTHS
from planmotor.tryck.tecken import printable

NBSP = "\N{NO-BREAK SPACE}"
NAMES = "|".join(MONTHS)
AFTER = rf"§|kap\.|%|procent|kr|år|dagar|månader|timmar|{NAMES}"
BEFORE = r"kap\.|kapitel|§|[Ss]\.|[Ss]idan|[Aa]vsnitt|[Bb]ilaga|[Tt]abell|[Ff]as|[Nn]r|[Aa]rtikel|punkt"
NUMBERS = re.compile(rf"(?<=\d) (?=(?:{AFTER})(?!\w))|(?<=\d) (?=\d{{3}}(?!\d))")
NAMED = re.compile(rf"\b({BEFORE}) (?=\d)|(?<=\d) ([a-z]) (?=§)|(?<=§) (?=\d)")
LAST_WORD = re.compile(r'(#"(?:[^"\\]|\\.)* )([^" \\]{4,25})";$')
# Words and addresses that may be longer than a column, and where they can be broken.
LONG = re.compile(r"\S{25,}")
PARTS = re.compile(r"\S{25,}|(?:(?!\S{25,})[\s\S])+")
LETTERS = re.compile(r"[^\w]*[^\W\d_]+(?:[-\u2010\u2011\u00ad/–][^\W\d_]+)*[^\w]*")
PIECES = re.compile(r"\s*[^\W_]{1,16}[\W_]*|\s*[\W_]{1,16}")
DAY = re.compile(rf"(?<=\d{NBSP})({NAMES}) (?=\d{{4}}\b)")


def together(text: str) -> str:
    """Return the text with hard spaces where a line must not break: 8 §, 1 december 2023, bilaga 1."""
    text = NUMBERS.sub(NBSP, text)
    text = NAMED.sub(lambda found: found[0].replace(" ", NBSP), text)
    return DAY.sub(rf"\1{NBSP}", text)


def unbroken_end(markup: str) -> str:
    """Return a paragraph whose last word isn't divided: a line with half a word alone is hard to read."""
    return LAST_WORD.sub(lambda end: f'{end[1]}";#hel[#"{end[2]}";]', markup)


def string(text: str) -> str:
    """Return a text to be seen as a string literal of Typst; what no font has is told of in its stead."""
    return exact(printable(text))


def exact(text: str) -> str:
    """Return an address or a name as a string literal, where only backslash and quotation mark mean much."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "") + '"'


def words(text: str) -> str:
    """Return running text as markup, where what is longer than a column can be broken."""
    text = together(text)
    if not LONG.search(text):
        return f"#{string(text)};" if text else ""
    return "".join(_divided(part) if LONG.match(part) else words(part) for part in PARTS.findall(text))


def _divided(word: str) -> str:
    """Return a long word: one of letters is divided as words are, also in a heading; others at signs."""
    return f"#delbart[#{string(word)};];" if LETTERS.fullmatch(word) else breakable(word)


def breakable(text: str) -> str:
    """Return a text that may be broken after any sign and within long runs of letters, without a hyphen."""
    return "".join(f"#box[#{string(part)};];" for part in PIECES.findall(text))


def array(items: list[str]) -> str:
    """Return an array of Typst, with the comma that an array of one needs."""
    return f"({', '.join(items)}{',' if len(items) == 1 else ''})"


def write_date(day: date) -> str:
    """Return a day as it is written in Swedish: 1 december 2023."""
    return f"{day.day}{NBSP}{MONTHS[day.month - 1]}{NBSP}{day.year}"
